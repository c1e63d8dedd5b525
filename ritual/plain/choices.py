"""One of a few: what became of a wish and of a goal, and where they have got to with a topic."""

from collections.abc import Callable, Sequence
from functools import partial

from ritual.checkin import CheckIn
from ritual.language import _
from ritual.plain import topic
from ritual.plain.guided import Guided
from ritual.plain.step import Step
from ritual.scenes import checkin as scenes

Choices = Sequence[tuple[str | None, str]]
"""Values and how they are called."""


def look_back(guided: Guided, checkin: CheckIn) -> Step:
    """How it went with a wish."""
    guided.talk.say(scenes.invitation(checkin))
    wish = checkin.wish(checkin.beat.about)

    def answer(taken: str | None) -> None:
        match taken:
            case "yes" | "partly" | "not-yet" | "let-go" | None:
                checkin.answer_wish(taken)

    return _one_of(guided, scenes.ANSWERS, wish.answered if wish else None, answer)


def ask_after(guided: Guided, checkin: CheckIn) -> Step:
    """What has become of a goal; one that is reached just now is celebrated before one goes on."""
    before = checkin.goal(checkin.beat.about)
    reached = before is not None and before.reached is not None

    def answer(taken: str | None) -> None:
        match taken:
            case "on" | "reached" | "let-go":
                checkin.answer_goal(taken)

    step = _one_of(guided, scenes.GOINGS, "reached" if reached else "on", answer)
    after = checkin.goal(checkin.beat.about)
    return Step.STAY if step is Step.FORWARD and not reached and after and after.reached else step


def outcome(guided: Guided, checkin: CheckIn) -> Step:
    """Where they have got to; what they keep talking about may have a day."""
    known = checkin.topic
    before = known.on if known and known.outcome == "talking" else None
    asks = _("When would you like to go on with it? A day like next friday; Enter leaves it open.")

    def answer(taken: str | None) -> None:
        match taken:
            case "settled" | "living-with":
                checkin.settle_topic(taken)
            case "talking":
                checkin.settle_topic("talking", topic.day(guided, asks) or before)

    return _one_of(guided, scenes.OUTCOMES, known.outcome if known else None, answer)


def place_of(typed: str, names: Sequence[str]) -> int | None:
    """Which of the `names` is meant, by its number or by how it begins."""
    wanted = typed.casefold()
    numbers = [str(number) for number in range(1, len(names) + 1)]
    if wanted in numbers:
        return numbers.index(wanted)
    begin = [place for place, name in enumerate(names) if len(wanted) > 1 and name.casefold().startswith(wanted)]
    return begin[0] if len(begin) == 1 else None


def _one_of(guided: Guided, choices: Choices, taken: str | None, keep: Callable[[str | None], None]) -> Step:
    """Ask for one of them; Enter keeps what is `taken`."""
    names = [name for _value, name in choices]
    now = next(name for value, name in choices if value == taken)
    listed = (_("{number}: {what}", number=number, what=name) for number, name in enumerate(names, 1))
    guided.talk.say(", ".join(listed))
    asks = _("A number or a word. Enter: {choice}. ? for help.", choice=now)
    while True:
        typed = guided.choose(asks, takes=lambda typed: place_of(typed, names) is not None)
        place = place_of(typed, names)
        if typed and place is None:
            return guided.gone(typed)
        if guided.attempt(partial(keep, taken if place is None else choices[place][0])):
            return Step.FORWARD
