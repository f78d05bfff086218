"""Telling: why a step is on its day, what each answer would change, and what cannot be known."""
