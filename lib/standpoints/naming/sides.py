"""The side of speakers whom nobody knows: "a Norlandish diplomat", *his* aide, *a spokeswoman* of who spoke before."""

import re
from itertools import groupby, takewhile
from typing import NamedTuple

from standpoints.naming.groups import is_plural
from standpoints.naming.names import fold
from standpoints.naming.nouns import called
from standpoints.naming.owners import state_of_place
from standpoints.naming.phrases import are_of_two_sides
from standpoints.naming.scene import Answer, Said, Scene
from standpoints.naming.states import head_of, served_in, serves_holder, side_of_state

_ITS_SPOKESMAN = re.compile(r"(?:an?|the|its|their) (?:\w+ )?spokes(?:man|woman|person|people)", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:the|this|that) (?:official|source|interlocutor|diplomat|officer|adviser|aide)|another", re.IGNORECASE
)
_ONE_OF_THEM = re.compile(r"(?:one|another) of them", re.IGNORECASE)
_FOR_A_BODY = r"(?:official|officer|diplomat|source|representative|spokes\w+)"
_OF_A_BODY = re.compile(rf"an? ([\w-]+) {_FOR_A_BODY}", re.IGNORECASE)
_OF_THE_BODY = re.compile(
    rf"(?:an?|one|another) (?:[\w-]+ )?{_FOR_A_BODY} (?:for|of|at|in|from) the ([\w-]+)", re.IGNORECASE
)
_OF_AN_ORGAN = re.compile(
    rf"an? (?:[\w-]+ )*(?:ministry|government|army|military|police|parliament|presidency) {_FOR_A_BODY}", re.IGNORECASE
)
# Envoys of Norland ⟦this week⟧
_THEN = re.compile(r",? (?:(?:on|this|last|late|earlier) )+(?:\w+day|week|month|year)$")
_NEAR = 2  # sentences within which a spokeswoman is that of who spoke


class _Last(NamedTuple):
    """Who spoke last: in which sentence, for which side, and whether a body, somebody unnamed, several, or another."""

    sentence: int
    side: str | None
    body: bool
    unnamed: bool
    several: bool = False


def sides_of_unnamed(scene: Scene, said: list[Said], answers: dict[int, Answer]) -> dict[int, str | None]:
    """Return {row: side} of the speakers without an actor, where what they are tells it, and of *he* who stands for
    them: "a Norlandish diplomat … the diplomat", "the delegate of Norland"."""
    sides: dict[object, str | None] = {}
    found: dict[int, str | None] = {}
    last: _Last | None = None
    for one in sorted((one for one in said if one.speaker), key=lambda one: one.speaker):
        actor, here = answers[one.row][0], scene.sentence(one.speaker[0])
        if actor:
            body = scene.names.kinds.get(actor) in ("institution", "state")
            last = _Last(here, scene.names.sides.get(actor), body, False)
            continue
        phrase = _THEN.sub("", scene.text[slice(*one.speaker)])
        # The ministry denied it. ⟦A spokeswoman⟧ said …; a member of its team said so. ⟦The official⟧ added …; two
        # aides said so. ⟦One of them⟧ added …
        its = last is not None and last.body and _ITS_SPOKESMAN.fullmatch(phrase) is not None
        again = _AGAIN.fullmatch(phrase) or (last is not None and last.several and _ONE_OF_THEM.fullmatch(phrase))
        goes_on = its or (last is not None and last.unnamed and bool(again))
        lasting = last.side if goes_on and here - last.sentence <= _NEAR else None
        side = None if are_of_two_sides(scene, one.speaker) else _side(scene, one, phrase, sides, lasting)
        found[one.row] = side
        last = _Last(here, side, its, True, is_plural(phrase))
    return found


