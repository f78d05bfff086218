"""Lets the first start find the calculator's sources, and what stands in for the library."""

import sys

sys.path.insert(0, "/sources")
