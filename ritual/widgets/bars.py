"""A number as a bar of blocks, to an eighth of a cell."""

BLOCKS = " ▏▎▍▌▋▊▉█"


def bar(value: float, most: float, width: int) -> str:
    """`value` as a bar that would be `width` cells long for `most`; something always shows where there is something."""
    eighths = round(8 * width * value / most) if most > 0 else 0
    eighths = max(eighths, 1) if value > 0 else 0
    return "█" * (eighths // 8) + (BLOCKS[eighths % 8] if eighths % 8 else "")
