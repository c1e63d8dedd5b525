"""What is said in each beat of an evening and of a check-in: the same words on a screen and line by line."""
