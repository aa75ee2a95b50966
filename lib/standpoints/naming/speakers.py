"""The actor behind each speaker as written: "President Joss Tavian", "he", "the leaders", "Arvik", nothing at all."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import NamedTuple

from standpoints.naming.antecedents import GENDER
from standpoints.naming.cast import Named
from standpoints.naming.introductions import gender_in
from standpoints.naming.names import Names, fold, fold_words
from standpoints.naming.places import Span, place_of

# A speaker's own name ends here: "Mira Oster, a lawyer", "the envoy of Norland", "Tavian and Oster".
_STOP = re.compile(
    r"\s*(?:[,(;:–—]|\b(?:of|for|to|from|in|at|on|with|near|by|who|which|that|and|about|against|after|during|as)\b)|"
    r"\s+(?:himself|herself|themselves|itself|alone|also|both)\b|\s*$"
)
# Oster's critics, among them her brother, Ivo Karst, said …: he is one of those who speak.
_SOME_OF_THEM = re.compile(r"\b(?:among (?:them|whom)|including|such as|like|led by)\b")
_THEY = frozenset({"they", "them", "these", "those", "both"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_GROUP_NOUNS = frozenset(
    "leaders participants members allies countries nations states ministers delegates signatories partners group "
    "coalition bloc alliance".split()
)
_PAIR = re.compile(
    r"(?:both|the two)(?: \w+)? "
    r"(men|women|leaders|presidents|premiers|chancellors|ministers|negotiators|diplomats|politicians)"
)
_BODY_NOUNS = frozenset(
    "ministry agency organisation organization alliance bloc government company army military commission council "
    "parliament department office party union embassy committee court bank body institution watchdog".split()
)
_NEAR = 6  # sentences within which "they" is looked for
_CLOSING = " .\"“”'‘’»«"
_MARKS = "\"“”„‟«»'‘’‚‹›`"


Answer = tuple[str | None, str | None]
_NOBODY: Answer = (None, None)


class Scene(NamedTuple):
    """One article as it is read so far: who is named where, and which pronoun is whom."""

    text: str
    sentences: list[Span]
    named: list[Named]
    pronouns: dict[Span, object]
    described: dict[int, str]  # where a description begins: the actor
    names: Names

    def sentence(self, position: int) -> int:
        return bisect_right(self.sentences, (position, len(self.text))) - 1

    def first_from(self, position: int) -> int:
        """The number of the first name that starts there or later."""
        return bisect_left(self.named, position, key=lambda named: named.spot.start)

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


class _Told(NamedTuple):
    """A speaker that was met before: where, who (None: unknown), and whether it was several."""

    at: int
    actor: str | None
    several: bool


def name_ends(text: str, said: list[Said]) -> set[int]:
    """Return where the names of speakers end: what is named there and speaks is an actor, listed or not.

    Not a capital letter that only begins a sentence: "Residents said". In an interview each of the two who take
    turns is one: "Oster: We wait."
    """
    places: dict[str, set[int]] = {}  # by how the name is written
    for start, end in {s.speaker for s in said if s.speaker}:
        stop = _STOP.search(text, start, end)
        end = stop.start() if stop else end
        places.setdefault(re.sub(r"^(?:the|The) ", "", text[start:end]), set()).add(end)
    return {
        end
        for name, ends in places.items()
        if " " in name or _written_within_sentences(text, name) or _labels(text, name, ends)
        for end in ends
    }


def _labels(text: str, name: str, ends: set[int]) -> bool:
    return len(name) > 1 and sum(text[end : end + 1] == ":" for end in ends) > 1  # not the Q and A of an interview


def _written_within_sentences(text: str, word: str) -> bool:
    # What stands before the word is asked for last: a search for a plain text is ten times as fast.
    return bool(word) and re.search(rf" {re.escape(word)}\b(?<=[\w,;–—] {re.escape(word)})", text) is not None


def resolve_speakers(scene: Scene, said: list[Said]) -> dict[int, Answer]:
    """Return {row: (actor, how)} of the statements of one article, (None, None) where nobody is known."""
    answers: dict[int, Answer] = {}
    told: list[_Told] = []
    by_id = {s.statement_id: s for s in said}
    around: list[Said] = []  # statements that go on where the next one begins
    last: Said | None = None  # the last one that is over
    for one in sorted(said, key=_begin):
        over = [s for s in around if s.end <= _begin(one) and s.within is None]
        last = max([*over, *filter(None, [last])], key=lambda s: (s.end, -s.row), default=None)
        around = [s for s in around if s.end > _begin(one)]
        if one.speaker is None:
            answers[one.row] = _continued(scene.text, one, last, answers)
        elif fold(phrase := scene.text[slice(*one.speaker)]) in _FIRST_PERSON:
            answers[one.row] = _first_person(one, by_id.get(one.within), around, answers)
        else:
            answers[one.row] = _speaker(scene, one.speaker, told)
            told.append(_Told(one.speaker[0], answers[one.row][0], _is_plural(phrase)))
        around.append(one)
    return answers


def _begin(one: Said) -> int:
    return min(one.start, one.speaker[0]) if one.speaker else one.start


def _speaker(scene: Scene, span: Span, told: list[_Told]) -> Answer:
    words = fold_words(scene.text[slice(*span)])
    word = words[0] if len(words) == 1 else ""
    if word in GENDER:
        actor = scene.pronouns.get(span)
        return (actor, "pronoun") if isinstance(actor, str) else _NOBODY
    if word in _RELATIVE:
        return _relative(scene, span)
    if word in _THEY:
        return _several(scene, span[0], told)
    if word in ("it", "this"):
        return _body(scene, span[0], told, None)
    if pair := _PAIR.fullmatch(" ".join(words)):
        return _both(scene, span[0], pair[1])
    found = _named(scene, span)
    if found is None and words and words[-1] in _GROUP_NOUNS and words[0] in ("the", "these", "those", "both"):
        return _several(scene, span[0], told)
    if found is None and 1 < len(words) < 5 and words[0] in ("the", "this", "that") and words[-1] in _BODY_NOUNS:
        return _body(scene, span[0], told, words[-1])
    if found is None and re.search(r"year-old$", scene.text[slice(*span)]):
        return _last_person(scene, span[0])
    return found if found and found[0] else _named_after(scene, span) or _described(scene, span)


def _named(scene: Scene, span: Span) -> Answer | None:
    """The actor whose name ends the speaker's phrase, or stands between commas after it: "the envoy, Mira Oster"."""
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    here = [n for n in inside if n.spot.end <= span[1]]
    start, unknown, text = span[0], None, scene.text
    while start < span[1]:
        end = _segment_end(text, start, span[1], here)
        last = next((n for n in here if start <= n.spot.start and n.spot.end <= end
                     and not text[n.spot.end : end].strip(_CLOSING)), None)  # fmt: skip
        if last and last.actor and (start == span[0] or last.person):
            return last.actor, last.how
        if last:
            unknown = _NOBODY
        comma = text.find(",", end, span[1])
        if comma < 0 or _SOME_OF_THEM.search(text, start, comma):
            break
        start = comma + 1
    return unknown


