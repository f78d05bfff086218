"""A situation, turned into a dated plan by rules."""
