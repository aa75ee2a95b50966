"""What was coded by hand holds: a statement that the kit missed is there, its speaker and its positions are those.

Each function gives the kit's answer back where nothing was coded by hand.
"""

import json
from bisect import bisect_right
from collections.abc import Sequence

import pandas as pd

from standpoints.coding.corrections import NONE, Coded
from standpoints.naming.entourage import side_of
from standpoints.naming.names import Names
from standpoints.reading.attribution import Attribution, Span, text_of
from standpoints.statements import Said

BY_HAND = "coded by hand"
"""In `how` of a code."""
HAND = "hand"
"""In `resolved_by` of a statement."""
_NOT_THE_KITS = float("nan")  # the confidence of what the kit did not find
_ALIKE = 0.5  # intersection over union, in characters, from which on two contents are one


def amended(said: Said, coded: Sequence[Coded], text: str) -> Said:
    """Return who is reported to say what, as it was coded: what nobody says is gone, what was missed is there.

    Before: ⟦The river is shut⟧ (Oster) | ⟦Nobody knows why⟧ (the bridge)     coded: “Nobody knows why”, source none
    After:  ⟦The river is shut⟧ (Oster)
    """
    said = list(said)
    for row in coded:
        place = _meant(row, [(one.content, text_of(text, one.source)) for one, _ in said], text)
        if place is None and row.source != NONE:
            after = bisect_right([one.content[0] for one, _ in said], row.content[0])
            new = Attribution(row.content, row.cue or (), row.source or (), _NOT_THE_KITS)
            said.insert(after, (new, _around(row.content, said)))
        elif row.source == NONE:
            said = [pair for i, pair in enumerate(said) if i != place]
        else:
            one, inside = said[place]
            said[place] = (_as_coded(one, row, text), inside)
    return said


def statements_meant(
    statements: pd.DataFrame, articles: pd.DataFrame, coded: dict[str, list[Coded]]
) -> dict[str, list[Coded]]:
    """Return {statement_id: what was coded of it}.

    Needs the statements of `amended` attributions (article_id, statement_id, pieces, speaker), articles (article_id,
    text).
    """
    meant: dict[str, list[Coded]] = {}
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if not (rows := coded.get(article_id)):
            continue
        own = statements[statements["article_id"] == article_id]
        contents = [tuple(map(tuple, json.loads(pieces))) for pieces in own["pieces"]]
        said = list(zip(contents, own["speaker"].fillna(""), strict=True))
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
    told = {name: [row for row in rows if row.issue] for name, rows in meant.items()}
    told = {name: rows for name, rows in told.items() if rows}
    if not told:
        return codes
    found = {name: rows.to_dict("records") for name, rows in codes.groupby("statement_id")}
    article_of = statements.set_index("statement_id")["article_id"]
    rows = []
    for name in statements["statement_id"]:
        own = found.get(name, [])
        rows += (
            [_position(row, own, article_of[name], name) for row in told[name] if row.stance] if name in told else own
        )
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


def _meant(row: Coded, said: Sequence[tuple[tuple[Span, ...], str]], text: str) -> int | None:
    """Which of some statements (content, speaker) a row is of: the one that is most alike, or that holds its words.

    Words of a statement that the row gives to somebody else are a statement of their own: Oster said ⟦Sundia wanted
    ⟦a truce⟧⟧, of which Sundia is coded to want the truce.
    """
    speaker = None if row.source in (None, NONE) else _plain(text_of(text, row.source))
    places = []
    for place, (content, other) in enumerate(said):
        shared = _overlap(row.content, content)
        alike = shared / (_size(row.content) + _size(content) - shared)
        same = speaker in (None, _plain(other))
        if alike >= _ALIKE or (shared == _size(row.content) and same):
            places.append((alike, same, -place))
    return -max(places)[2] if places else None


def _as_coded(one: Attribution, row: Coded, text: str) -> Attribution:
    """The attribution with the source and cue of the row, where they are other words."""
    told = {"source": row.source, "cue": row.cue}
    told = {
        role: spans
        for role, spans in told.items()
        if spans is not None and _plain(text_of(text, spans)) != _plain(text_of(text, getattr(one, role)))
    }
    return one._replace(**told, confidence=_NOT_THE_KITS) if told else one


def _around(content: tuple[Span, ...], said: Said) -> tuple[Span, ...] | None:
    """The content of a statement inside which this one stands."""
    return next(
        (one.content for one, inside in said if not inside and _overlap(content, one.content) == _size(content)), None
    )


def _position(row: Coded, found: list[dict], article_id: str, statement_id: str) -> dict:
    same = [
        code for code in found if (code["issue"], code["stance"], code["agree"]) == (row.issue, row.stance, row.agree)
    ]
    code = (
        same[0]
        if same
        else {
            "article_id": article_id,
            "statement_id": statement_id,
            "issue": row.issue,
            "stance": row.stance,
            "agree": row.agree,
            "condition": float("nan"),
            "how": BY_HAND,
            "evidence_start": row.content[0][0],
            "evidence_end": row.content[-1][1],
            "score": 1.0,
        }
    )
    if row.condition is None:
        return code
    return code | {"condition": float("nan") if row.condition == NONE else row.condition}


def _known(name) -> str | None:
    return name if isinstance(name, str) and name != NONE else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _size(spans: tuple[Span, ...]) -> int:
    return sum(b - a for a, b in spans)


def _overlap(spans: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in spans for c, d in others)
