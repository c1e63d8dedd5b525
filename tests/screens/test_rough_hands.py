"""Rough hands, a little. `python -m benchmarks.rough --steps 5000` has them for longer."""

from collections import Counter

from benchmarks import rough


def test_rough_hands_break_nothing_and_lose_nothing() -> None:
    seen: Counter[str] = Counter()
    assert [str(one) for one in rough.troubles(300, 1, seen)] == []
    assert len(seen) > 20
