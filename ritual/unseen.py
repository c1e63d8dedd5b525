"""What each of two answers unseen in a check-in, one after the other, and what both see once it is opened."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from ritual.content import checkin_words
from ritual.core import checkin
from ritual.core.people import in_words
from ritual.core.records import Checkin, Feeling, Note, Rating, Record, Visibility, derived_id
from ritual.core.sealing import is_shared
from ritual.core.session import BeatKind, Progress
from ritual.journal import month_of
from ritual.language import _, fill
from ritual.sitting import Sitting

R = TypeVar("R", bound=Record)

UNSEEN = ("rating", "feelings", "needs", "sentence")
"""The beats in which each of two answers unseen."""


class Said(NamedTuple):
    """What one of them has answered."""

    person: str
    ratings: dict[str, Rating]
    feelings: list[Feeling]
    needs: list[Feeling]
    sentence: Note | None

    @property
    def all(self) -> list[Record]:
        """All of it."""
        sentence = [self.sentence] if self.sentence else []
        return [*self.ratings.values(), *self.feelings, *self.needs, *sentence]


class Unseen(Sitting[Checkin]):
    """The part of a check-in in which they answer: sealed, opened together, or kept private."""

    def chosen(self, *, need: bool) -> list[str]:
        """The feelings, or needs, that the one whose beat it is chose."""
        return [one.word for one in self._chosen(need=need)]

    def choose(self, words: Iterable[str], *, need: bool, private: bool = False) -> None:
        """Keep these feelings, or needs, of the one whose beat it is, and no others: all of them or none.

        Beside what is private already, what comes to it is private, too.
        """
        wanted, person, now = list(words), self.beat.person, self.house.clock.now()
        known = {one.word: one for one in self._chosen(need=need)}
        private = private or any(one.visibility == "private" for one in known.values())
        usual: Visibility = "private" if private else self._usual_visibility
        changed = [replace(one, removed=now) for one in known.values() if one.word not in wanted]
        for word in wanted:
            new = Feeling(
                id=derived_id(self.session.id, "need" if need else "feeling", person or "", word),
                at=now,
                night=self._night,
                by=person,
                about=self.session.id,
                visibility=usual,
                word=word,
                need=need,
            )
            found = known.get(word, new)
            if found is new or (private and found.visibility != "private"):
                changed.append(replace(found, visibility=usual))
        if changed:
            self.house.journal.keep_all(changed)
        self.uncover()

    @property
    def proposed(self) -> str:
        """A sentence of the words they chose, to make their own; what they keep private is not in it."""
        if self.beat.kind != "sentence":
            return ""
        feelings, needs = (
            [one.word for one in self._chosen(need=need) if one.visibility != "private"] for need in (False, True)
        )
        if feelings and needs:
            frame = self.chance("sentence", self.beat.person).choice(checkin_words().words.sentence)
            return fill(frame, feelings=in_words(feelings), needs=in_words(needs))
        if feelings:
            return _("I feel {feelings}.", feelings=in_words(feelings))
        return _("I need {needs}.", needs=in_words(needs)) if needs else ""

    @property
    def said(self) -> list[Said]:
        """What each of them has answered, the one who answered first first."""
        ratings, feelings, notes = self._records(Rating), self._records(Feeling), self._records(Note)
        return [
            Said(
                one.id,
                {rating.scale: rating for rating in ratings if rating.by == one.id},
                [word for word in feelings if word.by == one.id and not word.need],
                [word for word in feelings if word.by == one.id and word.need],
                next((note for note in notes if note.id == self._answer("sentence", one.id)), None),
            )
            for one in self.people
        ]

    @property
    def is_sealed(self) -> bool:
        """Whether answers wait to be opened together."""
        return any(one.visibility == "sealed" for one in self._answers)

    def open_answers(self) -> None:
        """Open what they answered, for both: all of it or nothing. Nobody keeps anything private meanwhile."""
        with self.house.journal.writing():
            sealed = [one for one in self._answers if one.visibility == "sealed"]
            self.house.journal.keep_all([replace(one, visibility="shared") for one in sealed])

    def keep_private(self, records: Iterable[Record]) -> None:
        """Keep these answers covered instead, as they are by now."""
        chosen = {one.id for one in records}
        with self.house.journal.writing():
            found = [one for one in self._answers if one.id in chosen]
            self.house.journal.keep_all([replace(one, visibility="private") for one in found])

    @property
    def values(self) -> dict[str, list[int]]:
        """What both may see of the answers, by their scales."""
        open_now = [rating for one in self.said for rating in one.ratings.values() if is_shared(rating)]
        return {scale: [one.value for one in open_now if one.scale == scale] for scale in checkin.SCALES}

    @property
    def in_question(self) -> str | None:
        """The scale that the two see most differently; where they see all alike, any that both have answered."""
        both = {scale: values for scale, values in self.values.items() if len(values) > 1}
        return max(both, key=lambda scale: max(both[scale]) - min(both[scale]), default=None)

    def _go(self, progress: Progress) -> None:
        """Where both look at the screen while something is sealed, it is covered from then on."""
        super()._go(progress)
        if self.beat.person is None and self.is_sealed:
            self._seen.clear()

    @property
    def _usual_visibility(self) -> Visibility:
        two = len(self.people) > 1
        return "sealed" if two and self.beat.kind in UNSEEN and not self.is_opened else "shared"

    @property
    def is_opened(self) -> bool:
        """Whether something that they answered is open already: then nothing more is sealed."""
        return any(is_shared(one) for one in self._answers)

    @property
    def _answers(self) -> list[Record]:
        return [one for said in self.said for one in said.all]

    @property
    def _is_said(self) -> bool:
        match self.beat.kind:
            case "feelings" | "needs":
                return bool(self.chosen(need=self.beat.kind == "needs"))
            case "sentence" if not super()._is_said:
                words = {self._answer(kind, self.beat.person) for kind in ("feelings", "needs")}
                return bool(self.proposed) and not words <= self._seen
            case _:
                return super()._is_said

    def _has_words(self, person: str | None) -> bool:
        """Whether `person` chose words, or made a sentence."""
        sentence = self._answer("sentence", person)
        known = self._there(Note, sentence, self._night) or self.house.drafts.get(sentence)
        return known is not None or any(one.by == person for one in self._records(Feeling))

    def _answer(self, kind: BeatKind, person: str | None) -> str:
        """The id of what `person` says in the beat of this `kind`."""
        return derived_id(self.session.id, "rate", kind, person or "")

    def _chosen(self, *, need: bool) -> list[Feeling]:
        return [one for one in self._records(Feeling) if one.by == self.beat.person and one.need == need]

    def _records(self, kind: type[R]) -> list[R]:
        """What was said in this check-in."""
        found = self.house.journal.nights(kind, [month_of(self._night)])
        return [one for one in found if one.about == self.session.id]
