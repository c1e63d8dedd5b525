"""A long journal makes a long book, in a time that grows with it, and in little memory."""

import time
import tracemalloc
from functools import cache

from benchmarks import corpus
from ritual import keepsake
from ritual.house import House
from tests.keepsake.plain import house_with

MANY = 5_000


@cache
def long_house(count: int) -> House:
    return house_with(list(corpus.evenings(count)), corpus.people())


def taken(count: int) -> float:
    """The seconds that a book of so many entries takes, at its best."""
    house = long_house(count)
    best = 60.0
    for _ in range(3):
        start = time.process_time()
        for _ in keepsake.written(keepsake.choose(house)):
            pass
        best = min(best, time.process_time() - start)
    return best


def test_ten_times_the_entries_take_about_ten_times_as_long() -> None:
    assert taken(MANY) < 10 * 2.5 * taken(MANY // 10)


def test_it_is_never_in_memory_as_a_whole() -> None:
    book = keepsake.choose(long_house(MANY))
    size = 0
    tracemalloc.start()
    for piece in keepsake.written(book):
        size += len(piece)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 700_000
    assert peak < size / 2
