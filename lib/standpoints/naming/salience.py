"""How near everybody is to a pronoun: salience that fades from sentence to sentence, times what the network says.

Source: after Lappin & Leass, Computational Linguistics 20(4), 1994, with weights for quotations; the weights were
chosen on half of the documents of GUM (Zeldes 2017), the half that `training/accuracy.py` does not measure. Weights
learnt by a log-linear ranking were no better there: see training/README.md. That the
network's weight counts as it is, and `_UNNAMED`, were chosen on articles of `training/whom.txt`.
"""

import re

from standpoints.naming.candidates import FLOOR, LEAD, Attention, Candidate, Here
from standpoints.naming.newcomers import has_entered, new_name
from standpoints.naming.places import OPENING, Page, Person

_PLACE = {"subject": 1.0, "other": 0.5, "owner": 0.4}
_PRONOUN = 0.9  # a pronoun that stands for the person, wherever it stands
_KIND = {"indefinite": 0.6, "description": 0.8}  # a witness, the witness; a name, "a man", "his mother" are 1
_FADE = 0.6  # with each sentence
_WINDOW = 12  # sentences
_OFTEN = 0.15  # each further place where the person is named
_NEARER = 0.3  # per 1,000 characters: of two places in one sentence the later counts a little more
_SPEAKER, _SPEAKER_FADE = 1.0, 0.5  # who spoke last, for a pronoun that speaks; with each sentence and paragraph
_REPORTED = 0.2  # who is reported to say it: Oster said that she …
_VOICE_CHANGE = 0.6  # between what the reporter writes and what stands in quotation marks
_MAY_SPEAK = 0.5  # Oster commented on it: “He waits”; she may be the one who speaks
_GENDER_UNKNOWN = 0.9
_UNNAMED = 0.8  # whom only "a spokesman", "his mother" tell, no pronoun yet, and who did not speak last
_WHO = 3.0  # a fisherman from Harl, who had lost his boat (but not: who knew him)
_OWN_NEWS = 5.0  # Oster is innocent, his lawyer said; Oster will help, her office said
_STRANGER = 0.6  # salience of somebody whom only the network sees
_IS_PLACE = re.compile(r"\b(?:city|town|village|port|province|region|district|state|island) of $")  # ⟦Norland⟧
_MARKS = frozenset('“"‘')
_BACK = 3  # sentences to the last one that names anybody
_CLAUSE_LENGTH = 400  # characters of a clause, at most
_ASKED = re.compile(r"(?:when )?(?:asked|pressed|questioned)\b", re.IGNORECASE)
_AS_FOR = re.compile(r"(?:As (?:for|to)|Regarding|With regard to) ")
# His deputy, Mira Oster, was blunter: it is she who goes on; not so her husband
_BESIDE_HIM = re.compile(
    r"(?:His|Her) (?:[\w-]+ ){0,3}(?:deputy|boss|superior|spokes\w+|advis[eo]r|aide|assistant|minister|counterpart|"
    r"colleague|successor|predecessor|envoy|lawyer|ally|rival|opponent|commander|chief|secretary),? (?=[A-Z])"
)
_TO_HIM = re.compile(r" \w+ (?:him|her|them)\b")
_NEXTCLAUSE_END = re.compile(
    r"(?:[;:—–] |, (?:and|but|though|although|so|while|because) )(?:(?:after|before|when|while|since)\b[^,;:.]*?,? )?$"
)
_INTRODUCES = re.compile(r"[A-Z][^,;:.“”\"]* (?:is|was|sits|sat|stands|stood|comes|came) (?:(?:the|[A-Z]\w+) )*")
_RELATIVE = re.compile(r"(?: (?:of|from|in|at|with) [^,.;:]{1,40})?,? who\b[^.,;:“”\"]*$")
CLAUSE_END = re.compile(
    r"[,;:—–()]|\b(?:and|but|or|that|who|which|when|while|after|before|because|if|as|where|since|to)\b", re.IGNORECASE
)


