"""The follow-up calculator: an employer's words about timing, turned into a dated plan."""

from calculator.planning.plan import Plan, Step
from calculator.planning.planner import plan
from calculator.planning.situation import Situation

__all__ = ["Plan", "Situation", "Step", "plan"]
