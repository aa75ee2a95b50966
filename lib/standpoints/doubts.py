"""What in the registry may be a slip: its rows are used as they are, and listed.

Rows are those of `registry.py`: dicts of text with `line` and, for actors, `names` [(alias, note), …].
"""

import re
from collections import Counter

from standpoints.formats.dates import Doubt
from standpoints.naming.names import fold_words, surnames
from standpoints.slips import one_slip_from


def doubts_of(actors: list[dict], offices: list[dict]) -> tuple[tuple[str, str, str, str], ...]:
    """Return (file, line, what, consequence) of each row that may be a slip."""
    of_actors = [*_misspelt_sides(actors), *_shared_aliases(actors), *_bare_surnames(actors)]
    of_offices = _misspelt_owners(offices, actors)
    return (*(("actors.csv", *doubt) for doubt in of_actors), *(("offices.csv", *doubt) for doubt in of_offices))


def _misspelt_sides(actors: list[dict]) -> list[Doubt]:
    """The rows of a side that is one letter away from one with three times as many rows: "Rusia" beside "Russia".

    A side that is an actor itself, "Iraq" beside "Iran", is meant.
    """
    sizes, known, doubts = Counter(row["side"] for row in actors), {row["actor"] for row in actors}, []
    for side, size in sizes.items():
        if size > 2 or len(side) < 5 or side in known:
            continue
        near = [other for other in one_slip_from(side, sizes) if sizes[other] >= 3 * size]
        for row in (row for row in actors if near and row["side"] == side):
            what = f"{row['actor']!r} has the side {side!r}, which is nearly {near[0]!r} ({sizes[near[0]]} rows)"
            then = f"counts as a side of its own; write {near[0]}, if that is meant"
            doubts.append((f"line {row['line']}", what, then))
    return doubts


def _shared_aliases(actors: list[dict]) -> list[Doubt]:
    """The aliases that two actors of one side have: such a name tells nobody which of them is meant."""
    owner, doubts = {}, []
    for row in actors:
        for alias, _ in row["names"]:
            other = owner.setdefault(" ".join(fold_words(alias)), row)
            if other is not row:
                what = f"{alias!r} is an alias of {row['actor']!r} and of {other['actor']!r} (line {other['line']})"
                doubts.append((f"line {row['line']}", what, "where it stands alone neither is found; keep it with one"))
    return doubts


def _bare_surnames(actors: list[dict]) -> list[Doubt]:
    """The persons whose whole name is another's surname, "Osk" beside "Harun Osk": one person may be listed twice."""
    people, fuller, doubts = [row for row in actors if row["kind"] == "person"], {}, []
    for row in people:
        for surname, _ in surnames(row):
            fuller.setdefault(surname, row)
    for row in people:
        other = fuller.get(fold_words(row["actor"]), row)
        if other is not row:
            what = f"{row['actor']!r} is only the surname of {other['actor']!r} (line {other['line']})"
            then = "alone it may be neither or the wrong one; delete this row, if both are one: a surname needs none"
            doubts.append((f"line {row['line']}", what, then))
    return doubts


def _misspelt_owners(offices: list[dict], actors: list[dict]) -> list[Doubt]:
    """The offices whose owner is one letter away from an actor: "chief executive of Fjordwel" beside "Fjordwell"."""
    known = {name for row in actors for name in (row["actor"], *(alias for alias, _ in row["names"]))}
    long, doubts = [name for name in known if len(name) >= 5], []
    for row in offices:
        owner = re.sub(r"^.*\bof (?:the )?", "", row["office"].split(";")[0].strip())
        if owner not in known and (near := one_slip_from(owner, long)):
            what = f"the owner {owner!r} of the office is no actor; is {min(near)!r} meant?"
            doubts.append((f"line {row['line']}", what, "the office is found only as it is written here"))
    return doubts
