"""What an evening is, told before the first one and never again."""

from ritual.language import _


def told(people: int) -> tuple[str, ...]:
    """At most four short lines, for one or for two."""
    turns = (
        _("One of you speaks, the other listens. Then you swap.")
        if people > 1
        else _("You write, or think aloud. Nobody else needs to be here.")
    )
    return (
        _("You arrive, talk, meet a card, say thanks, and close."),
        turns,
        _("What you do not want to answer, you pass."),
        _("Leave whenever you like: your evening waits here."),
    )
