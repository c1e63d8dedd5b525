"""The Library: short readings, each with one thing to try tonight. What was read is remembered nowhere."""
