"""Tonight: the nightly ritual, one calm sentence at a time."""
