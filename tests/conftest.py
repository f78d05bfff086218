"""Settings that hold for every test."""

from hypothesis import settings

# The same examples each time: a change is judged by what it changed.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
