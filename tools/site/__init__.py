"""How the pages are built."""
