"""What is known of an article where one of its spots is looked at, and who was named in it so far."""

from typing import NamedTuple

from standpoints.naming.names import Names
from standpoints.naming.places import Page, place_of
from standpoints.naming.words import Spot

REMEMBERED = 300  # names among which "the premier" is looked for: else a long text costs the square of its length


class Named(NamedTuple):
    """A spot and who it is; `actor` None: somebody or something that stays unknown."""

    spot: Spot
    actor: str | None
    how: str
    person: bool


class Stage(NamedTuple):
    """What is known of an article where one of its spots is looked at."""

    text: str
    page: Page
    names: Names
    published: str | None
    present: set[str]  # the actors whom the article names in full
    speaking: set[int]  # where words end that end a speaker's name


def is_subject(stage: Stage, named: Named) -> bool:
    """Whether a sentence is about who is named there."""
    start = stage.page.sentence_start(named.spot.start)
    return place_of(stage.text, start, named.spot.start, named.spot.end) == "subject"
