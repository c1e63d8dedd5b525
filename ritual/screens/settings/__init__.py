"""The place of the settings: everything that can be chosen, with its explanation."""
