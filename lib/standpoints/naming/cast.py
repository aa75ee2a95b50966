"""Who each spot of one article is: by the registry, the article's date, and what the article itself said before."""

import re
from itertools import islice
from typing import NamedTuple

from standpoints.naming.geography import PLACES
from standpoints.naming.holders import holder_of, is_called, terms_of, terms_of_aide, terms_of_body, ways_of
from standpoints.naming.introductions import Introduced, gender_in, introduced, people_by_one_word
from standpoints.naming.names import ORDINARY, Names, fold, fold_words, has_suffix
from standpoints.naming.people import EPITHETS, NOT_A_PERSON, is_first_name
from standpoints.naming.places import Page, page_of, place_of
from standpoints.naming.roles import BODIES, BODY_WORDS, CIVIL, HIGH, ONE_OF_MANY, VAGUE
from standpoints.naming.words import Spot, Word

_IN = frozenset("in near around outside inside across throughout at into within via".split())
_FROM = frozenset("from to toward towards left leaving reached reach visit visited visiting".split())
_AREA = re.compile(
    r"(?:,? (?:and|or) \w+)? (?:region|oblast|province|district|airport|suburb|street|metro|area|countryside|time|"
    r"agreement|talks|summit|memorandum|conference|format|protocol|marathon)s?\b"
)
_APPOSED = re.compile(r",? (?:the |a |an |who (?:is|was) (?:the |a )?)?|, (?:his|her) |, (?:[\w-]+ ){0,3}")
_OWNED = re.compile(r"\b(its|their|his|her|our|my) (?:[\w-]+ )?$|['’](s) $", re.IGNORECASE)
_WHOSE = {"his": "he", "her": "she"}
_IN_PLACE = re.compile(r"In ([A-Z][\w’'-]+), ")
_SEVERAL = re.compile(r"^(?!.* of )\w+[^s]s$")  # the leaders, the states: no person who was named before
_OF_ELSEWHERE = re.compile(r"\b[Tt]he ((?:[A-Z][\w-]+ )+)$")  # the ⟦Karst⟧ governor, not the one who was named before
_OWNER_AFTER = re.compile(r" (of|in) (?:the )?[A-Z]")
_THIS = re.compile(r"\b(?:the|this|that|same) (?:[\w-]+ ){0,2}$", re.IGNORECASE)

_LEADS = 2  # how much a sentence is about its subject
_BACK = 2  # sentences before the nearest one that names somebody called so, in which it is sooner the subject
_FORCES = frozenset(ways_of("armed forces"))
_TOPIC = 20  # names of one paragraph, at most
_MEMORY = 1200  # characters for which somebody without a name is remembered
_REMEMBERED = 300  # names among which "the premier" is looked for: else a long text costs the square of its length


class Named(NamedTuple):
    """A spot and who it is; `actor` None: somebody or something that stays unknown."""

    spot: Spot
    actor: str | None
    how: str
    person: bool


def cast(
    text: str,
    words: list[Word],
    spots: list[Spot],
    names: Names,
    published: str | None,
    speaking: set[int] = frozenset(),
    page: Page | None = None,
) -> list[Named]:
    """Return the spots that name an actor, in order; `speaking` holds the ends of words that end a speaker's name, and
    `page` what is said in the text.

    Full names introduce; surnames and first names go on with whoever was introduced. A name that could be two
    people stays unknown.
    """
    alone = people_by_one_word(text, words, spots, speaking)
    people = introduced(text, spots, names, speaking, alone)
    play = _Play(text, words, names, published, _known(people), alone, speaking, page or page_of(text, [], []))
    result: list[Named] = []
    for spot in spots:
        who = play.who(spot, result)
        if who is not None:
            result.append(who)
    return result


class _Known(NamedTuple):
    """The people of an article by what they are looked up by: going through them all at each name would cost the
    square of a long text's length. Of one actor only the first place counts."""

    at: dict[int, str]  # who is named in full at a character
    by_surname: dict[str, dict[tuple, Introduced]]
    by_given_name: dict[str, dict[tuple, Introduced]]
    actors: set[str]


