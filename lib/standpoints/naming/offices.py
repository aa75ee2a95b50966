"""Offices, roles and titles in a text: Norland’s premier, the premier of Norland, the premier, Premier Joss Tavian."""

import re

from standpoints.naming.holders import is_called, terms_of, ways_of
from standpoints.naming.names import Names, fold_words
from standpoints.naming.nouns import BODY_NOUNS
from standpoints.naming.people import NOT_A_PERSON, gender_of, is_first_name
from standpoints.naming.places import OPENING
from standpoints.naming.roles import ABBREVIATED, ADDRESSED, CIVIL, NOT_NOW, NOT_THE_OFFICE, STATE_ORGANS, SURNAMES_TOO
from standpoints.naming.words import Spot, Word, end_of, is_hyphened, is_own_head, is_owner_form, joined, longest, owns

_NAME_BEHIND = re.compile(r", | ?[–—] ?")
_NAME_ENDS = re.compile(r"[,.;:)]| ?[–—]|$", re.MULTILINE)
_LISTED_ON = re.compile(r", (?:and |or |[A-Z])")
_LONGEST = 12  # words of an office
_TOPIC = 3  # words of what somebody is the head of: diplomacy, military intelligence
_INSTALLED = frozenset("installed appointed backed imposed controlled".split())
_ABROAD = frozenset(("embassy", "consulate", "consulate general", "mission", "delegation"))  # in Arvik, and not its own
_BODIES = BODY_NOUNS | _ABROAD | {"administration"}
_BETWEEN_OWNER_AND_ROLE = frozenset(
    "new current acting interim caretaker transitional longtime incumbent outgoing incoming newly elected".split()
)


def role_phrases(text: str, words: list[Word], spots: list[Spot], names: Names) -> dict[int, tuple[int, str]]:
    """Where words of an office or title stand outside names: {first word: (last word, role)}."""
    taken = {i for spot in spots for i in range(spot.first, spot.last)}
    found, i = {}, 0
    while i < len(words):
        role = None
        if words[i].folded in names.roles:
            until = next((j for j in range(i, i + _LONGEST) if j in taken), i + _LONGEST)
            role = longest(text, words[i:until], 0, names.roles, lambda *_: True)  # the ⟦chief⟧ of the General Staff
        if role is None or _is_surname(text, words, i) or is_own_head(text, words, i):
            i += 1
        else:
            found[i] = (i + role[0], role[1][0])
            i += role[0]
    return found


def _is_surname(text: str, words: list[Word], i: int) -> bool:
    """Whether the word of an office is a name here: "Mr. Singer", "Stephen King", "Oster-Sen"; not "Mr. President"."""
    return is_surname_by_mr(text, words, i) or is_part_of_double_name(text, words, i) or (
        i > 0 and words[i].folded in SURNAMES_TOO and words[i].raw[0].isupper() and words[i - 1].raw[0].isupper()
        and is_first_name(words[i - 1].folded) and joined(text, words[i - 1], words[i])
    )  # fmt: skip


def is_part_of_double_name(text: str, words: list[Word], i: int) -> bool:
    """Mira Oster-⟦Sen⟧, ⟦Maj⟧-Britt Oster: no senator, no major; not "Attorney-General"."""
    short = words[i].folded in ABBREVIATED or words[i].folded in SURNAMES_TOO
    return short and words[i].raw[0].isupper() and (is_hyphened(text, words, i) or is_hyphened(text, words, i + 1))


def is_surname_by_mr(text: str, words: list[Word], i: int) -> bool:
    """Whether the word of an office is a name here: "Mr. Singer", "Ms Banker"; not "Mr. President"."""
    civil = i > 0 and words[i - 1].folded in CIVIL and _leads_on(text, words, i)
    return civil and words[i].raw[0].isupper() and words[i].folded not in ADDRESSED


def with_offices(text: str, words: list[Word], spots: list[Spot], roles: dict, names: Names) -> list[Spot]:
    """Add offices and roles, with the owner before (Norland’s premier) or after them (premier of Norland)."""
    by_first = {spot.first: spot for spot in spots}
    by_last = {spot.last: spot for spot in spots}
    for i, role in roles.items():
        if body := _body(_owned(text, words, i, *role, by_first, by_last, names), names):
            by_first[body.first] = by_last[body.last] = body
    result: list[Spot] = []
    for i in sorted(by_first.keys() | roles.keys()):
        if i not in roles:
            if not result or by_first[i].first >= result[-1].last:
                result.append(by_first[i])
            continue
        if result and result[-1].last >= roles[i][0]:  # the head of Norland's ⟦foreign ministry⟧
            continue
        office = _owned(text, words, i, *roles[i], by_first, by_last, names)
        while result and result[-1].end > office.start:
            result.pop()
        result.append(office)
    return result


