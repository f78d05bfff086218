"""What an employer said about timing, read as a window of days."""
