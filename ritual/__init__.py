"""ritual: a terminal companion for two people who want to find each other again in the evening."""

__version__ = "0.1.0"
