"""Who is meant by words for several and for a body: they, the leaders, both men, it, the ministry."""

import re
from collections.abc import Iterator
from itertools import groupby, islice, takewhile

from standpoints.naming.introductions import FIRMS, gender_in, noun_of_body
from standpoints.naming.names import Names, fold, fold_words
from standpoints.naming.nouns import OUTLETS, called
from standpoints.naming.people import is_first_name
from standpoints.naming.places import Span, place_of
from standpoints.naming.scene import NOBODY, Answer, Scene, Told
from standpoints.naming.stage import REMEMBERED, Named
from standpoints.naming.states import head_of

THEY = frozenset({"they", "them", "these", "those", "both"})
GROUP_NOUNS = frozenset(
    "leaders participants members allies countries nations states ministers delegates signatories partners".split()
)
PAIR = re.compile(
    r"(?:both|the two)(?: \w+)? "
    r"(men|women|leaders|presidents|premiers|chancellors|ministers|negotiators|diplomats|politicians)"
)
_OF_OUTLETS = OUTLETS | frozenset(
    "times post herald news journal tribune guardian telegraph mail express mirror observer gazette chronicle sentinel "
    "standard globe courier examiner radio tv television media".split()
)
_ADJECTIVE = re.compile(r"(?:al|ic|ful|ish|ous|ive|ed|an|ing|ent|ary|-\w+)$|^(?:new|big|same|whole|small|rich|poor)$")
_GROUPS = frozenset("group organisation movement campaign".split())
_OF = re.compile(r"(?:[a-z-]+ ){0,3}?(?:leaders|ministers|members|heads of state and government) of ", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|[,;] and|[,;] but| and) $")
_NEAR = 6  # sentences within which "they" is looked for


def several(scene: Scene, position: int, told: list[Told], people: bool = False) -> Answer:
    """They: the nearest group before; if somebody unknown and several spoke since, nobody. `people`: no army is meant
    by "the ministers"."""
    here, near = scene.sentence(position), _within(scene, position, _NEAR)
    group = next((n for n in near if n.actor and _may_be_several(scene.names, n.actor, people)), None)
    spoke = next((t for t in reversed(told) if t.several), None)
    # The envoys blamed their opponents, Norland's army, for it, ⟦they⟧ say: who speaks goes on
    same = spoke and scene.sentence(spoke.at) == here
    if spoke and (same or group is None or spoke.at >= group.spot.start):
        return (spoke.actor, "pronoun") if spoke.actor and here - scene.sentence(spoke.at) <= _NEAR else NOBODY
    return (group.actor, "pronoun") if group else NOBODY


def both(scene: Scene, position: int, noun: str) -> Answer:
    """Both men, the two leaders: the two whom the nearest sentence with several persons names; the first counts if they
    are of one side, as where both are named: see `phrases.are_of_two_sides`."""
    gender = {"men": "he", "women": "she"}.get(noun)
    for _, together in _by_sentence(scene, position, _NEAR):
        people = dict.fromkeys(
            n.actor for n in together
            if n.person and n.actor and (gender is None or gender_in(scene.names, n.actor) in (None, gender))
        )  # fmt: skip
        if len(people) > 1:
            sides = {scene.names.sides.get(actor) for actor in people}
            return ([*people][-1], "pronoun") if len(people) == 2 and len(sides) == 1 else NOBODY
    return NOBODY


def of_two(scene: Scene, position: int, which: str) -> Answer:
    """Oster met Tavian. ⟦The latter⟧ said …: who is named last in the nearest sentence that names two, or first."""
    for _, together in _by_sentence(scene, position, 1):
        people = [*dict.fromkeys(n.actor for n in together if n.person and n.spot.kind in ("name", "unlisted"))]
        if len(people) == 2:
            actor = people[0 if which == "latter" else 1]
            return (actor, "pronoun") if actor else NOBODY
    return NOBODY


def of_group(scene: Scene, span: Span) -> Answer | None:
    """The leaders of the ⟦Five⟧, the foreign ministers of the ⟦Group of Five (F5)⟧: a group speaks through these."""
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    actors = {named.actor or named.spot.owner for named in inside}
    group = actors.pop() if len(actors) == 1 else None
    if group is None or scene.names.kinds.get(group) != "group":
        return None
    ends = not scene.text[inside[-1].spot.end : span[1]].strip(" ,)")
    return (group, inside[0].how) if ends and _OF.match(scene.text, *span) else None


