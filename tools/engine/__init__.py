"""How the package gets into a browser."""
