"""A plan, shown: as HTML, as text, as scripts filled in."""
