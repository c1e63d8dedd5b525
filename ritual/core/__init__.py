"""The domain: plain data in, plain data out. No files, no clock, no randomness of its own."""
