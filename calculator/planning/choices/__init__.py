"""One's own choice: own days and steps left out, ways to follow up, and what is worth asking."""
