"""Reminders without a daemon: a calendar file, a timer of the system's own, and one line for a login shell."""
