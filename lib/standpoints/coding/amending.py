"""What was coded by hand holds: a statement that the kit missed is there, its speaker and its positions are those.

Each function gives the kit's answer back where nothing was coded by hand.
"""

import json
from collections.abc import Sequence

import pandas as pd

from standpoints.coding.corrections import Coded
from standpoints.coding.places import plain
from standpoints.coding.tables import NONE
from standpoints.naming.entourage import side_of
from standpoints.naming.names import Names
from standpoints.reading.attribution import Attribution, Span, text_of
from standpoints.statements import Said

BY_HAND = "coded by hand"
"""In `how` of a code."""
HAND = "hand"
"""In `resolved_by` of a statement."""
Spans = tuple[Span, ...]
_NOT_THE_KITS = float("nan")  # the confidence of what the kit did not find
_ALIKE = 0.5  # intersection over union, in characters, from which on two contents are one


def amended(said: Said, coded: Sequence[Coded], text: str) -> Said:
    """Return who is reported to say what, as it was coded: what nobody says is gone, what was missed is there.

    Before: ⟦The river is shut⟧ (Oster) | ⟦Nobody knows why⟧ (the bridge)     coded: “Nobody knows why”, source none
    After:  ⟦The river is shut⟧ (Oster)
    """
    said = list(said)
    # What is none goes first: what takes its place has nearly the same words. What holds others comes before them.
    for row in sorted(coded, key=lambda row: (row.source != NONE, -_size(row.content))):
        place = _meant(row, [(one.content, one.source) for one, _ in said], text)
        if row.source == NONE:
            said = [pair for i, pair in enumerate(said) if i != place]
        elif place is None:
            said = _with(Attribution(row.content, row.cue or (), row.source or (), _NOT_THE_KITS), said)
        else:
            one, inside = said[place]
            said[place] = (_as_coded(one, row, text), inside)
    return said


def statements_meant(
    statements: pd.DataFrame, articles: pd.DataFrame, coded: dict[str, list[Coded]]
) -> dict[str, list[Coded]]:
    """Return {statement_id: what was coded of it}.

    Needs the statements of `amended` attributions (article_id, statement_id, pieces, speaker_start, speaker_end),
    articles (article_id, text).
    """
    meant: dict[str, list[Coded]] = {}
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if not (rows := [row for row in coded.get(article_id, ()) if row.source != NONE]):
            continue
        own = statements[statements["article_id"] == article_id]
        speakers = zip(own["speaker_start"].tolist(), own["speaker_end"].tolist(), strict=True)
        sources = [() if pd.isna(start) else ((start, end),) for start, end in speakers]
        said = list(zip(map(_spans, own["pieces"]), sources, strict=True))
        for row in rows:
            place = _meant(row, said, text)
            if place is not None:
                meant.setdefault(own["statement_id"].iloc[place], []).append(row)
    return meant


def with_actors(statements: pd.DataFrame, meant: dict[str, list[Coded]], names: Names) -> pd.DataFrame:
    """Return the statements with the actor and side that were coded; `resolved_by` is "hand" where they are others.

    An actor without a coded side has that of the registry.
    """
    told = [(name, row) for name, rows in meant.items() for row in rows if row.actor or row.side]
    if not told:
        return statements
    table = statements.astype({name: object for name in ("actor", "side", "resolved_by")}).set_index("statement_id")
    for name, row in told:
        before = [_known(value) for value in table.loc[name, ["actor", "side"]]]
        actor = _known(row.actor) if row.actor else before[0]
        side = _known(row.side or (side_of(actor, names) if row.actor and actor else None))
        if [actor, side] != before:
            table.loc[name, ["actor", "side", "resolved_by"]] = [actor, side, HAND]
    types = statements.dtypes[["actor", "side", "resolved_by"]].to_dict()
    return table.reset_index()[list(statements.columns)].astype(types)


