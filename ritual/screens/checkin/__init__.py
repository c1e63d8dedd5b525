"""The weekly check-in, one calm sentence at a time."""
