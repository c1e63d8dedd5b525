"""The soft discs: what they look like, and how few pieces they are made of."""

from ritual.widgets.discs import Disc, draw


def test_a_disc_is_round() -> None:
    rows = draw([Disc(4, 4, 4, "$accent")], 8, 4, "$accent")
    assert [row.plain for row in rows] == [" ▄    ▄ ", " " * 8, " " * 8, " ▀    ▀ "]


def test_where_two_discs_overlap_their_shared_colour_shows() -> None:
    (row,) = draw([Disc(2, 1, 2, "red"), Disc(4, 1, 2, "blue")], 6, 1, "white")
    assert row.plain == " " * 6
    assert [(span.start, span.end, span.style) for span in row.spans] == [
        (0, 2, "on red"),
        (2, 4, "on white"),
        (4, 6, "on blue"),
    ]


def test_a_row_is_sent_in_few_pieces() -> None:
    rows = draw([Disc(7, 7, 7, "$accent")], 14, 7, "$accent")
    assert max(len(row.spans) for row in rows) <= 3
