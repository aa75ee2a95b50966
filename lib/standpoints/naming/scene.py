"""One article as it is read so far: who is named where, what is said in it, and who was met as a speaker."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from standpoints.naming.names import Names
from standpoints.naming.places import Page, Person, Span
from standpoints.naming.stage import Named

Answer = tuple[str | None, str | None]
NOBODY: Answer = (None, None)


class Scene(NamedTuple):
    """One article as it is read so far: who is named where, and which pronoun is whom."""

    page: Page
    named: list[Named]
    people: list[Person]
    pronouns: dict[Span, Person]
    names: Names

    @property
    def text(self) -> str:
        return self.page.text

    def sentence(self, position: int) -> int:
        return self.page.sentence(position) - 1

    def first_from(self, position: int) -> int:
        """The number of the first name that starts there or later."""
        return bisect_left(self.named, position, key=lambda named: named.spot.start)

    def person_in(self, span: Span) -> Person | None:
        """Whom a pronoun means, else the first person who is described or named within the span."""
        i = bisect_left(self.people, span[0], key=lambda person: person.start)
        first = self.people[i] if i < len(self.people) and self.people[i].start < span[1] else None
        return self.pronouns.get(span, first)

    def before(self, position: int) -> Iterator[Named]:
        """The names that start before a character, the nearest first."""
        return (self.named[i] for i in range(self.first_from(position) - 1, -1, -1))


class Said(NamedTuple):
    """A statement, as far as its speaker is concerned; `row` is its place in the table."""

    row: int
    statement_id: str
    start: int
    end: int
    direct: bool
    speaker: Span | None
    cue_end: int | None
    within: str | None
    document: str | None = None  # through which the speaker speaks: "letter"


class Told(NamedTuple):
    """A speaker that was met before: where the phrase ends, who (None: unknown), and whether it was several, or a body
    by its noun alone ("the company")."""

    at: int
    actor: str | None
    several: bool
    by_noun: bool
