"""Words for what one feels and needs: typed, several parted by commas, found by their beginnings."""

from collections.abc import Sequence
from functools import partial

from ritual.checkin import CheckIn
from ritual.content import feelings, needs
from ritual.core.search import plain
from ritual.language import _, ngettext
from ritual.plain import can
from ritual.plain.can import Can
from ritual.plain.guided import Guided
from ritual.plain.step import Step
from ritual.plain.teller import Teller

MOST = 3

Families = Sequence[tuple[str, Sequence[str]]]
"""Names and their words."""


def of_feelings() -> Families:
    """The feelings."""
    return [(one.name, one.feelings) for one in feelings().families]


def of_needs() -> Families:
    """The needs."""
    return [(one.name, one.needs) for one in needs().families]


def matching(typed: str, families: Families) -> list[str]:
    """The words that may be meant: the very word, else those that begin so."""
    wanted = plain(typed).strip()
    known = [word for _name, words in families for word in words]
    whole = [word for word in known if plain(word) == wanted]
    return whole or [word for word in known if wanted and plain(word).startswith(wanted)]


def pick(teller: Teller, prompt: str, families: Families, *cans: Can, unseen: bool = False) -> str | list[str]:
    """Up to three words; nothing, or the letter of what was chosen instead, where none was."""
    known = {plain(word) for _name, words in families for word in words}

    def takes(typed: str) -> bool:
        wanted = typed.casefold()
        all_cans = (*cans, can.LIST, *teller.everywhere(), can.HELP)
        named = {name for one in all_cans for name in (one.key, one.word.casefold())}
        return plain(typed).strip() in known or wanted not in named

    while True:
        typed = teller.choose(prompt, *cans, can.LIST, takes=takes, unseen=unseen)
        listed, _space, family = typed.partition(" ")
        if listed.casefold() in (can.LIST.key, can.LIST.word.casefold()):
            teller.talk.say(*_listed(family, families))
        elif not typed or not takes(typed):
            return typed
        elif found := _meant(teller, typed, families, unseen=unseen):
            return found


def choose(guided: Guided, checkin: CheckIn) -> Step:
    """Ask for the feelings, or the needs, of the one whose beat it is; Enter leaves what there is."""
    need = guided.kind == "needs"
    unseen, private = len(checkin.people) > 1 and not checkin.is_opened, False
    if unseen and (gone := guided.hand_over()):
        return guided.gone(gone)
    chosen, covered = checkin.chosen(need=need), checkin.is_covered()
    if chosen and (unseen or covered):
        guided.talk.say(_("{name}, what you chose is covered, and stays.", name=checkin.name(checkin.beat.person)))
    elif chosen:
        guided.talk.say(_("So far: {words}.", words=", ".join(chosen)))
    asks = _("Up to three words, parted by commas. Enter goes on, list names the families, ? for help.")
    while True:
        hidden, families = unseen or private, of_needs() if need else of_feelings()
        prompt = guided.asking(asks, unseen=hidden, private=private)
        typed = pick(guided, prompt, families, can.NOTHING, can.PRIVATE, unseen=hidden)
        if typed == can.PRIVATE.key:
            private = not private
            continue
        wanted = typed if isinstance(typed, list) else [] if typed == can.NOTHING.key else chosen
        elsewhere = typed in (can.BACK.key, can.BREAK.key)
        stays = wanted is chosen and covered and not private
        if elsewhere or stays or guided.attempt(partial(checkin.choose, wanted, need=need, private=private)):
            return guided.gone(typed) if isinstance(typed, str) else Step.FORWARD


def _meant(teller: Teller, typed: str, families: Families, *, unseen: bool) -> list[str]:
    """The words that are meant; none where one of them is not clear. What is unseen is not repeated."""
    say, found = teller.talk.say, list[str]()
    for number, part in enumerate(filter(None, (one.strip() for one in typed.split(","))), 1):
        meant = matching(part, families)
        if len(meant) == 1:
            found += [word for word in meant if word not in found]
            continue
        which = _("word {number}", number=number) if unseen else _("“{words}”", words=part)
        if not meant:
            say(_("I do not know {which}. list names the families.", which=which))
        elif unseen:
            say(_("Several words begin like {which}. Please type more of it.", which=which))
        else:
            say(_("Several words begin like {which}: {words}.", which=which, words=", ".join(meant)))
        return []
    if len(found) > MOST:
        say(_("Up to three words, please."))
        return []
    if unseen and found:
        say(ngettext("{count} word is taken.", "{count} words are taken.", len(found)))
    elif found:
        say(_("Taken: {words}.", words=", ".join(found)))
    return found


def _listed(family: str, families: Families) -> list[str]:
    """The words of a family; without one, the names of all."""
    wanted = plain(family).strip()
    meant = [(name, words) for name, words in families if wanted and plain(name).startswith(wanted)]
    names = ", ".join(name for name, _words in families)
    told = [_("{name}: {words}", name=name, words=", ".join(words)) for name, words in meant]
    return told or [_("The families: {names}. list and a name says its words.", names=names)]
