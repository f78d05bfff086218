"""What a person or a page asks, checked and made into a situation."""
