"""A place that lists what was kept, newest first: to read, to search, to open."""
