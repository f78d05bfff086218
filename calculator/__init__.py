"""The follow-up calculator: an employer's words about timing, turned into a dated plan."""

from calculator.days import Window
from calculator.planning.plan import Plan, Step
from calculator.planning.planner import plan
from calculator.planning.situation import Situation
from calculator.reading import Reading, read

__all__ = ["Plan", "Reading", "Situation", "Step", "Window", "plan", "read"]
