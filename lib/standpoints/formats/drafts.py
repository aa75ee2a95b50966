"""What every reader of a format gives: drafts of articles; and what keeps a file from being read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from standpoints.formats.dates import Doubt


class Draft(NamedTuple):
    """One article as its file holds it: its text, and what the file says of it, by name and as written.

    `number` is its place among the articles of its file, from 1; None where the file is one article.
    `doubts` are the problems of this article: where in the file, what, and the consequence.
    """

    text: str
    facts: Mapping[str, str] = MappingProxyType({})
    number: int | None = None
    doubts: tuple[Doubt, ...] = ()


Found = tuple[list[Draft], list[Doubt]]
"""The articles of a file, and each part of it that is left out."""


class Unreadable(Exception):
    """A file that gives no article; what is the matter with it, and the consequence, as in `problems`."""

    def __init__(self, what: str, consequence: str):
        super().__init__(f"{what}; {consequence}")
        self.what, self.consequence = what, consequence
