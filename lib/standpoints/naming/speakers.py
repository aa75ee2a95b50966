"""The actor behind each speaker as written: "President Joss Tavian", "he", "the leaders", "Arvik", nothing at all."""

import re
from bisect import bisect_left
from itertools import takewhile

from standpoints.naming import nouns
from standpoints.naming.antecedents import GENDER
from standpoints.naming.documents import again, said_in
from standpoints.naming.entourage import NOUNS, of_entourage
from standpoints.naming.groups import (
    GROUP_NOUNS,
    PAIR,
    THEY,
    body,
    both,
    by_noun,
    is_plural,
    of_group,
    of_two,
    several,
    spoke_as_body,
)
from standpoints.naming.names import fold, fold_words
from standpoints.naming.phrases import are_of_two_sides, named_after, named_in
from standpoints.naming.places import Span
from standpoints.naming.scene import NOBODY, Answer, Said, Scene, Told
from standpoints.naming.stage import Named
from standpoints.naming.states import head_of
from standpoints.reading.runs import is_quoted_heading

_TO_RELATIVE = re.compile(
    r",? |, (?:(?:the|an?|h(?:is|er)|its|their|[A-Z]\w+['’]s) |[a-z -]+ (?:for|of|at) )[^,.;:()“”\"]{1,90}, "
)
_EXPLAINED = re.compile(r", [^,.;:()“”\"]{1,90}, ")
# Somebody unnamed who speaks for himself, unlike a spokesman, an aide or a brother
_UNNAMED = re.compile(
    r"(?:an?|the|one|another)(?: [\w’'-]+){0,4}? (?:them|officials?|diplomats?|officers?|soldiers?|lawmakers?|"
    r"senators?|ministers?|leaders?|residents?|witness(?:es)?|experts?|analysts?|general|admiral|colonel|commander|"
    r"captain|major|lieutenant|sergeant|nurse|doctor|pilot|judge|mayor|governor|priest|editor|neighbou?r|ambassador|envoy|premier)$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"(?:..)?['’]s \w")  # from the last two letters of a name, or of its ending, on
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PRESS_SERVICE = re.compile(r"[Tt]he (?:press service|press office)")  # again, after that of the ministry
_BODIES = nouns.ALL | {"administration"}
_TO_ME = re.compile(r" (?:me|us)\b")
_NEAR = 6  # sentences after which a body that spoke as "the ministry" is no longer meant
_LINE = 80  # characters; longer lines are no headings
_MARKS = "\"“”„‟«»'‘’‚‹›`"


def resolve_speakers(scene: Scene, said: list[Said]) -> dict[int, Answer]:
    """Return {row: (actor, how)} of the statements of one article, (None, None) where nobody is known."""
    answers: dict[int, Answer] = {}
    told: list[Told] = []
    documents: dict[str, Answer] = {}
    bodies: dict[str, tuple[Answer, int]] = {}  # whom "the ministry" last meant, and in which sentence
    by_id: dict[str, Said] = {}  # those answered: the source of an inner one, coded by hand, may stand before the outer
    around: list[Said] = []  # statements that go on where the next one begins
    last: Said | None = None  # the last one that is over
    for one in sorted(said, key=_begin):
        over = [s for s in around if s.end <= _begin(one) and s.within is None]
        last = max([*over, *filter(None, [last])], key=lambda s: (s.end, -s.row), default=None)
        around = [s for s in around if s.end > _begin(one)]
        if one.speaker is None:
            answers[one.row] = _continued(scene.text, one, last, answers)
        elif fold(phrase := scene.text[slice(*one.speaker)]) in _FIRST_PERSON and not _is_listed(scene, one.speaker):
            answers[one.row] = _first_person(one, by_id.get(one.within), around, answers)
        elif _is_unnamed_too(scene.text, one, by_id.get(one.within), answers):
            answers[one.row] = NOBODY
        elif (document := again(phrase)) in documents:
            answers[one.row] = documents[document]
        elif _PRESS_SERVICE.fullmatch(phrase) and "press service" in documents:
            answers[one.row] = documents["press service"]
        elif document == "statement" and (body_before := spoke_as_body(scene, one.speaker[0], told)):
            answers[one.row] = body_before
        else:
            answers[one.row] = _speaker(scene, one.speaker, told)
            answers[one.row] = _as_before(scene, one.speaker, bodies, answers[one.row])
            if _tells_the_speaker(scene.text, one, by_id.get(one.within), answers):
                answers[one.row] = NOBODY
            if document := one.document or said_in(scene.text, one.speaker, one.cue_end or 0):
                documents[document] = documents["results"] = documents["findings"] = answers[one.row]
            if "press service of " in phrase:
                documents["press service"] = answers[one.row]
            actor, last_word = answers[one.row][0], fold(phrase).rpartition(" ")[2]
            told.append(Told(one.speaker[1], actor, is_plural(phrase), last_word in _BODIES))
        around.append(one)
        by_id[one.statement_id] = one
    return answers


def _as_before(scene: Scene, span: Span, bodies: dict[str, tuple[Answer, int]], answer: Answer) -> Answer:
    """The Ministry of Ports said so. ⟦The ministry⟧ added …, ⟦the ministry⟧ noted …: who last spoke under the same noun
    goes on, where nobody else was named so since."""
    phrase, here = fold(scene.text[slice(*span)]), scene.sentence(span[0])
    if not phrase.startswith("the ") or phrase.removeprefix("the ") not in nouns.BODY_NOUNS:
        return answer
    before, last = bodies.get(phrase, (NOBODY, 0))
    answer = before if answer == NOBODY and here - last <= _NEAR else answer
    bodies[phrase] = (answer, here)
    return answer


def _begin(one: Said) -> int:
    return min(one.start, one.speaker[0]) if one.speaker else one.start


def _is_listed(scene: Scene, span: Span) -> bool:
    """Whether all of a phrase names somebody: US, WHO; not us, who."""
    i = scene.first_from(span[0])
    return i < len(scene.named) and (scene.named[i].spot.start, scene.named[i].spot.end) == span


def _speaker(scene: Scene, span: Span, told: list[Told]) -> Answer:
    words = fold_words(scene.text[slice(*span)])
    word = words[0] if len(words) == 1 else ""
    if not NOUNS.isdisjoint(words) and (entourage := of_entourage(scene, span, told)):
        return entourage
    if word in GENDER:
        return _described(scene, span)
    if word in _RELATIVE and not _is_listed(scene, span):
        return _relative(scene, span)
    if word == "both":
        return both(scene, span[0], "people")
    if word in THEY:
        return several(scene, span[0], told)
    if word in ("it", "this"):
        return body(scene, span[0], told)
    if words in (("the", "latter"), ("the", "former")):
        return of_two(scene, span[0], words[1])
    if pair := PAIR.fullmatch(" ".join(words)):
        return both(scene, span[0], pair[1])
    if are_of_two_sides(scene, span):
        return NOBODY
    found = named_in(scene, span)
    found = found if found and found[0] else of_group(scene, span) or found
    head = fold(head_of(scene.text[slice(*span)]))
    if found is None and words and head in GROUP_NOUNS and words[0] in ("the", "these", "those", "both"):
        return several(scene, span[0], told, people=True)
    if found is None and 1 < len(words) < 5 and words[0] in ("the", "this", "that") and words[-1] in nouns.ALL:
        return by_noun(scene, span[0], words[1:], told)
    return found if found and found[0] else named_after(scene, span) or _described(scene, span)


def _described(scene: Scene, span: Span) -> Answer:
    """He; his sister, who was named before: "his sister Mira Oster"; not the president's lawyers."""
    person = scene.person_in(span)
    if person is None or not isinstance(person.key, str):
        return NOBODY
    inside = scene.people[bisect_left(scene.people, span[0], key=lambda one: one.start) :]
    named = takewhile(lambda one: one.start < span[1], inside)  # Mrs ⟦Oster⟧'s aide, where Mrs begins a line
    if any(one.key == person.key and _OWNS.match(scene.text, one.end - 2, span[1]) for one in named):
        return NOBODY
    described = person.start == span[0] and person.kind != "name"
    return (person.key, "pronoun") if span in scene.pronouns or described else NOBODY


def _relative(scene: Scene, span: Span) -> Answer:
    """Oster, who said …; Oster, the envoy of Norland, who said …: the name right before, or before what explains it.

    Who is no body: Oster, first deputy speaker of the ⟦Rada⟧, who said …
    """
    ended = (named for named in scene.before(span[0]) if named.spot.end <= span[0])
    nearest, other = next(ended, None), next(ended, None)
    if nearest is None:
        return NOBODY
    owns = scene.text[nearest.spot.end : nearest.spot.end + 2] in ("'s", "’s")  # Oster, ⟦Tavian⟧'s former envoy, who
    is_who = fold(scene.text[slice(*span)]) == "who"
    if is_who and (owns or not nearest.person) and _is_explained(scene.text, other, span):
        nearest = other
    close = _TO_RELATIVE.fullmatch(scene.text, nearest.spot.end, span[0]) or _is_explained(scene.text, nearest, span)
    if close and nearest.actor:
        return nearest.actor, "pronoun"
    return _described(scene, before) if is_who and (before := _description_before(scene, span)) else NOBODY


def _description_before(scene: Scene, relative: Span) -> Span | None:
    """⟦The former premier⟧, who said …"""
    i = bisect_left(scene.people, relative[0], key=lambda person: person.start) - 1
    before = scene.people[i] if i >= 0 else None
    ends = before and before.kind == "description" and scene.text[before.end : relative[0]] in (" ", ", ")
    return (before.start, before.end) if ends else None


def _is_explained(text: str, named: Named | None, relative: Span) -> bool:
    """Whether nothing but what explains a person stands between commas before a relative pronoun."""
    return bool(named and named.person and _EXPLAINED.fullmatch(text, named.spot.end, relative[0]))


def _first_person(one: Said, outer: Said | None, around: list[Said], answers: dict[int, Answer]) -> Answer:
    """I, we inside a quotation: who is quoted."""
    if outer is None:
        holding = (s for s in around if s.start <= one.speaker[0] and one.speaker[1] <= s.end)
        outer = min(holding, key=lambda s: s.row, default=None)
    return answers.get(outer.row, NOBODY) if outer else NOBODY


def _is_unnamed_too(text: str, one: Said, outer: Said | None, answers: dict[int, Answer]) -> bool:
    """A senior official said ⟦he⟧ feared a war, so did the general: nobody who was named before. Not "her aide said
    ⟦she⟧ feared a war"."""
    if outer is None or outer.speaker is None or answers[outer.row] != NOBODY:
        return False
    alone = _UNNAMED.match(text, *outer.speaker)
    return bool(alone) and one.speaker[0] <= outer.start + 5 and fold(text[slice(*one.speaker)]) in ("he", "she")


def _tells_the_speaker(text: str, one: Said, outer: Said | None, answers: dict[int, Answer]) -> bool:
    """“⟦The minister⟧ told me that he was tired,” “⟦He⟧ says that it rains,” Oster said: not she, who says I of
    herself."""
    if outer is None or not one.cue_end or answers[one.row][0] is None or answers[one.row][0] != answers[outer.row][0]:
        return False
    another = outer.direct and fold(text[slice(*one.speaker)]) in ("he", "she")
    return another or _TO_ME.match(text, one.cue_end) is not None


def _continued(text: str, one: Said, last: Said | None, answers: dict[int, Answer]) -> Answer:
    """A quotation that goes on: nothing but white space between it and what was said before.

    “We wait,” said Oster. “Nobody came.” — also in the next paragraph, where it begins with a mark again.
    """
    line = text[one.start : one.start + _LINE].split("\n")[0]
    heads = (one.start == 0 or text[one.start - 1] == "\n") and is_quoted_heading(line)
    if last is None or text[one.start] not in _MARKS or heads:
        return NOBODY
    ends = [last.end, last.speaker[1] if last.speaker else 0, last.cue_end or 0]
    between = text[max(end for end in ends if end <= one.start) : one.start]
    return answers[last.row] if not between.strip(" \n\t\xa0.,;:" + _MARKS) else NOBODY
