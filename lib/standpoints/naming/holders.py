"""Who holds an office at the date of an article: Norland’s premier, its army chief, the premier’s spokesman."""

from collections.abc import Iterator

from standpoints.naming.names import Names, Term
from standpoints.naming.people import gender_of
from standpoints.naming.roles import CALLED_AGAIN, CALLED_SO_ALONE, same_office, turned

_WAYS = same_office()
_HEADS = ("leader", "head", "chief", "president", "secretary general", "director general", "chairman", "commissioner")
_AIDES = {"president": "presidential", "prime minister": "government", "premier": "government"}


def terms_of(names: Names, role: str, owner: str) -> list[Term]:
    """Return the terms of the office that "owner’s role" means, an empty list if there is none.

    "Norland’s army chief" is the chief of its army, or the army chief of Norland.
    """
    return next((names.offices[said] for said in _said_as(names, role, owner) if said in names.offices), [])


def _said_as(names: Names, role: str, owner: str) -> Iterator[tuple[str, str]]:
    """The (role, owner) under which the registry may hold "owner’s role", the likeliest first."""
    yield from ((way, owner) for way in ways_of(role))
    if role == "leader" and names.kinds.get(owner) != "state":
        yield from ((head, owner) for head in _HEADS)
    for body, state, _, _ in names.held.get(owner, ()):
        yield from ((way, state) for way in ways_of(f"{body} {role}"))
    for rest, body in parts_with_body(role):
        bodies = (term.actor for way in ways_of(body) for term in names.offices.get((way, owner), ()))
        yield from ((way, actor) for actor in bodies if names.kinds[actor] != "person" for way in ways_of(rest))


def parts_with_body(role: str) -> Iterator[tuple[str, str]]:
    """The parts of an office of a body: "foreign ministry spokesman" is (spokesman, foreign ministry)."""
    words = role.split()
    for i in range(1, len(words)):
        yield " ".join(words[i:]), " ".join(words[:i])
        if words[i] == "of":
            yield " ".join(words[:i]), " ".join(words[i + 1 :]).removeprefix("the ")


def terms_of_aide(names: Names, role: str, whose: str, day: str | None) -> list[Term]:
    """Return the terms of an office by whose holder it serves: the president’s spokesman, his foreign minister."""
    for held, owner, since, until in names.held.get(whose, ()):
        if owner and _is_on(day, since, until):
            said = (*(f"{_AIDES[held]} {way}" for way in ways_of(role)), role) if held in _AIDES else ()
            for terms in (terms_of(names, way, owner) for way in said):
                if terms and whose not in {term.actor for term in terms}:
                    return terms
    return []


def terms_of_body(names: Names, role: str, body: str) -> list[Term]:
    """Return the terms of an office by a body of the same state: Norland’s ministry said ⟦its forces⟧ had gone."""
    states = (owner for _, owner, _, _ in names.held.get(body, ()) if owner and names.kinds.get(owner) == "state")
    return next(filter(None, (terms_of(names, role, state) for state in states)), [])


def holder_of(terms: list[Term], day: str | None, *, former: bool, present: set[str]) -> str | None:
    """Return who held the office on the day; where no date says it, or a former holder is meant, the only one who
    can be, among those whom the article names (`present`)."""
    if day is not None and not former:
        now = [term for term in terms if term.since <= day <= term.until]
        return max(now, key=lambda term: term.since).actor if now else None
    holders = {term.actor for term in terms if not former or day is None or term.until < day}
    if len(holders) > 1 or former:
        holders &= present
    return holders.pop() if len(holders) == 1 else None


def is_called(
    names: Names, actor: str, titles: tuple[str, ...], role: str, day: str | None, *, former: bool = False
) -> bool:
    """Return whether somebody can be called again by a role: the minister, the general, the former president.

    `titles` are the roles that stood beside the name.
    """
    if is_other_gender(names, actor, role):
        return False
    roles = [*titles, *roles_of(names, actor, day, former)]
    same = (role,) if role in CALLED_SO_ALONE else ways_of(role)
    ways = {*same, *(way for held in CALLED_AGAIN.get(role, ()) for way in _ways_again(held))}
    return any(held in ways or _is_short_for(ways, held) for held in roles)


def _ways_again(role: str) -> tuple[str, ...]:
    """All ways to say a role by which somebody is called again: a lawmaker is a representative, but no ambassador."""
    return (role,) if role == "representative" else ways_of(role)


def is_other_gender(names: Names, actor: str, role: str) -> bool:
    """Return whether the word of an office rules somebody out: no spokesman is she."""
    known = names.pronouns.get(actor, frozenset()) & {"he", "she"}
    told = gender_of(*role.split())
    return bool(told and known) and told not in known


def _is_short_for(ways: set[str], held: str) -> bool:
    """The minister, who is the foreign minister; a prime minister or a vice president is called so in full."""
    first, _, last = held.rpartition(" ")
    return bool(first) and last in ways and first.split()[0] not in ("prime", "vice", "deputy", "former")


def roles_of(names: Names, actor: str, day: str | None, former: bool = False) -> Iterator[str]:
    for held, owner, since, until in names.held.get(actor, ()):
        if (day is None or until < day) if former else _is_on(day, since, until):
            yield held
            for body, _, _, _ in names.held.get(owner, ()):
                yield f"{body} {held}"


def _is_on(day: str | None, since: str, until: str) -> bool:
    return day is None or since <= day <= until


def ways_of(role: str) -> tuple[str, ...]:
    """Return all ways to say a role, itself first."""
    return _WAYS.get(role) or tuple(filter(None, (role, turned(role))))