def _body(office: Spot, names: Names) -> Spot | None:
    """Norland's foreign ministry, which can own an office itself: its spokesman, the head of Norland's …"""
    if office.kind != "office" or office.former:
        return None
    bodies = {term.actor for term in terms_of(names, office.role, office.owner) if names.kinds[term.actor] != "person"}
    return office._replace(actors=(bodies.pop(),)) if len(bodies) == 1 else None


def _owned(text, words, first: int, last: int, role: str, by_first: dict, by_last: dict, names: Names) -> Spot:
    begin, former, blocked = first, False, _is_under(text, words, first)
    while begin and joined(text, words[begin - 1], words[begin]):
        before = words[begin - 1].folded
        # Also with a capital letter, as a name alone has it: Ex-President, Assistant Secretary Oster
        if begin in by_last and (by_last[begin].actors or before not in NOT_NOW | NOT_THE_OFFICE):
            break
        former |= before in NOT_NOW
        blocked |= before in NOT_THE_OFFICE or _by_another(text, words, begin - 1)
        if before not in _BETWEEN_OWNER_AND_ROLE | NOT_NOW | NOT_THE_OFFICE:
            break
        begin -= 1
    office = Spot(words[first].start, end_of(words[last - 1]), first, last, "role", "office", role=role, former=former)
    before = by_last.get(begin)
    if before and before.first:
        # The former German chancellor; the Norlandish deputy premier has "deputy" after the owner.
        former |= words[before.first - 1].folded in NOT_NOW
        blocked |= words[before.first - 1].folded in NOT_THE_OFFICE
    if blocked:
        return office._replace(role="")
    after = _owner_after(text, words, last, role, by_first)
    if before and not (_leads_to(text, words, begin) and _is_owner(before, role, names)):
        before = None
    if after and not _is_owner(after, role, names):
        after = None
    if before:
        office = office._replace(kind="office", start=before.start, first=before.first, owner=before.actors[0])
        return _of_two(office, before, after, by_last, words, names)._replace(former=former)
    if after:
        office = office._replace(kind="office", end=after.end, last=after.last, owner=after.actors[0], former=former)
        office = _with_topic(office, after, words, names)
        return _to_another(office, _owner_after(text, words, after.last, role, by_first), names)
    return office


def _is_under(text: str, words: list[Word], i: int) -> bool:
    """Under-⟦Secretary⟧-General, the under ⟦secretary⟧ of state; not under ⟦Secretary⟧ Oster, who led it."""
    if not i or words[i].folded != "secretary" or words[i - 1].folded != "under":
        return False
    alike = words[i - 1].raw[0].isupper() == words[i].raw[0].isupper()
    return text[words[i - 1].end : words[i].start] == "-" or (alike and joined(text, words[i - 1], words[i]))


def _by_another(text: str, words: list[Word], i: int) -> bool:
    """The Norlandish-⟦installed⟧ governor, Arvik-⟦backed⟧: whom one state names beside another's governor."""
    named = i > 0 and words[i].folded in _INSTALLED and words[i - 1].raw[0].isupper()
    return named and text[words[i - 1].end : words[i].start] == "-"


def _with_topic(office: Spot, after: Spot, words: list[Word], names: Names) -> Spot:
    """The head of Norlandish ⟦diplomacy⟧: the head of diplomacy of Norland."""
    if after.kind != "adjective":
        return office
    for last in range(min(after.last + _TOPIC, len(words)), after.last, -1):
        topic = " ".join(word.folded for word in words[after.last : last])
        for the in ("", "the "):
            if terms_of(names, role := f"{office.role} of {the}{topic}", office.owner):
                return office._replace(end=end_of(words[last - 1]), last=last, role=role)
    return office


def _to_another(office: Spot, whom: Spot | None, names: Names) -> Spot:
    """The ambassador of Norland to the League."""
    role = whom and whom.actors and _sent_to(office.role, office.owner, whom.actors[0], names)
    return office._replace(end=whom.end, last=whom.last, role=role, owner=whom.actors[0]) if role else office


def _sent_to(role: str, state: str, whom: str, names: Names) -> str | None:
    owned = (f"{role} of {the}{' '.join(fold_words(state))}" for the in ("", "the "))
    return next((office for office in owned if (office, whom) in names.offices), None)


def _of_two(office: Spot, before: Spot, after: Spot | None, by_last: dict, words: list[Word], names: Names) -> Spot:
    """Norland’s ambassador to the League, Norland’s League ambassador, the League ambassador of Norland: an
    office between two owners. Norland’s secretary of the Guard Council: of the one behind it."""
    outer = by_last.get(before.first)
    for way in ways_of(office.role):
        if after and (role := _sent_to(way, before.actors[0], after.actors[0], names)):
            return office._replace(end=after.end, last=after.last, role=role, owner=after.actors[0])
        role = " ".join([*(word.folded for word in words[before.first : before.last]), way])
        if outer and outer.actors and (role, outer.actors[0]) in names.offices:
            return office._replace(start=outer.start, first=outer.first, role=role, owner=outer.actors[0])
        if after and (role, after.actors[0]) in names.offices:
            return office._replace(end=after.end, last=after.last, role=role, owner=after.actors[0])
    if after and words[office.last].folded == "of" and terms_of(names, office.role, after.actors[0]):
        return office._replace(end=after.end, last=after.last, owner=after.actors[0])
    return office


