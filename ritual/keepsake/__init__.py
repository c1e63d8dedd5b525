"""A book of what the two kept: one HTML file to read, to print and to bind. It holds only what both may see."""

from ritual.keepsake.book import Book
from ritual.keepsake.choosing import choose
from ritual.keepsake.page import written

__all__ = ["Book", "choose", "written"]
