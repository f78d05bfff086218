"""What is measured: speed and size."""
