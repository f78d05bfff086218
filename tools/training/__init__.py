"""How the reader learns which time of a text is the answer's: texts, features, weights."""