def _named_after(scene: Scene, span: Span) -> Answer | None:
    """An aide to the premier, Mira Oster, said …: the name after the phrase, between commas."""
    end = span[1]
    while end and scene.text[end - 1] in " ,":
        end -= 1
    i = scene.first_from(end)
    after = scene.named[i] if i < len(scene.named) else None
    if after is None or not after.person or not after.actor or scene.text[end : after.spot.start] != ", ":
        return None
    return (after.actor, after.how) if scene.text[after.spot.end : after.spot.end + 1] == "," else None


def _described(scene: Scene, span: Span) -> Answer:
    """His sister, who was named before: "his sister Mira Oster"."""
    actor = scene.described.get(span[0])
    return (actor, "pronoun") if actor else _NOBODY


def _segment_end(text: str, start: int, end: int, here: list[Named]) -> int:
    at = start
    while True:
        stop = _STOP.search(text, at, end)
        if stop is None:
            return end
        inside = next(
            (n for n in here if (n.spot.lead if n.spot.title else n.spot.start) <= stop.start() < n.spot.end), None
        )
        if inside is None:
            return stop.start()
        at = inside.spot.end


def _relative(scene: Scene, span: Span) -> Answer:
    """Oster, who said …: the name right before."""
    for named in scene.before(span[0]):
        if named.spot.end <= span[0]:
            close = not scene.text[named.spot.end : span[0]].strip(" ,")
            return (named.actor, "pronoun") if close and named.actor else _NOBODY
    return _NOBODY


