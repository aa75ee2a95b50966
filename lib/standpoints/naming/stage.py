"""What is known of an article where one of its spots is looked at, and who was named in it so far."""

import re
from typing import NamedTuple

from standpoints.naming.names import Names
from standpoints.naming.places import Page
from standpoints.naming.words import Spot

_THE = re.compile(r"\b(?:the|this|that|same) (?:(?!an? )[\w-]+ ){0,2}(?:ex-)?$", re.IGNORECASE)
REMEMBERED = 300  # names among which "the premier" is looked for: else a long text costs the square of its length


class Named(NamedTuple):
    """A spot and who it is; `actor` None: somebody or something that stays unknown."""

    spot: Spot
    actor: str | None
    how: str
    person: bool

    @property
    def lead(self) -> int:
        """Where a name begins with its titles."""
        return self.spot.lead if self.spot.lead >= 0 else self.spot.start


class Stage(NamedTuple):
    """What is known of an article where one of its spots is looked at."""

    page: Page
    names: Names
    published: str | None
    present: set[str]  # the actors whom the article names in full
    speaking: set[int]  # where words end that end a speaker's name

    @property
    def text(self) -> str:
        return self.page.text


def is_subject(stage: Stage, named: Named) -> bool:
    """Whether a sentence is about who is named there."""
    return stage.page.place(named.spot.start, named.spot.end, lead=named.lead) == "subject"


def is_definite(stage: Stage, spot: Spot) -> bool:
    """The premier, this Norlandish diplomat, ⟦the French⟧ minister: whether somebody is meant who is known already."""
    inside = stage.text.startswith(("The ", "the "), spot.start)  # where the people is listed with its article
    return inside or _THE.search(stage.text, max(0, spot.start - 40), spot.start) is not None