def _side(scene: Scene, one: Said, phrase: str, sides: dict[object, str | None], lasting: str | None) -> str | None:
    """The side of one of them, else the `lasting` one; `sides` holds those of who was described before, by what they
    are called again."""
    who = scene.person_in(one.speaker)
    again = phrase.casefold().startswith(("the ", "this ", "that ")) and phrase.endswith(head_of(phrase))
    same = head_of(phrase) if again else None  # the delegate; not the delegate of another state
    key = who.key if who else one.row
    side = side_of_state(phrase, scene.names) or sides.get(key) or sides.get(same) or _of_served(scene, one, phrase)
    side = _of_its_body(scene, one, phrase) if side is None else side
    side = _of_its_holder(scene, one, phrase) if side is None else side
    if side is None and one.speaker in scene.pronouns:  # A Norlandish diplomat was blunter: “No,” ⟦she⟧ said
        described = _with_word_before(scene.text, who.start, who.end)
        sides[head_of(described)] = side = side_of_state(described, scene.names)
    side = _of_a_body(scene, one, phrase) if side is None else side
    if side is None and _OF_AN_ORGAN.fullmatch(phrase):  # In Arvik, ⟦a foreign ministry source⟧ said
        side = scene.names.sides.get(state_of_place(scene.page, one.speaker[0], scene.names))
    side = lasting if side is None else side
    sides[key] = sides[head_of(phrase)] = side
    return side


def _of_served(scene: Scene, one: Said, phrase: str) -> str | None:
    """The side of whom *his* aide or *a member of her cabinet* serves."""
    owner = served_in(phrase)
    person = owner and scene.pronouns.get((one.speaker[0] + owner[0], one.speaker[0] + owner[1]))
    return scene.names.sides.get(person.key) if person and isinstance(person.key, str) else None


def _of_its_holder(scene: Scene, one: Said, phrase: str) -> str | None:
    """President Oster was tired. ⟦A spokesman for the president⟧ said so, ⟦the president's aides⟧ said so: the side of
    who is meant by the office."""
    start, end = one.speaker
    inside = scene.named[scene.first_from(start) : scene.first_from(end)]
    held = (n for n in inside if n.spot.kind == "role" and n.actor)
    served = (n for n in held if serves_holder(phrase, n.spot.start - start, n.spot.end - start))
    return next((scene.names.sides.get(n.actor) for n in served), None)


def _of_a_body(scene: Scene, one: Said, phrase: str) -> str | None:
    """Norland's embassy was shut. ⟦An embassy official⟧ said …: the side of the body that was named shortly before;
    ⟦a spokesman for the embassy⟧ said …: of the one that "the embassy" means."""
    the = _OF_THE_BODY.fullmatch(phrase)
    body = _OF_A_BODY.fullmatch(phrase) or the
    here = scene.sentence(one.speaker[0])
    near = ((here - scene.sentence(n.spot.start), n) for n in scene.before(one.speaker[0]))
    near = takewhile(lambda place: the or place[0] <= _NEAR, near)
    return scene.names.sides.get(called(fold(body[1]), near, scene.text, scene.names)) if body else None


def _of_its_body(scene: Scene, one: Said, phrase: str) -> str | None:
    """The ministry was angry, with ⟦its spokesman⟧ calling it a joke; the ministry was angry. ⟦Its envoys⟧ said so:
    the side of the body that is the subject of the sentence, or of the last one that names anybody."""
    if not phrase.startswith(("its ", "Its ")) or served_in(phrase) is None:
        return None
    reach = scene.sentence(one.speaker[0]) - (_NEAR if phrase[0] == "I" else 0)
    before = takewhile(lambda named: scene.sentence(named.spot.start) >= reach, scene.before(one.speaker[0]))
    _, together = next(groupby(before, key=lambda named: scene.sentence(named.spot.start)), (0, ()))
    subject = next(reversed([*together]), None)
    leads = subject and not subject.person and scene.page.place(subject.spot.start, subject.spot.end) == "subject"
    return scene.names.sides.get(subject.actor) if leads else None


def _with_word_before(text: str, start: int, end: int) -> str:
    """A former ⟦Norlandish diplomat⟧."""
    return text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : end]
