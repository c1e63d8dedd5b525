"""What another window or another shell does while Home stands open."""

from textual.pilot import Pilot

from ritual.core.records import Appreciation, Leg, Reply, Session
from ritual.house import House
from tests.conftest import EVENING, TurnedClock
from tests.screens.conftest import Opens, told, words_on

NIGHT = EVENING.date()


def thank(house: House, key: str = "t") -> Appreciation:
    """What `ritual thank` does in another shell."""
    sam, ana = house.people[1].id, house.people[0].id
    another = House(house.folders, TurnedClock())
    return another.journal.keep(
        Appreciation(id=key, at=EVENING, night=NIGHT, by=sam, to=ana, text="for the tea", way="help")
    )


async def comes(pilot: Pilot[None], text: str, *, away: bool = False) -> bool:
    """Whether `text` is on the screen, or gone from it, within two seconds."""
    for _ in range(40):
        if (text in words_on(pilot)) != away:
            return True
        await pilot.pause(0.05)
    return False


async def test_home_notices_within_two_seconds_what_another_shell_added(house: House, opens: Opens) -> None:
    async with opens(house) as pilot:
        assert "Sam left" not in words_on(pilot)
        thank(house)
        assert await comes(pilot, "Sam left something for Ana.")
        assert "tea" not in words_on(pilot)


async def test_what_was_left_is_no_longer_waiting_when_it_is_answered(house: House, opens: Opens) -> None:
    left = thank(house)
    async with opens(house) as pilot:
        assert "Sam left something for Ana." in words_on(pilot)
        answer = Reply(id="r", at=EVENING, night=NIGHT, by=left.to, about=left.id, text="♥")
        House(house.folders, TurnedClock()).journal.keep(answer)
        assert await comes(pilot, "Sam left", away=True)


async def test_what_was_left_before_an_evening_does_not_wait_after_it(
    house: House, opens: Opens, clock: TurnedClock
) -> None:
    thank(house)
    clock.turn(3600)
    legs = [Leg(step="quiet", planned=600)]
    house.journal.keep(Session(id="s", at=clock.now(), night=NIGHT, legs=legs, state="kept"))
    async with opens(house) as pilot:
        assert "Sam left" not in words_on(pilot)


async def test_a_copy_that_a_sync_program_lays_among_the_months_is_told(house: House, opens: Opens) -> None:
    thank(house)
    async with opens(house) as pilot:
        assert told(pilot) == ""
        own = house.journal.shelf.own
        (own / "2026-11.sync-conflict-20261122-210000-ABC.json").write_bytes((own / "2026-11.json").read_bytes())
        for _ in range(40):
            if told(pilot):
                break
            await pilot.pause(0.05)
        assert "sync-conflict" in told(pilot)
        assert "tea" not in told(pilot)