def _leads_to(text: str, words: list[Word], i: int) -> bool:
    return joined(text, words[i - 1], words[i]) or owns(text, words[i - 1], words[i])


def _is_owner(spot: Spot, role: str, names: Names) -> bool:
    """Whether somebody can have the role there: a state or body, or a body by its office if the role is known in it."""
    if not spot.actors or names.kinds[spot.actors[0]] == "person":
        return False
    return spot.kind != "office" or bool(terms_of(names, role, spot.actors[0]))


def _owner_after(text: str, words: list[Word], last: int, role: str, by_first: dict) -> Spot | None:
    """The premier of Norland, the envoy to Sundia; the government in Holm, but not the premier in Holm."""
    between = words[last].folded if last < len(words) and text[words[last - 1].end] == " " else ""
    of_state = role in STATE_ORGANS or role.startswith("ministry of ") or role.endswith(" ministry")
    inside = between == "in" and of_state and role not in _ABROAD
    if between not in ("of", "for", "to") and not inside:
        return None
    nearest = last + 2 if last + 1 < len(words) and words[last + 1].folded == "the" else last + 1
    owner = by_first.get(nearest)
    inner = owner and by_first.get(owner.last)  # the head of Norland's ⟦Guard Council⟧
    if inner and inner.kind == "name" and _leads_to(text, words, owner.last) and _is_state_of(owner, words):
        return inner
    return owner


def _is_state_of(owner: Spot, words: list[Word]) -> bool:
    return owner.kind == "adjective" or is_owner_form(words[owner.last - 1])


def with_titles(text: str, words: list[Word], spots: list[Spot], names: Names) -> list[Spot]:
    """A role or office right before a name is that name's title: President Joss Tavian, Norland’s premier Tavian; so
    is one that the name explains: Norland’s premier, Joss Tavian, said."""
    result: list[Spot] = []
    for spot in spots:
        titles: list[str] = []
        first, lead, former = spot.first, spot.start, spot.former
        while (
            result and _may_have_title(spot, words) and result[-1].kind in ("office", "role")
            and result[-1].last == first and not _is_body(result[-1].role)
            and (_leads_on(text, words, first) or (not titles and _explains(text, spot, result[-1], names)))
        ):  # fmt: skip
            first, lead, former = result[-1].first, result[-1].start, former or result[-1].former
            titles.append(result.pop().role)
        if titles:
            told = gender_of(*(word for role in titles for word in role.split()))
            spot = spot._replace(title=tuple(titles), lead=lead, former=former, gender=told or spot.gender)
        result.append(spot)
    return result


def _is_body(role: str) -> bool:
    """The deputy head of the ⟦administration⟧ Mira Oster: what she is head of is no title of hers."""
    return role in STATE_ORGANS or role.rpartition(" ")[2] in _BODIES


def _explains(text: str, name: Spot, office: Spot, names: Names) -> bool:
    """Whether a name between commas says who holds the office before it: Norland’s premier, Joss Tavian, said.

    Not who holds another one, as in a list: Norland’s premier, Mira Oster, and Ivo Karst; nor behind an opening
    phrase, whose comma it is: After talks with the premier, Mira Oster, a farmer, left.
    """
    if not (_NAME_BEHIND.fullmatch(text, office.end, name.start) and _NAME_ENDS.match(text, name.end)):
        return False
    terms = terms_of(names, office.role, office.owner) if office.owner else []
    if terms:
        holds = any(term.actor in name.actors for term in terms)
    else:
        holds = any(is_called(names, actor, (), office.role, None) for actor in name.actors)
    if holds:
        return True
    start = max(text.rfind(". ", 0, office.start) + 2, text.rfind("\n", 0, office.start) + 1, 0)
    opens = OPENING.match(text, start) and "," not in text[start : office.end]
    return name.full and not opens and not _LISTED_ON.match(text, name.end)


def _may_have_title(spot: Spot, words: list[Word]) -> bool:
    """Not the Justice ⟦Department⟧, nor the King ⟦Holm Church⟧."""
    thing = spot.role == "organisation" or (spot.last - spot.first == 1 and words[spot.first].folded in NOT_A_PERSON)
    return spot.kind == "name" or (spot.kind == "unlisted" and not thing)


def _leads_on(text: str, words: list[Word], i: int) -> bool:
    """Whether a title stands right before word i: "Premier Oster", "Mr. Oster"."""
    title = words[i - 1]
    gap = text[title.end : words[i].start]
    return (gap in (" ", "\u00a0") or (gap == ". " and title.folded in ABBREVIATED)) and not is_owner_form(title)
