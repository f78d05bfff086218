"""What builds, measures and generates; nothing in here goes into the browser."""