def _known(people: list[Introduced]) -> _Known:
    known = _Known({p.at: p.actor for p in people}, {}, {}, {p.actor for p in people})
    for person in people:
        who = (person.actor, person.gender)
        known.by_surname.setdefault(person.words[-1], {}).setdefault(who, person)
        if len(person.words) > 1 and NOT_A_PERSON.isdisjoint(person.words):
            known.by_given_name.setdefault(person.words[0], {}).setdefault(who, person)
    return known


def _fitting(spot: Spot, people: dict[tuple, Introduced]) -> list[str]:
    """Who of these people a spot can mean: those introduced before it, else those introduced later."""
    fitting = [p for p in people.values() if not spot.gender or p.gender in (None, spot.gender)]
    before = [p.actor for p in fitting if p.at < spot.start]
    return list(dict.fromkeys(before or [p.actor for p in fitting]))


class _Play(NamedTuple):
    text: str
    words: list[Word]
    names: Names
    published: str | None
    people: _Known
    alone: frozenset[str]
    speaking: set[int]
    page: Page

    def who(self, spot: Spot, before: list[Named]) -> Named | None:
        if spot.kind == "adjective" or (spot.kind in ("name", "place") and self._is_place(spot)):
            return None
        if spot.kind == "office":
            return self._holder(spot, before)
        if spot.kind == "role":
            return self._described(spot, before)
        if spot.kind == "unlisted":
            return self._unlisted(spot)
        return self._listed(spot)

    def _is_doubtful(self, spot: Spot) -> bool:
        """Dan, Power: a surname that is a first name or a word too, where the article names nobody so in full."""
        word = self.words[spot.last - 1].folded
        other = is_first_name(word) or (word in ORDINARY and spot.end not in self.speaking)
        alone = not spot.full and spot.how == "name" and CIVIL.issuperset(spot.title)
        return other and alone and self.people.actors.isdisjoint(spot.actors)

    def _listed(self, spot: Spot) -> Named | None:
        kinds = {self.names.kinds[actor] for actor in spot.actors}
        if kinds == {"institution"} and (state := self._of_other_state(spot)):
            return Named(spot, state, "alias", False)
        if kinds != {"person"}:
            return Named(spot, spot.actors[0] if len(spot.actors) == 1 else None, spot.how, False)
        if self._is_epithet(spot):
            return None
        if self._is_doubtful(spot):
            return self._unlisted(spot)
        possible = [a for a in spot.actors if not spot.gender or gender_in(self.names, a) in (None, spot.gender)]
        if not possible and spot.how == "name" and not spot.full:  # Mrs Tavian, where only men are listed
            return self._unlisted(spot)
        if not spot.full and (spot.how == "name" or not possible):
            surname = self.words[spot.last - 1].folded
            introduced = _fitting(spot, self.people.by_surname.get(surname, {}))
            if introduced:
                possible = introduced
        if len(possible) > 1 and spot.title:
            day = self.published
            called = [a for a in possible if any(is_called(self.names, a, (), title, day) for title in spot.title)]
            possible = called or possible
        if len(possible) > 1:
            present = [a for a in possible if a in self.people.actors]
            # Joss Tavian Jr is not called Tavian where nothing else names him.
            possible = present or [a for a in possible if not has_suffix(a)]
        return Named(spot, possible[0] if len(possible) == 1 else None, spot.how, True)

    def _of_other_state(self, spot: Spot) -> str | None:
        """Sundia's Foreign Intelligence Service, where only Norland's is listed: that state speaks."""
        word = self.words[spot.first - 1] if spot.first else None
        generic = self.words[spot.last - 1].folded in BODY_WORDS and spot.last - spot.first > 1
        if word is None or not generic or self.text[word.end : spot.start] != " ":
            return None
        owners = [name.actor for name in self.names.tree.get(word.folded, {}).get("", ()) if name.note != "place"]
        states = [actor for actor in owners if self.names.kinds[actor] == "state"]
        sides = {self.names.sides[actor] for actor in spot.actors}
        return states[0] if states and self.names.sides[states[0]] not in sides else None

    def _is_epithet(self, spot: Spot) -> bool:
        """The Turk, the South Carolina Republican: no name."""
        epithet = self.words[spot.last - 1].folded in EPITHETS and not spot.title
        return epithet and spot.first > 0 and self.words[spot.first - 1].folded in ("the", "a", "an")

    def _unlisted(self, spot: Spot) -> Named | None:
        text = self.text[spot.start : spot.end]
        if self._is_epithet(spot):
            return None
        if spot.full:
            actor = self.people.at.get(spot.start)
            if actor is None and spot.end in self.speaking:
                return Named(spot, text, "name", False)
            return actor and Named(spot, actor, "name", spot.role != "organisation")
        word = fold(text)
        possible = _fitting(spot, self.people.by_surname.get(word, {}))
        if not possible:
            possible = _fitting(spot, self.people.by_given_name.get(word, {}))
        if len(possible) == 1:
            return Named(spot, possible[0], "name", True)
        if possible:
            return Named(spot, None, "name", True)
        known = spot.title or spot.end in self.speaking or word in self.alone
        after_the = spot.first > 0 and self.words[spot.first - 1].folded == "the"
        thing = word in NOT_A_PERSON or word in PLACES or text.isupper() or after_the
        return Named(spot, text, "name", bool(spot.title) or not thing) if known else None

    def _holder(self, spot: Spot, before: list[Named]) -> Named | None:
        if self._apposed(spot, before):
            return None
        terms = terms_of(self.names, spot.role, spot.owner)
        again = self._again(spot, before) if not terms or spot.role in BODIES else None  # an official, not officials
        if again:
            return again
        if spot.role in ONE_OF_MANY:  # a Norlandish official: one of "Norlandish officials", if these are listed
            terms = [term for term in terms if self.names.kinds[term.actor] == "group"]
            return self._of_terms(spot, terms) if terms else None
        if terms:
            return self._of_terms(spot, terms)
        if spot.role in BODIES and not spot.former:
            return Named(spot, spot.owner, "alias", False)
        return Named(spot, None, "office", True)

    def _again(self, spot: Spot, before: list[Named]) -> Named | None:
        """The Norlandish diplomat, the Arvik official: who was named shortly before, is called so and of that side."""
        if not _THIS.search(self.text, max(0, spot.start - 40), spot.start):
            return None
        since = max(self._newcomer(spot), spot.start - _MEMORY)
        found = self._called(spot, before, since, self.names.sides.get(spot.owner))
        return found if found and found.person else None

    def _of_terms(self, spot: Spot, terms: list) -> Named:
        actor = holder_of(terms, self.published, former=spot.former, present=self.people.actors)
        return Named(spot, actor, terms[0].how, actor is None or self.names.kinds[actor] == "person")

    def _described(self, spot: Spot, before: list[Named]) -> Named | None:
        """The nearest person before who was named with this role or holds such an office: "the president"."""
        if not spot.role or self._apposed(spot, before):
            return None
        if (spot.role, None) in self.names.offices:
            return self._of_terms(spot, self.names.offices[spot.role, None])
        owned = _OWNED.search(self.text, max(0, spot.start - 12), spot.start)
        if owned and owned.group(1) in ("our", "Our", "my", "My"):
            return self._of_speakers_state(spot, before)
        if owned:
            return self._of_owner(spot, (owned.group(1) or "'s").casefold(), before)
        if terms := self._of_capital(spot) or self._of_topic(spot, before):
            return self._of_terms(spot, terms)
        elsewhere = _OF_ELSEWHERE.search(self.text, max(0, spot.start - 40), spot.start)
        body = elsewhere and " ".join(fold_words(elsewhere[1]))
        if body in BODIES:  # the Foreign Ministry ⟦spokeswoman⟧
            spot = spot._replace(role=f"{body} {spot.role}")
        elif elsewhere or self._of_another(spot):
            return Named(spot, None, "office", spot.role not in BODIES)
        capital = self.text[spot.start].isupper()
        if not capital and not _THIS.search(self.text, max(0, spot.start - 40), spot.start):
            return None
        if spot.role in HIGH and (own := self._of_speakers_state(spot, before)):
            return own
        found = self._called(spot, before, self._newcomer(spot))
        return found or (Named(spot, None, "office", spot.role not in BODIES) if not capital else None)

    def _of_speakers_state(self, spot: Spot, before: list[Named]) -> Named | None:
        """Norland's envoy: “⟦Our foreign ministry⟧ waits, and so does ⟦the president⟧”: those of the state of who speaks,
        not the speaker."""
        speech = self.page.voice_at(spot.start)
        named = next((n for n in reversed(before[-_REMEMBERED:]) if n.spot.start < speech.speaker[1]), None) if speech else None
        if named is None or named.spot.end <= speech.speaker[0] or not named.actor:
            return None
        side = self.names.sides.get(named.actor)
        states = [actor for actor, kind in self.names.kinds.items() if kind == "state" and self.names.sides[actor] == side]
        offices = [terms for state in states if (terms := terms_of(self.names, spot.role, state))]
        who = self._of_terms(spot, offices[0]) if len(offices) == 1 else None
        return who if who and who.actor != named.actor else None

    def _of_topic(self, spot: Spot, before: list[Named]) -> list:
        """Norland was cool. It had no plan, the foreign minister said: a paragraph about one state that names no
        person."""
        paragraph = self.text.rfind("\n", 0, spot.start) + 1
        here = [n for n in before[-_TOPIC:] if n.spot.start >= paragraph and n.actor]
        states = {n.actor for n in here if self.names.kinds.get(n.actor) == "state" and self._is_subject(n)
                  and not self.page.is_reported(n.spot.start)}  # fmt: skip
        if len(states) != 1 or any(n.person for n in here):
            return []
        return terms_of(self.names, spot.role, states.pop())

    def _of_capital(self, spot: Spot) -> list:
        """In Arvik, the foreign minister said: the terms of the office in the state whose capital that is."""
        place = _IN_PLACE.match(self.text, self.page.sentence_start(spot.start))
        if place is None:
            return []
        here = self.names.tree.get(fold(place[1]), {}).get("", ())
        states = [name.actor for name in here if self.names.kinds[name.actor] == "state"]
        return terms_of(self.names, spot.role, states[0]) if states and place.end() <= spot.start else []

    def _called(self, spot: Spot, before: list[Named], since: int, side: str | None = None) -> Named | None:
        """Who was named last, after the character `since`, and is called by the role; with a `side`, of that side.

        Sooner who spoke, or whom a sentence is about, than somebody who is only spoken of: "Oster had no time for
        Karst. “No,” ⟦the minister⟧ said." Never who is named in the speaker's own words.
        """
        several = _SEVERAL.search(spot.role) is not None
        own = [(s.start, s.end) for s in self.page.spoken_by(spot.start, spot.end)]
        best, rank, reach, here = None, 0, 0, self.page.sentence(spot.start)
        for named in islice(reversed(before), _REMEMBERED):
            distance = here - self.page.sentence(named.spot.start)
            if named.spot.start < since or (best and (rank == _LEADS or distance > reach)):
                break
            if any(start <= named.spot.start < end for start, end in own):
                continue
            if self._is_called(named, spot, several, side):
                leads = self._leads(named, spot)
                if best is None or leads > rank:
                    best, rank = named, leads
                    reach = distance + (0 if several or not named.person else _BACK)
        return best and Named(spot, best.actor, "office", best.person)

    def _is_called(self, named: Named, spot: Spot, several: bool, side: str | None) -> bool:
        if not named.actor or (named.person and (several or spot.role in _FORCES)):
            return False
        if side and self.names.sides.get(named.actor) != side:
            return False
        titles = named.spot.title if named.spot.former == spot.former else ()
        called = is_called(self.names, named.actor, titles, spot.role, self.published, former=spot.former)
        return called or bool(side and self._may_be_called(named, spot.role))

    def _leads(self, named: Named, spot: Spot) -> int:
        """How much a sentence is about who is named in it: who speaks, its subject, or somebody else."""
        if not named.person or named.spot.end in self.speaking:
            return _LEADS
        there = (named.spot.start, named.spot.end)
        if self.page.is_reported(named.spot.start) or self.page.is_told_by(there, (spot.start, spot.end)):
            return 0
        return _LEADS if self._is_subject(named) else 1

    def _may_be_called(self, named: Named, role: str) -> bool:
        """The Arvik aide: somebody of that side who is no premier, president or minister."""
        if role not in VAGUE or not named.person:
            return False
        return not any(is_called(self.names, named.actor, named.spot.title, high, self.published) for high in HIGH)

    def _of_another(self, spot: Spot) -> bool:
        """The leader of the River League, the government in Holm: whose it is stands there, and nobody knows it."""
        owner = _OWNER_AFTER.match(self.text, spot.end)
        return owner is not None and (owner[1] == "of" or spot.role in BODIES)

    def _newcomer(self, spot: Spot) -> int:
        """A European diplomat said … The diplomat added …: where somebody without a name entered with this role, or −1.

        Not behind a comma, where it tells who the one before is: Mira Oster, a diplomat.
        """
        begins = r"\b(?=[ao])(?<!, )(?<!as )(?<!is )(?<!was )(?:an?|one|another)"
        entering = rf"{begins}(?: [\w-]+){{0,4}}? {re.escape(spot.role)}\b"
        entries = re.finditer(entering, self.text[max(0, spot.start - _MEMORY) : spot.start], re.IGNORECASE)
        return max((max(0, spot.start - _MEMORY) + entry.start() for entry in entries), default=-1)

    def _of_owner(self, spot: Spot, owner: str, before: list[Named]) -> Named | None:
        """Who holds an office by whose it is: its premier, Tavian’s spokesman, his minister."""
        whose = self._whose(spot, owner, before)
        if whose is None:
            return None
        if whose.person:
            terms = terms_of_aide(self.names, spot.role, whose.actor, self.published)
        else:
            terms = terms_of(self.names, spot.role, whose.actor) or terms_of_body(self.names, spot.role, whose.actor)
        if terms:
            return self._of_terms(spot, terms)
        itself = not whose.person and spot.role in BODIES  # of a state whose bodies the registry does not hold
        return Named(spot, whose.actor if itself else None, "alias" if itself else "office", spot.role not in BODIES)

    def _whose(self, spot: Spot, owner: str, before: list[Named]) -> Named | None:
        """Whose *its*, *his* or *Tavian's* is; *its* sooner that of the subject: Norland protested to Sundia. Its army …"""
        found, here = None, self.page.sentence(spot.start)
        for named in islice(reversed(before), _REMEMBERED):
            if owner == "'s":
                return named if named.actor and 0 <= spot.start - named.spot.end <= 3 else None
            if not named.actor or named.person == (owner in ("its", "their")):
                continue
            if named.person:
                if gender_in(self.names, named.actor) in (None, _WHOSE[owner]):
                    return named
                continue
            sentence = self.page.sentence(named.spot.start)
            if found and sentence != self.page.sentence(found.spot.start):
                break
            if here - sentence <= _BACK and self._is_subject(named):
                return named
            found = found or named
        return found

    def _is_subject(self, named: Named) -> bool:
        start = self.page.sentence_start(named.spot.start)
        return place_of(self.text, start, named.spot.start, named.spot.end) == "subject"

    def _apposed(self, spot: Spot, before: list[Named]) -> bool:
        """Whether an office explains the name before it: "Mira Oster, the premier of Norland"."""
        if not before or not before[-1].person or before[-1].spot.kind in ("office", "role"):
            return False
        name = before[-1]
        if self.page.is_told_by((name.spot.start, name.spot.end), (spot.start, spot.end)):
            return False
        if self.text[spot.end : spot.end + 2] in ("'s", "’s"):  # Mira Oster, the premier's sister
            return False
        if not _APPOSED.fullmatch(self.text, name.spot.end, spot.start) or self.text[name.spot.end] != ",":
            return False
        before[-1] = name._replace(spot=name.spot._replace(title=(*name.spot.title, spot.role)))
        return True

    def _is_place(self, spot: Spot) -> bool:
        """Whether a state or capital is no state here, but only where something is: "in Arvik", "the Arvik region"."""
        kind = self.names.kinds[spot.actors[0]]
        if kind not in ("state", "institution"):
            return False
        if kind == "state" and self.text.startswith(", who ", spot.end):
            return True  # Paris, who used to work here
        i = spot.first - 1
        while i >= 0 and (
            self.words[i].folded == "the" or (self.words[i].folded in ("and", "or") and i == spot.first - 1)
        ):
            i -= 1
        before = self.words[i].folded if i >= 0 else ""
        if before in _IN or (spot.kind == "place" and (before in _FROM or _AREA.match(self.text, spot.end))):
            return True
        return kind == "state" and bool(
            re.match(r"(?:,? (?:and|or) \w+)? (?:region|oblast|province)s?\b", self.text[spot.end : spot.end + 60])
        )
