"""An entry of a night, as the book tells it."""

from ritual.core import people
from ritual.core.appreciation import IN_WORDS
from ritual.core.records import (
    Answer,
    Appreciation,
    Checkin,
    Draw,
    Feeling,
    Goal,
    Note,
    Reply,
    Session,
    Topic,
    Wish,
    derived_id,
)
from ritual.keepsake.book import Book, Entry
from ritual.keepsake.telling import length, sentence
from ritual.keepsake.voices import aside, felt, order, parted, said, side_by_side, who
from ritual.keepsake.writing import Markup, element, joined, name, words
from ritual.language import _, fill

WENT = {
    "yes": _("It came true."),
    "partly": _("It came true in part."),
    "not-yet": _("Not yet."),
    "let-go": _("You let it go."),
}
OUTCOMES = {
    "settled": _("It is settled."),
    "talking": _("You go on talking about it."),
    "living-with": _("It is one of those you live with."),
}


def told(entry: Entry, book: Book) -> Markup:
    """The entry in HTML."""
    record = entry.record
    match record:
        case Session():
            return _evening(record, entry, book)
        case Feeling():
            return _block("feeling", who(record.by, book), felt([record]))
        case Draw():
            return _card(record, entry, book)
        case Answer():
            return _block("card", who(record.by, book), said(record))
        case Appreciation():
            return _thanks(record, entry, book)
        case Reply():
            return _block("thanks", who(record.by, book, _("{name} answered"), nobody=_("An answer")), said(record))
        case Checkin():
            return _checkin(record, entry, book)
        case Topic():
            label = who(record.by, book, _("{name} brought up"), nobody=_("A topic"))
            return _block("topic", label, said(record), _outcome(record))
        case Wish():
            went = aside(WENT[record.answered]) if record.answered else ""
            return _block("wish", who(record.by, book, _("{name} wished for"), nobody=_("A wish")), said(record), went)
        case Goal():
            about = _("{name} reached") if entry.is_outcome else _("What {name} wants in life")
            return _block("goal", who(record.by, book, about, nobody=_("A goal")), said(record))
        case Note():
            return _note(record, book)
        case _:
            return Markup()


def _evening(session: Session, entry: Entry, book: Book) -> Markup:
    """How long it was, and what they felt."""
    feelings = entry.of(Feeling)
    spent = length(session.seconds)
    if all(leg.step == "quiet" for leg in session.legs):
        quiet = _("{length} of quiet, side by side") if book.two else _("{length} of quiet")
        spent = fill(quiet, length=spent)
    elif len(session.people) > 1:
        spent = _("{length} together", length=spent)
    lines = [element("p", sentence(spent), class_="evening")] if book.is_whole else []
    for person in order(feelings, book):
        lines.append(joined(who(person, book), felt([one for one in feelings if one.by == person])))
    return _block("session", *lines)


def _card(draw: Draw, entry: Entry, book: Book) -> Markup:
    """The question on its card, and what each of them answered."""
    question, answers = book.question(draw.card), entry.of(Answer)
    card = words(question, "question") if question else ""
    aloud = aside(_("You answered aloud.")) if draw.aloud and book.is_whole else ""
    by_person = [one for person in order(answers, book) for one in answers if one.by == person]
    return _block("card", card, aloud, side_by_side([joined(who(one.by, book), said(one)) for one in by_person]))


def _thanks(thanks: Appreciation, entry: Entry, book: Book) -> Markup:
    """For what one thanked the other, and the answer."""
    to, way = people.name_of(book.people, thanks.to), thanks.way
    both = (_("{name} to {other}, for {way}"), _("{name} to {other}")) if to else (_("{name}, for {way}"), "{name}")
    label = who(thanks.by, book, both[way is None], other=name(to), way=IN_WORDS[way] if way else "")
    replies = [element("div", who(one.by, book), said(one), class_="reply") for one in entry.of(Reply)]
    return _block("thanks", label, said(thanks), *replies)


def _checkin(checkin: Checkin, entry: Entry, book: Book) -> Markup:
    """What both opened, what went right, and what they talked through."""
    head = element("h5", _("The week, looked at together") if book.two else _("The week, looked at"))
    long = element("p", sentence(length(checkin.seconds)), class_="evening") if book.is_whole else ""
    everybody = order([*entry.of(Feeling), *entry.of(Note)], book)
    voices = side_by_side([_voice(checkin, entry, person, book) for person in everybody])
    topic: list[Markup] = []
    if entry.topic:
        about = [element("p", _("You talked about"), class_="who"), said(entry.topic)]
        outcome = [_outcome(entry.topic)] if entry.is_outcome else []
        topic = [element("div", *about, *outcome, class_="topic")]
    return element("section", head, long, voices, *topic, class_="entry checkin")


def _voice(checkin: Checkin, entry: Entry, person: str | None, book: Book) -> Markup:
    """What one of them opened in a check-in."""
    feelings = [one for one in entry.of(Feeling) if one.by == person]
    notes = [one for one in entry.of(Note) if one.by == person]
    right = derived_id(checkin.id, "look-back", "right", person or "")
    sentences = [said(one) for one in notes if one.id != right]
    went_right = [joined(aside(_("What went right:")), said(one)) for one in notes if one.id == right]
    return joined(who(person, book), felt(feelings), *sentences, *went_right)


def _outcome(topic: Topic) -> Markup:
    return aside(OUTCOMES[topic.outcome]) if topic.outcome else Markup()


def _note(note: Note, book: Book) -> Markup:
    """A line to remember the evening by, or other words."""
    tags = element("p", *parted(note.tags, " · "), class_="aside") if note.tags else ""
    if note.about is not None and note.id == derived_id(note.about, "close", "note", note.by or ""):
        return _block("line", said(note), who(note.by, book), tags)
    return _block("note", who(note.by, book), said(note), tags)


def _block(kind: str, *content: str) -> Markup:
    return element("div", *content, class_=f"entry {kind}")
