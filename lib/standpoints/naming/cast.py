"""Who each spot of one article is: by the registry, the article's date, and what the article itself said before."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from standpoints.naming.apposed import told_by_office
from standpoints.naming.called import described, holder
from standpoints.naming.geography import PLACES
from standpoints.naming.holders import is_called, terms_of
from standpoints.naming.introductions import Introduced, gender_in, introduced, is_epithet, people_by_one_word
from standpoints.naming.known import Known, fitting, is_titled_kin, known_in
from standpoints.naming.names import ORDINARY, Names, fold, fold_words, has_suffix, states_called
from standpoints.naming.people import EPITHETS, NOT_A_PERSON, is_first_name, is_named_as
from standpoints.naming.places import Page
from standpoints.naming.roles import BODY_WORDS, CIVIL, TITLES
from standpoints.naming.stage import Named, Stage
from standpoints.naming.words import Spot, Word

_IN = frozenset("in near around outside inside across throughout at into within via".split())
_FROM = frozenset("from to toward towards left leaving reached reach visit visited visiting".split())
_PART_OF_A_NAME = frozenset(
    "ministry office department court bureau board association federation directorate corps house assembly commission "
    "committee council centers agency authority legislature parliament government".split()
)
_ALSO = re.compile(
    r"(?:, | \()(?:(?:an?|the) (?:(?!of )[a-z-]+ ){1,3})?(?:(?:who|whose|with|the|is|was|also|better) )*"
    r"(?:call[- ]?sign|nickname|nom de guerre|go(?:es|ing) by|known|nicknamed)\b[^.;:()\n]{0,30}"
)
_PEOPLES = EPITHETS.difference(("conservative", "democrat", "liberal", "republican", "socialist")) | frozenset(
    "jew christian muslim catholic evangelical latino hispanic millennial boomer netizen sunni shiite kurd arab tatar "
    "cossack roma orthodox islamist".split()
)
_COINED = re.compile(r"(?!(?:Mac|Mc|De|Di|Da|Du|La|Le|Van|Fitz|Al)[A-Z])\w*[a-z][A-Z]")  # BuzzHolm; not McOster
_AREA = re.compile(
    r"(?:,? (?:and|or) \w+)? (?:region|oblast|province|district|airport|suburb|street|metro|area|countryside|time|"
    r"agreement|talks|summit|memorandum|conference|format|protocol|marathon)s?\b"
)


def cast(
    page: Page,
    words: list[Word],
    spots: list[Spot],
    names: Names,
    published: str | None,
    speaking: set[int],
) -> list[Named]:
    """Return the spots that name an actor, in order; `speaking` holds the ends of words that end a speaker's name.

    Full names introduce; surnames and first names go on with whoever was introduced. A name that could be two
    people stays unknown.
    """
    alone = people_by_one_word(page.text, words, spots, speaking)
    known = known_in(page.text, spots, introduced(page.text, spots, names, speaking, alone))
    play = _Play(
        Stage(page, names, published, known.actors, speaking),
        words,
        known,
        alone,
        frozenset(word.raw for word in words),
        {spot.start: after for spot, after in pairwise(spots)},
    )
    result: list[Named] = []
    for spot in spots:
        who = play.who(spot, result)
        if who is not None:
            result.append(who)
    return result


class _Play(NamedTuple):
    stage: Stage
    words: list[Word]
    people: Known
    alone: frozenset[str]
    written: frozenset[str]  # every word as it is written
    following: dict[int, Spot]  # which spot comes next

    def who(self, spot: Spot, before: list[Named]) -> Named | None:
        if spot.kind in ("name", "place") and self._is_place(spot):
            return None
        if spot.kind in ("name", "place", "adjective") and (bearer := self._bearer(spot)):
            return bearer
        if spot.title and not spot.full and is_titled_kin(self.stage.text, spot):
            return Named(spot, None, "name", True)
        if spot.kind == "adjective":
            return None
        if spot.kind == "office":
            return holder(self.stage, spot, before)
        if spot.kind == "role":
            return described(self.stage, spot, before)
        if spot.kind == "unlisted":
            return self._by_another_name(spot, before) or self._unlisted(spot)
        return self._listed(spot)

    def _by_another_name(self, spot: Spot, before: list[Named]) -> Named | None:
        """Joss Tavian, call sign Heron, … Heron: the one before, from here on."""
        first = before[-1] if before else None
        if first is None or not first.person or not first.actor or not is_named_as(self.stage.text, spot.start):
            return None
        if not _ALSO.fullmatch(self.stage.text, first.spot.end, spot.start):
            return None
        word = self.words[spot.first].folded
        also = Introduced(spot.start, (word,), first.actor, first.spot.gender)
        self.people.by_given_name.setdefault(word, {})[also.actor, also.gender] = also
        return Named(spot, first.actor, "name", True)

    def _bearer(self, spot: Spot) -> Named | None:
        """Mira London opposed it. ⟦London⟧ said …: no state, where somebody of that name was named before."""
        if spot.last - spot.first > 1 or any(self.stage.names.kinds[actor] != "state" for actor in spot.actors):
            return None
        known = self.people.by_surname.get(self.words[spot.first].folded, {}).values()
        people = {p.actor for p in known if p.at < spot.start and len(p.words) > 1 and is_first_name(p.words[0])}
        return Named(spot, people.pop(), "name", True) if len(people) == 1 else None

    def _is_doubtful(self, spot: Spot) -> bool:
        """Dan, Power: a surname that is a first name or a word too, where the article names nobody so in full."""
        word = self.words[spot.last - 1].folded
        other = is_first_name(word) or (word in ORDINARY and spot.end not in self.stage.speaking)
        alone = not spot.full and spot.how == "name" and not spot.title
        return other and alone and self.people.actors.isdisjoint(spot.actors)

    def _is_of_a_family(self, spot: Spot) -> bool:
        """The Tavians, Jon and Ida, came. ⟦Tavian⟧ said …: one of them, where the article names Joss Tavian, who is
        listed, nowhere in full."""
        given = self.people.families.get(self.words[spot.last - 1].folded, set())
        alone = not spot.full and CIVIL.issuperset(spot.title) and self.people.actors.isdisjoint(spot.actors)
        return bool(given) and alone and given.isdisjoint(fold_words(actor)[0] for actor in spot.actors)

    def _listed(self, spot: Spot) -> Named | None:
        kinds = {self.stage.names.kinds[actor] for actor in spot.actors}
        if kinds == {"institution"} and (state := self._of_other_state(spot)):
            return Named(spot, state, "alias", False)
        if kinds != {"person"}:
            return Named(spot, spot.actors[0] if len(spot.actors) == 1 else None, spot.how, False)
        if is_epithet(self.stage.text, spot):
            return None
        if not spot.full and (sure := told_by_office(self.stage, spot, self.following.get(spot.start))):
            return Named(spot, sure, spot.how, True)
        if self._is_doubtful(spot) or self._is_of_a_family(spot):
            return self._unlisted(spot) or Named(spot, None, "name", True)
        if relative := self._relative_of(spot):
            return Named(spot, relative, "name", True)
        possible = [a for a in spot.actors if not spot.gender or gender_in(self.stage.names, a) in (None, spot.gender)]
        if not possible and spot.how == "name" and not spot.full:  # Mrs Tavian, where only men are listed
            return self._unlisted(spot)
        if not spot.full and (spot.how == "name" or not possible):
            surname = self.words[spot.last - 1].folded
            introduced = fitting(spot, self.people.by_surname.get(surname, {}))
            if introduced:
                possible = self._without_kin(spot, introduced)
        if len(possible) > 1 and spot.title:
            day = self.stage.published
            called = [
                a for a in possible if any(is_called(self.stage.names, a, (), title, day) for title in spot.title)
            ]
            possible = called or possible
        if len(possible) > 1:
            present = [a for a in possible if a in self.people.actors]
            # Joss Tavian Jr is not called Tavian where nothing else names him.
            possible = present or [a for a in possible if not has_suffix(a)]
        return Named(spot, possible[0] if len(possible) == 1 else None, spot.how, True)

    def _relative_of(self, spot: Spot) -> str | None:
        """Mira Oster's Hour. Mira Oster came; ⟦Oster⟧ said, where Joss Oster is listed as "Oster": she, with whom the
        article begins, until he is named in full."""
        listed, surname = spot.actors[0], self.words[spot.last - 1].folded
        if spot.how != "alias" or spot.full or spot.last - spot.first > 1 or fold_words(listed)[-1] != surname:
            return None
        others = set(fitting(spot, self.people.by_surname.get(surname, {}))) - {listed}
        other = others.pop() if len(others) == 1 else None
        places = self.people.places.get(other, [])
        if (
            (bisect_left(places, spot.start) < 2 and not self._just_spoke(other, listed, spot))
            or places[0] > self.people.met[listed]
            or not is_first_name(other.split()[0])
        ):
            return None
        return other if self._last(other, spot.start) > self._last(listed, spot.start) else None

    def _just_spoke(self, other: str | None, listed: str, spot: Spot) -> bool:
        """Mira Oster said so. “We wait,” ⟦Oster⟧ added: who spoke last in the paragraph, where the other is named
        nowhere before."""
        last = self.stage.page.last_speaker(spot.start)
        if other is None or last is None or spot.end not in self.stage.speaking:
            return False
        here = last[0] <= self._last(other, spot.start) < last[1] and "\n" not in self.stage.text[last[1] : spot.start]
        return here and self.people.met[listed] == spot.start

    def _last(self, actor: str, here: int) -> int:
        """Where somebody was named in full last before a character; -1 where nowhere."""
        places = self.people.places.get(actor, [])
        last = bisect_left(places, here) - 1
        return places[last] if last >= 0 else -1

    def _of_other_state(self, spot: Spot) -> str | None:
        """Sundia's Foreign Intelligence Service, not Norland's: where only that is listed, Sundia speaks."""
        word = self.words[spot.first - 1] if spot.first else None
        generic = self.words[spot.last - 1].folded in BODY_WORDS and spot.last - spot.first > 1
        if word is None or not generic or self.stage.text[word.end : spot.start] != " ":
            return None
        states = [name.actor for name in states_called(self.stage.names, word.folded) if name.note != "place"]
        sides = {self.stage.names.sides[actor] for actor in spot.actors}
        if not states or self.stage.names.sides[states[0]] in sides:
            return None
        own = terms_of(self.stage.names, " ".join(w.folded for w in self.words[spot.first : spot.last]), states[0])
        return own[0].actor if own else states[0]

    def _unlisted(self, spot: Spot) -> Named | None:
        text = self.stage.text[spot.start : spot.end]
        if is_epithet(self.stage.text, spot):
            return None
        if spot.full:
            actor = self.people.at.get(spot.start)
            return actor and Named(spot, actor, "name", spot.role != "organisation" and actor not in self.people.bodies)
        word = fold(text)
        if self._is_several(word):
            return None
        if word in _PART_OF_A_NAME or self.stage.text[max(0, spot.start - 4) : spot.start] == "New ":
            return None  # the Office of River Safety, New Arvik: not all of a name
        possible = fitting(spot, self.people.by_surname.get(word, {}))
        if not possible:
            possible = fitting(spot, self.people.by_given_name.get(word, {}))
        possible = self._without_kin(spot, possible)
        if possible:
            who = possible[0] if len(possible) == 1 else None
            return Named(spot, who, "name", who not in self.people.bodies)
        before = self.words[spot.first - 1].folded if spot.first else ""
        heard = spot.end in self.stage.speaking and before != "from"  # a report from ⟦Holm⟧
        known = spot.title or heard or word in self.alone
        after_the = before == "the"
        thing = word in NOT_A_PERSON or word in PLACES or text.isupper() or after_the or _COINED.match(text)
        return Named(spot, self._as_elsewhere(text, spot), "name", bool(spot.title) or not thing) if known else None

    def _as_elsewhere(self, text: str, spot: Spot) -> str:
        """FJORD: We wait, where the interview has begun with Fjord: the same. SECRETARY OSTER: We wait: Oster."""
        written = text.capitalize()
        return written if text.isupper() and (written in self.written or (spot.title and len(text) > 3)) else text

    def _is_several(self, word: str) -> bool:
        """Many Norlandians, Texans, MPs, the Osters: nobody; it is "the Norlandians" that stands for Norland."""
        one = word.removesuffix("s")
        if one == word or word in self.people.by_surname:
            return False
        of_people = one in _PEOPLES or one in TITLES or one in self.people.by_surname
        return of_people or bool(states_called(self.stage.names, one))

    def _without_kin(self, spot: Spot, possible: list[str]) -> list[str]:
        """Oster has died. His daughter, Mira Oster, said so. In the next paragraph ⟦Oster⟧ is whose daughter she is,
        unless she is named in full again."""
        if len(possible) < 2:
            return possible
        paragraph = self.stage.text.rfind("\n", 0, spot.start)
        return [actor for actor in possible if self._is_named_here(actor, paragraph, spot.start)] or possible

    def _is_named_here(self, actor: str, paragraph: int, here: int) -> bool:
        """Whether somebody was named in full, other than as kin or in this paragraph."""
        return self.people.apart.get(actor, here) < here or self._last(actor, here) > paragraph

    def _is_place(self, spot: Spot) -> bool:
        """Whether a state or capital is no state here, but only where something is: "in Arvik", "the Arvik region"."""
        kind = self.stage.names.kinds[spot.actors[0]]
        if kind not in ("state", "institution"):
            return False
        if kind == "state" and self.stage.text.startswith(", who ", spot.end):
            return True  # Paris, who used to work here
        i = spot.first - 1
        while i >= 0 and (
            self.words[i].folded == "the" or (self.words[i].folded in ("and", "or") and i == spot.first - 1)
        ):
            i -= 1
        apart = i < 0 or any(mark in self.stage.text[self.words[i].end : spot.start] for mark in ".!?\n")
        before = "" if apart else self.words[i].folded  # They left. ⟦Arvik⟧ waits
        if before == "to" and i and self.words[i - 1].folded == "according":
            return False
        if before in _IN or (spot.kind == "place" and (before in _FROM or _AREA.match(self.stage.text, spot.end))):
            return True
        return kind == "state" and bool(
            re.match(
                r"(?:,? (?:and|or) \w+)? (?:region|oblast|province)s?\b", self.stage.text[spot.end : spot.end + 60]
            )
        )