def most_salient(page: Page, here: Here, candidates: list[Candidate], attention: Attention | None) -> Candidate | None:
    """Return whom a pronoun means most likely, None where nobody is near enough."""
    announced = next(
        (c for c in candidates if _is_announced(page, here, c) or _is_asked(page, here, c, candidates)), None
    )
    if announced or (announced := _led_in(page, here, candidates, attention) or _goes_on(page, here, candidates)):
        return announced
    near = [(salience(page, here, c) * _weight(attention, c), -i, c) for i, c in enumerate(candidates) if c.before]
    best = max(near, default=(0.0, 0, None))
    stranger = attention and attention.stranger
    is_seen = stranger and not _IS_PLACE.search(page.text, max(0, stranger.start - 20), stranger.start)
    if is_seen and _STRANGER * (attention.on_stranger + FLOOR) > best[0]:
        return Candidate(stranger.key, here.gender, (stranger,), None)
    if best[0] > 0:
        return best[2]
    # In his speech, Tavian thanked the farmers: the next name in the sentence.
    return min((c for c in candidates if c.ahead), key=lambda c: c.ahead.start, default=None)


def _weight(attention: Attention | None, candidate: Candidate) -> float:
    return attention.shares[candidate.key] + FLOOR if attention else 1.0


def salience(page: Page, here: Here, candidate: Candidate) -> float:
    """Return how present somebody is at a pronoun: the best place before it, and a little for each other one."""
    best = total = 0.0
    for person in candidate.before:
        distance = here.sentence - page.sentence(person.start)
        if distance > _WINDOW:
            break
        weight = (_PRONOUN if person.kind == "pronoun" else _PLACE[person.place]) * _FADE**distance
        weight *= 1.0 if person.gender else _KIND.get(person.kind, 1.0)
        quote = page.quote(person.start)
        if quote is not here.quote and (quote is None or here.quote is None):
            weight *= _VOICE_CHANGE
        if quote is None and here.quote and here.quote.speaker is None and not distance:
            weight *= _MAY_SPEAK
        if here.role in ("owner", "self") and not distance and _RELATIVE.match(page.text, person.end, here.start):
            weight *= _WHO
        if here.role == "owner" and here.speaks and not distance and _is_spoken_of(page, person):
            weight *= _OWN_NEWS
        best = max(best, weight * (1 - _NEARER * (here.start - person.end) / 1000))
        total += weight
    score = best + _OFTEN * total
    if score and here.speaks and candidate.key == here.last_speaker:
        last = candidate.before[0]
        steps = here.sentence - page.sentence(last.start) + ("\n" in page.text[last.end : here.start])
        score += _SPEAKER * _SPEAKER_FADE**steps
    if here.reported_by is not None and candidate.key == here.reported_by and here.quote is None:
        score += _REPORTED
    score *= 1.0 if candidate.gender else _GENDER_UNKNOWN
    is_known = any(person.kind in ("name", "pronoun") for person in candidate.before)
    return score if is_known or candidate.key == here.last_speaker else score * _UNNAMED


def _is_spoken_of(page: Page, person: Person) -> bool:
    """Whether somebody is the subject of what another reports, not in quotation marks."""
    return person.place == "subject" and page.is_reported(person.start) and page.quote(person.start) is None


def _is_announced(page: Page, here: Here, candidate: Candidate) -> bool:
    """The subject that an opening phrase leads up to: "In his speech, Tavian …", "When she left, Oster …"."""
    if candidate.ahead is None or candidate.ahead.place != "subject" or not candidate.gender:
        return False
    first = page.sentence_start(here.start)
    comma = page.text.find(",", here.end, here.end + 100)
    if comma < 0 or not OPENING.match(page.text, first) or "," in page.text[first : here.start]:
        return False
    between = (page.text, comma + 1, candidate.ahead.start)
    return 0 < between[2] - comma <= 40 and not CLAUSE_END.search(*between)


def _is_asked(page: Page, here: Here, candidate: Candidate, candidates: list[Candidate]) -> bool:
    """Oster told reporters so. Asked whether Tavian knew, she replied …: the one who spoke right before. Not where the
    asked one is named: Asked whether it rained, Tavian smiled; it was late, he said."""
    if not here.speaks or candidate.key != here.last_speaker or not candidate.before:
        return False
    start = page.sentence_start(here.start)
    asked = _ASKED.match(page.text, start) is not None and here.start - start < _CLAUSE_LENGTH
    if asked and any("," in page.text[start : place.start] for _, place in _there(candidates, start, here.start)):
        return False
    return asked and here.sentence - page.sentence(candidate.before[0].start) <= 1


