"""The follow-up calculator: an employer's words about timing, turned into a dated plan."""
