"""The place of the question cards."""
