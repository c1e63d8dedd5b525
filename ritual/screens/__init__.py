"""A file, or a folder, for each place. Screens decide nothing: they ask the core and write to the journal."""
