"""The errors that people may see. Their message is one kind line: what happened, why, what to do."""


class RitualError(Exception):
    """Something could not be done; the message is for people."""


class Refused(RitualError):
    """What was typed cannot be taken as it is."""