def with_positions(codes: pd.DataFrame, meant: dict[str, list[Coded]], statements: pd.DataFrame) -> pd.DataFrame:
    """Return the codes with the positions that were coded; a statement of which any was, takes these and no others.

    What the kit codes alike stays as it is; `how` of the others is "coded by hand", their evidence the coded words.
    """
    told = {name: rows for name, rows in meant.items() if any(row.issue for row in rows)}
    if not told:
        return codes
    found = {name: rows.to_dict("records") for name, rows in codes.groupby("statement_id")}
    rows = []
    for statement in statements.itertuples():
        own = found.get(statement.statement_id, [])
        if statement.statement_id in told:
            first = {}  # a position that two rows tell counts once
            for row in (row for row in told[statement.statement_id] if row.stance):
                first.setdefault((row.issue, row.stance), row)
            own = [_position(row, own, statement) for row in first.values()]
        rows += own
    return pd.DataFrame(rows, columns=codes.columns).astype(codes.dtypes.to_dict())


def coded_by_hand(study) -> pd.Series:
    """Return which statements (True, by the index of `study.statements`) are there, have their speaker, or take a
    position, because somebody coded it by hand.

    What was taken out by hand is not seen in a study.
    """
    statements, codes = study.statements, study.codes
    positions = codes.loc[codes["how"] == BY_HAND, "statement_id"]
    return (
        statements["confidence"].isna()
        | (statements["resolved_by"] == HAND)
        | statements["statement_id"].isin(positions)
    )


def _meant(row: Coded, said: Sequence[tuple[Spans, Spans]], text: str) -> int | None:
    """Which of some statements (content, source) a row is of: the one that is most alike, or that holds its words, or
    stands in them, as in a sentence that was copied whole.

    Words of a statement that the row gives to somebody else are a statement of their own: Oster said ⟦Sundia wanted
    ⟦a truce⟧⟧, of which Sundia is coded to want the truce.
    """
    places = []
    for place, (content, source) in enumerate(said):
        shared = _overlap(row.content, content)
        alike = shared / (_size(row.content) + _size(content) - shared)
        same = row.source in (None, NONE) or _is_same_source(row.source, source, text)
        if alike >= _ALIKE or (same and shared in (_size(row.content), _size(content))):
            places.append((alike, same, -place))
    return -max(places)[2] if places else None


def _is_same_source(coded: Spans, source: Spans, text: str) -> bool:
    """Oster, of “Mira Oster, the premier”; the kit's, where it knows nobody, is."""
    return not source or _overlap(coded, source) > 0 or plain(text_of(text, coded)) == plain(text_of(text, source))


def _as_coded(one: Attribution, row: Coded, text: str) -> Attribution:
    """The attribution with the source and cue of the row, where they are other words."""
    told = {role: spans for role in ("source", "cue") if (spans := getattr(row, role)) is not None}
    other = {
        role: spans
        for role, spans in told.items()
        if plain(text_of(text, spans)) != plain(text_of(text, getattr(one, role)))
    }
    return one._replace(**other, confidence=_NOT_THE_KITS) if other else one


def _with(new: Attribution, said: Said) -> Said:
    """These with another one, in the order of the text: each is followed by what stands inside it."""
    around = next((one.content for one, inside in said if inside is None and _holds(one.content, new.content)), None)
    said = [
        (one, new.content if inside is None and _holds(new.content, one.content) else inside) for one, inside in said
    ]
    return sorted([*said, (new, around)], key=_place)


def _place(pair: tuple[Attribution, Spans | None]) -> tuple[int, bool, int]:
    one, inside = pair
    return (inside or one.content)[0][0], inside is not None, one.content[0][0]


def _position(row: Coded, found: list[dict], statement) -> dict:
    """The position of a row; where the kit found the same one, under the same condition or one that the row leaves
    as it is, that."""
    said, condition = {"issue": row.issue, "stance": row.stance, "agree": row.agree}, _known(row.condition)
    for code in found:
        if code.items() >= said.items() and (row.condition is None or condition == _known(code["condition"])):
            return code
    return said | {
        "article_id": statement.article_id,
        "statement_id": statement.statement_id,
        "condition": condition or float("nan"),
        "how": BY_HAND,
        "evidence_start": max(row.content[0][0], statement.start),
        "evidence_end": min(row.content[-1][1], statement.end),
        "score": 1.0,
    }


def _known(name) -> str | None:
    return name if isinstance(name, str) and name != NONE else None


def _spans(pieces: str) -> Spans:
    return tuple(map(tuple, json.loads(pieces)))


def _size(spans: Spans) -> int:
    return sum(b - a for a, b in spans)


def _overlap(spans: Spans, others: Spans) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in spans for c, d in others)


def _holds(spans: Spans, others: Spans) -> bool:
    return _overlap(spans, others) == _size(others)
