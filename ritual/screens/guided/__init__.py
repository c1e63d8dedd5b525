"""What Tonight and the check-in have in common: one calm sentence at a time."""
