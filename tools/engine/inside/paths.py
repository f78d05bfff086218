"""Lets the first start find the calculator's sources."""

import sys

sys.path.append("/sources")