def _goes_on(page: Page, here: Here, candidates: list[Candidate]) -> Candidate | None:
    """Oster played it down, and she left; A diplomat scoffed; he left: the subject with which the sentence begins.

    Only where nobody else stands in the first clause who can be meant.
    """
    start = page.sentence_start(here.start)
    clause = _clause_before(page, here, start, candidates) if here.role == "subject" and here.quote is None else start
    there = _there(candidates, start, clause)
    if len(there) != 1:
        return None
    candidate, first = there[0]
    sure = candidate.gender or (here.speaks and not _TO_HIM.match(page.text, here.end))
    return candidate if sure and _begins(page, start, first) and not page.is_reported(first.start) else None


def _clause_before(page: Page, here: Here, start: int, candidates: list[Candidate]) -> int:
    """Where the first clause ends: "Oster left⟦, and⟧ she …", "Oster left⟦;⟧ it rained, she said"; else `start`."""
    near = max(start, here.start - _CLAUSE_LENGTH)  # a sentence may be a book
    clause = _NEXTCLAUSE_END.search(page.text, near, here.start)
    if clause:
        return clause.start()
    mark = max(page.text.rfind(mark, near, here.start) for mark in ("; ", ": ")) if here.speaks else -1
    return mark if mark >= 0 and not _there(candidates, mark, here.start) else start


def _there(candidates: list[Candidate], start: int, end: int) -> list[tuple[Candidate, Person]]:
    """Who is named between two characters, not as an owner, and where first."""
    places = [(c, [p for p in c.before if start <= p.start < end and p.place != "owner"]) for c in candidates]
    return [(c, own[-1]) for c, own in places if own]


def _begins(page: Page, start: int, person: Person) -> bool:
    """Whether a sentence begins with its subject, or with an opening phrase before it."""
    if person.place != "subject":
        return False
    if person.start - start < LEAD:
        return True
    near = person.start - start < _CLAUSE_LENGTH
    return near and OPENING.match(page.text, start) is not None and "," in page.text[start : person.start]


def _is_about(candidates: list[Candidate], start: int, end: int) -> Candidate | None:
    """⟦Oster⟧'s answer was short. “No,” she said: whose name begins a sentence that names nobody else."""
    inside = [(c, place) for c in candidates for place in c.before if start <= place.start < end]
    if len(inside) != 1 or inside[0][1].kind != "name" or inside[0][1].start - start >= LEAD:
        return None
    return inside[0][0] if inside[0][0].gender else None


def _is_introduced(page: Page, start: int, person: Person) -> bool:
    """The man who reads all this is ⟦Joss Tavian⟧; Across the table sits ⟦Mira Oster⟧."""
    near = person.start - start < _CLAUSE_LENGTH and person.kind == "name"
    return near and _INTRODUCES.fullmatch(page.text, start, person.start) is not None


def _led_in(page: Page, here: Here, candidates: list[Candidate], attention: Attention | None) -> Candidate | None:
    """Oster came to the town. “It is over,” she said; Oster came to the town. It rained. She left: the subject of the
    last sentence that names anybody.

    Only where that sentence begins with the name, or with "the premier", in the same paragraph, and names nobody else
    who can be meant.
    """
    start = page.sentence_start(here.start)
    inside = _there(candidates, start, here.start)
    if here.role == "subject" and len(inside) == 1 and _AS_FOR.match(page.text, start):
        return inside[0][0]
    opens = start == here.start or (here.speaks and (page.text[start] in _MARKS or not inside))
    says = here.role == "subject" or (here.role == "owner" and here.speaks)  # he said; in his view
    if not says or start < 2 or not opens:
        return None
    before = start
    for _ in range(_BACK):
        end, before = before, page.sentence_start(before - 1)
        if before >= end or "\n" in page.text[before:start]:
            return None
        there = _there(candidates, before, end)
        there = [(c, place) for c, place in there if (place.kind, place.place) != ("pronoun", "other")] or there
        if there:
            break
        if owner := _is_about(candidates, before, end) or new_name(page, here, before, candidates, attention):
            return owner
    introduced = [(c, place) for c, place in there if _is_introduced(page, before, place)]
    there = introduced or there
    if len(there) != 1:
        return None
    candidate, first = there[0]
    leads = bool(introduced) or _begins(page, before, first)
    sure = (
        first.kind == "description"
        or (first.kind == "name" and candidate.gender)  # a name alone may be a thing's
        or (first.kind == "kin" and _BESIDE_HIM.match(page.text, first.start) is not None)
    )
    return candidate if leads and (sure or has_entered(page, before, candidate, first, attention)) else None