def _several(scene: Scene, position: int, told: list[_Told]) -> Answer:
    """They: the nearest group before; if somebody unknown and several spoke since, nobody."""
    here = scene.sentence(position)
    near = takewhile(lambda n: here - scene.sentence(n.spot.start) <= _NEAR, scene.before(position))
    group = next((n for n in near if n.actor and _may_be_several(scene.names, n.actor)), None)
    spoke = next((t for t in reversed(told) if t.several), None)
    if spoke and (group is None or spoke.at >= group.spot.start):
        return (spoke.actor, "pronoun") if spoke.actor and here - scene.sentence(spoke.at) <= _NEAR else _NOBODY
    return (group.actor, "pronoun") if group else _NOBODY


def _both(scene: Scene, position: int, noun: str) -> Answer:
    """Both men, the two leaders: the two whom the nearest sentence with several persons names; the first counts."""
    here, gender = scene.sentence(position), {"men": "he", "women": "she"}.get(noun)
    near = takewhile(lambda n: here - scene.sentence(n.spot.start) <= _NEAR, scene.before(position))
    for _, together in groupby(near, key=lambda named: scene.sentence(named.spot.start)):
        people = dict.fromkeys(
            n.actor for n in together
            if n.person and n.actor and (gender is None or gender_in(scene.names, n.actor) in (None, gender))
        )  # fmt: skip
        if len(people) > 1:
            return ([*people][-1], "pronoun") if len(people) == 2 else _NOBODY
    return _NOBODY


def _may_be_several(names: Names, actor: str) -> bool:
    return names.kinds.get(actor) == "group" or "they" in names.pronouns.get(actor, ())


def _body(scene: Scene, position: int, told: list[_Told], noun: str | None) -> Answer:
    """It, the ministry: the institution or state that spoke last, else that was named last (with this noun)."""
    here = scene.sentence(position)
    for named in scene.before(position):
        if here - scene.sentence(named.spot.start) > (_NEAR if noun else 2):
            break
        if named.person or not named.actor:
            continue
        called = {*fold_words(scene.text[named.spot.start : named.spot.end]), *fold_words(named.actor)}
        spoke = any(t.actor == named.actor for t in told[-3:]) or _acts_before(scene, named, position)
        if noun in called if noun else spoke:
            return named.actor, "pronoun"
    return _NOBODY


def _acts_before(scene: Scene, named: Named, position: int) -> bool:
    """The League urged both to wait. | It said …: whether somebody is the subject of the sentence before."""
    number = scene.sentence(named.spot.start)
    start = scene.sentences[number][0]
    return (
        number == scene.sentence(position) - 1
        and place_of(scene.text, start, named.spot.start, named.spot.end) == "subject"
    )


def _last_person(scene: Scene, position: int) -> Answer:
    last = next((n for n in scene.before(position) if n.person), None)
    return (last.actor, "pronoun") if last and last.actor else _NOBODY


def _is_plural(phrase: str) -> bool:
    words = fold_words(phrase)
    return bool(words) and (words[-1] in _THEY | _GROUP_NOUNS or (phrase[-1] == "s" and phrase.split()[-1].islower()))


def _first_person(one: Said, outer: Said | None, around: list[Said], answers: dict[int, Answer]) -> Answer:
    """I, we inside a quotation: who is quoted."""
    if outer is None:
        holding = (s for s in around if s.start <= one.speaker[0] and one.speaker[1] <= s.end)
        outer = min(holding, key=lambda s: s.row, default=None)
    return answers.get(outer.row, _NOBODY) if outer else _NOBODY


def _continued(text: str, one: Said, last: Said | None, answers: dict[int, Answer]) -> Answer:
    """A quotation that goes on: nothing but white space between it and what was said before.

    “We wait,” said Oster. “Nobody came.” — also in the next paragraph, where it begins with a mark again.
    """
    if last is None or text[one.start] not in _MARKS:
        return _NOBODY
    ends = [last.end, last.speaker[1] if last.speaker else 0, last.cue_end or 0]
    between = text[max(end for end in ends if end <= one.start) : one.start]
    return answers[last.row] if not between.strip(" \n\t\xa0.,;:" + _MARKS) else _NOBODY
