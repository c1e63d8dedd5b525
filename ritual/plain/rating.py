"""Where a number is said: how close one feels, and how the week was."""

from functools import partial

from ritual.content import checkin_words
from ritual.language import _
from ritual.plain import can
from ritual.plain.guided import Guided
from ritual.plain.step import Step

CLOSENESS, SCALE = range(1, 8), range(11)


def rate(guided: Guided) -> Step:
    """Ask for the number; Enter leaves what there is."""
    sitting = guided.sitting
    among = CLOSENESS if guided.kind == "closeness" else SCALE
    unseen, private = sitting.is_unseen, False
    if unseen and (gone := guided.hand_over()):
        return guided.gone(gone)
    _tell(guided, unseen=unseen)
    numbers = [str(number) for number in among]
    cans = [can.NOTHING, *([can.PRIVATE] if guided.kind == "rating" else [])]
    asks = _("A number from {first} to {last}; Enter goes on, p passes, ? for help.", first=among[0], last=among[-1])
    while True:
        hidden = unseen or private
        prompt = guided.asking(asks, unseen=hidden, private=private)
        typed = guided.choose(prompt, *cans, takes=numbers.__contains__, unseen=hidden)
        if typed == can.PRIVATE.key:
            private = not private
            continue
        value = sitting.rated() if private and not typed else int(typed) if typed in numbers else None
        if value is None and typed != can.NOTHING.key:
            return guided.gone(typed)
        if guided.attempt(partial(sitting.rate, value, private=private)):
            return Step.FORWARD


def _tell(guided: Guided, *, unseen: bool) -> None:
    """What the numbers mean, and what was chosen before."""
    sitting, value = guided.sitting, guided.sitting.rated()
    if guided.kind == "rating":
        scale = checkin_words().scale(sitting.beat.about)
        guided.talk.say(_("0: {low}. 10: {high}.", low=scale.low, high=scale.high))
    if value is not None and (unseen or sitting.is_covered()):
        guided.talk.say(_("{name}, what you chose is covered, and stays.", name=sitting.name(sitting.beat.person)))
    elif value is not None:
        guided.talk.say(_("So far: {value}.", value=value))