def _by_sentence(scene: Scene, position: int, reach: int) -> Iterator[tuple[int, Iterator[Named]]]:
    """The names before a character, the nearest first, by the sentences in which they stand."""
    return groupby(_within(scene, position, reach), key=lambda named: scene.sentence(named.spot.start))


def _within(scene: Scene, position: int, reach: int) -> Iterator[Named]:
    """The names before a character, the nearest first, of its sentence and so many before."""
    here = scene.sentence(position)
    return takewhile(lambda named: here - scene.sentence(named.spot.start) <= reach, scene.before(position))


def _may_be_several(names: Names, actor: str, people: bool) -> bool:
    return names.kinds.get(actor) == "group" or (not people and "they" in names.pronouns.get(actor, ()))


def _are_people(names: Names, actor: str) -> bool:
    """Analysts, who are no *it*."""
    return names.kinds.get(actor) == "group" and "it" not in names.pronouns.get(actor, ("it",))


def body(scene: Scene, position: int, told: list[Told]) -> Answer:
    """It: the institution or state that spoke last, else that the last sentence is about.

    Sooner not whom the words are about: The League protested. Sundia had broken the truce, ⟦it⟧ said."""
    if _unnamed_spoke(scene, position, told):
        return NOBODY
    own = _subjects_of_its_words(scene, position)
    actor = _body_before(scene, position, told, own)
    last = _just_told(scene, position, told)  # The company refused; it said …
    opens = scene.text[position].isupper()
    if actor is None and last and (last.by_noun or (opens and _may_be_a_body(scene, last))):
        actor = last.actor
    if actor is None:  # Norland said so. Norland had no choice, it said; | Norland urged both to wait, it said
        start = scene.page.sentence_start(position)
        alone = scene.text[:start].rstrip(" ")[-1:] in ("", "\n")
        actor = _body_before(scene, position, told, set() if alone else own - {last and last.actor})
    return (actor, "pronoun") if actor else NOBODY


def _unnamed_spoke(scene: Scene, position: int, told: list[Told]) -> bool:
    """The Holm administration said so. ⟦It⟧ added …: whether a body that nobody knows spoke last, and none was named
    since."""
    last = told[-1] if told else None
    if last is None or last.actor or not last.by_noun or scene.sentence(position) - scene.sentence(last.at) > 1:
        return False
    since = takewhile(lambda named: named.spot.start > last.at, scene.before(position))
    return not any(named.actor and not named.person for named in since)


def _body_before(scene: Scene, position: int, told: list[Told], others: set[str | None]) -> str | None:
    """The institution or state that spoke last or that the last sentence is about, none of the `others`."""
    here = scene.sentence(position)
    for named in scene.before(position):
        if here - scene.sentence(named.spot.start) > 2:
            break
        if named.person or not named.actor or named.actor in others or _are_people(scene.names, named.actor):
            continue
        spoke = any(t.actor == named.actor for t in told[-3:])
        if spoke or (_acts_before(scene, named, position) and not _is_told_of(scene, named, told)):
            return named.actor
    return None


def _subjects_of_its_words(scene: Scene, position: int) -> set[str | None]:
    """Who is named as a subject in what *it* says: nobody reports of himself by name that "Sundia had broken the
    truce"."""
    spans = [(said.start, said.end) for said in scene.page.spoken_by(position, position + 1)]
    inside = (n for start, end in spans for n in scene.named[scene.first_from(start) : scene.first_from(end)])
    return {n.actor for n in inside if scene.page.place(n.spot.start, n.spot.end) == "subject"}


def _just_told(scene: Scene, position: int, told: list[Told]) -> Told | None:
    """Who spoke last, if in this sentence or the one before, and known."""
    last = told[-1] if told else None
    near = last and last.actor and scene.sentence(position) - scene.sentence(last.at) <= 1
    return last if near else None


def spoke_as_body(scene: Scene, position: int, told: list[Told]) -> Answer | None:
    """The ministry reported two dead. All was quiet since, ⟦the statement⟧ said: the body that spoke right before."""
    last = _just_told(scene, position, told)
    is_body = last and scene.names.kinds.get(last.actor) in ("institution", "state")
    return (last.actor, "pronoun") if is_body else None


