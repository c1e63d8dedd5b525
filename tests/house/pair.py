"""Ana and Sam before a card: what the tests of their answers share."""

from ritual.answering import Answering
from ritual.core.people import person_id
from ritual.core.records import Answer, Draw, Visibility
from ritual.house import House
from tests.house.conftest import again

ANA, SAM = person_id("Ana"), person_id("Sam")
ANAS, SAMS = "the quiet minute", "the walk home"


def met(house: House) -> Answering:
    """Ana and Sam before a card they have just met."""
    return Answering(house, house.cards.meet(house.cards.decks[0].cards[0].id, house.night))


def anew(answering: Answering) -> Answering:
    """The same card as the next start, or another window, finds it."""
    house = again(answering.house)
    return Answering(house, house.journal.get(Draw, answering.draw.id, answering.draw.night) or answering.draw)


def kept(house: House) -> dict[str | None, tuple[str, Visibility]]:
    """What is on the disk, by whom."""
    return {one.by: (one.text, one.visibility) for one in again(house).journal.nights(Answer)}


def both(answering: Answering) -> Answering:
    answering.say(ANA, ANAS)
    answering.say(SAM, SAMS)
    return answering


def drafts(house: House) -> list[str]:
    return [one.text for one in house.drafts.all()]
