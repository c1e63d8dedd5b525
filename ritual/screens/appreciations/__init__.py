"""The log of thank-yous, the form to say one, the answer, and the ways they are given."""
