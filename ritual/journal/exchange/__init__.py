"""All out, all in: entries as other programs read them, and what other programs give us."""
