"""The next contact: when it is fair, how it is made, and what stands beside it."""