def _may_be_a_body(scene: Scene, told: Told) -> bool:
    """The mine's owner, Gorse Holdings, said so. It added …: nothing tells that it is a person."""
    if told.actor in scene.names.kinds or is_first_name(told.actor.split()[0]):
        return False
    near = islice(scene.before(told.at), REMEMBERED)
    return not any(n.spot.title or n.spot.gender for n in near if n.actor == told.actor)


def by_noun(scene: Scene, position: int, words: tuple[str, ...], told: list[Told]) -> Answer:
    """The ministry, the country: see `nouns.called`; the only firm; who just spoke and may be a body.

    The budget ⟦office⟧ is no other office; the regional ⟦office⟧ may be any."""
    here, noun = scene.sentence(position), words[-1]
    before = ((here - scene.sentence(named.spot.start), named) for named in scene.before(position))
    said = " ".join(word for word in words if word == noun or not _ADJECTIVE.search(word))
    actor = called(said, before, scene.text, scene.names) or _the_only_firm(scene, position, noun)
    actor = actor or (_the_only_outlet(scene, position) if noun in OUTLETS else None)
    if actor is None and noun in _GROUPS:
        last = _just_told(scene, position, told)
        actor = last.actor if last and _may_be_a_body(scene, last) else None
    return (actor, "pronoun") if actor else NOBODY


def _the_only_firm(scene: Scene, position: int, noun: str) -> str | None:
    """The operator, Oster Lines, … ⟦the company⟧: the only firm that the article named so far."""
    if noun not in FIRMS:
        return None
    near = islice(scene.before(position), REMEMBERED)
    firms = {n.actor for n in near if n.actor and noun_of_body(scene.text, n.spot) in FIRMS}
    return firms.pop() if len(firms) == 1 else None


def _the_only_outlet(scene: Scene, position: int) -> str | None:
    """The Holm Herald has it. ⟦The paper⟧ said …: the only paper, station or site that was named lately."""
    near = [n for n in _within(scene, position, _NEAR) if n.actor]
    outlets = {n.actor for n in near if _is_outlet(scene.text, n)}
    return outlets.pop() if len(outlets) == 1 else None


def _is_outlet(text: str, named: Named) -> bool:
    """The Holm ⟦Herald⟧; the Norlandish daily ⟦Morgen⟧; the ⟦Tark⟧ website; the channel, ⟦Tark TV⟧."""
    if not named.person and not _OF_OUTLETS.isdisjoint(fold_words(named.actor)):
        return True
    before = text[max(0, named.spot.start - 20) : named.spot.start].split()
    after = text[named.spot.end : named.spot.end + 20].split()
    beside = {fold(word.strip(',“”"')) for word in (*before[-1:], *after[:1])}
    return not OUTLETS.isdisjoint(beside) or noun_of_body(text, named.spot) in OUTLETS


def _acts_before(scene: Scene, named: Named, position: int) -> bool:
    """The League urged both to wait. | It said …: whether somebody is the subject of the sentence before; of the same
    sentence in "The League urged both to wait, it said on Friday", "The League protested, and it said …"."""
    number = scene.sentence(named.spot.start)
    start, here = scene.page.starts[number], scene.sentence(position)
    near = number == here - 1 or (number == here and _GOES_ON.search(scene.text, max(0, position - 6), position))
    return bool(near) and place_of(scene.text, start, named.spot.start, named.spot.end) == "subject"


def _is_told_of(scene: Scene, named: Named, told: list[Told]) -> bool:
    """The ministry said ⟦the League⟧ had attacked. It was late, it said: whether another speaks of who is named."""
    number = scene.sentence(named.spot.start)
    return any(t.at <= named.spot.start and scene.sentence(t.at) == number for t in told[-3:])


def is_plural(phrase: str) -> bool:
    """Whether a phrase is several: "the two leaders", "the envoys of Norland and Sundia", "MPs", "they"."""
    head = head_of(phrase)
    return fold(head) in THEY | GROUP_NOUNS or (head[-1:] == "s" and (head.islower() or head[:-1].isupper()))
