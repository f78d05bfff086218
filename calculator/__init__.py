"""The follow-up calculator: an employer's words about timing, turned into a dated plan."""

from calculator.days import Window
from calculator.planning.plan import Plan, Step
from calculator.planning.planner import plan
from calculator.reading import Reading, read
from calculator.situation import Situation

__all__ = ["Plan", "Reading", "Situation", "Step", "Window", "plan", "read"]
