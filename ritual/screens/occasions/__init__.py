"""Dates that return, and ideas for shared time."""
