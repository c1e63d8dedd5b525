"""The place where their evenings add up to something one can look at."""
