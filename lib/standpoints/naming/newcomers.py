"""Who enters a report with the sentence before a pronoun: a farmer, Zuzka Lenko, somebody whose name no list holds."""

import re

from standpoints.naming.candidates import FLOOR, LEAD, Attention, Candidate, Here
from standpoints.naming.names import fold
from standpoints.naming.places import Page, Person
from standpoints.naming.words import is_strange

_ON_A_NAME = 0.08  # of the network's weight: a name on no list is somebody's from here on
_BEGINNING = re.compile(r"[^.;:“”\"]{0,90}")
_NAME = re.compile(r"\b(?=([A-Z][\w’-]+ [A-Z][\w-]+))")
_ASKS = re.compile(
    r"[^.?!“”\"]{0,200}?"
    r"\b(?:asked|asks|pressed|presses|questioned|interrupted|wanted to know|wondered|him|her(?! \w))\b"
)
_SUFFERS = re.compile(  # A child was killed in Holm. He called it a crime
    r"(?: who [^,.;:]{1,60}?)? (?:(?:\w+ly )?(?:died|has died|had died)|(?:was|has been|had been) (?:\w+ly )?"
    r"(?:killed|shot|murdered|executed|arrested|detained|sentenced|expelled|dismissed|buried|elected|appointed))\b"
)


def new_name(
    page: Page, here: Here, start: int, candidates: list[Candidate], attention: Attention | None
) -> Candidate | None:
    """Oster came to the town. Hedvika Lenko's roof was gone. “No,” she said: whose name, which no list of names holds,
    begins a sentence, where the network points to it a little; not Oster Motors, Castle Holm."""
    if attention is None:
        return None
    names = _NAME.finditer(page.text, *_BEGINNING.match(page.text, start).span())
    name = next((name.span(1) for name in names if is_strange(fold(name[1].split()[0]))), None)
    if name is None or attention.on(*name) < _ON_A_NAME:
        return None
    if any(place.start < name[1] and name[0] < place.end for c in candidates for place in c.before):
        return None
    person = Person(*name, ("stranger", name[0]), here.gender, "subject")
    return Candidate(person.key, here.gender, (person,), None)


def has_entered(page: Page, start: int, candidate: Candidate, first: Person, attention: Attention | None) -> bool:
    """Oster came to the town. A farmer was waiting there, or Zuzka Lenko was. “No,” she said: somebody who was not
    there before. Not who asks her (A reporter wanted to know when. “Soon,” she said), who is dead or spoken of in her
    own words, nor a name to which the network does not point."""
    if first.kind == "indefinite":
        begins = first.start - start < LEAD or page.text.endswith(", ", start, first.start)
        silent = _ASKS.match(page.text, first.end) or _SUFFERS.match(page.text, first.end)
        return begins and not silent and not page.is_reported(first.start)
    if any(place.kind == "indefinite" for place in candidate.before):  # Zuzka, a baker, left
        return True
    new = len(candidate.before) == 1 and " " in page.text[first.start : first.end]
    return new and (attention is None or attention.shares[candidate.key] >= FLOOR)
