"""How right the kit is about positions, against sentences or whole articles that were coded by hand."""

from pathlib import Path

import pandas as pd

from standpoints.codebook import Codebook, read_codebook
from standpoints.coding.codes import agrees, unknown_position
from standpoints.coding.tables import CodingError, among, read_table, shown
from standpoints.scoring import gold
from standpoints.scoring.metrics import covered, match, precision_recall, tokens_of

_KEY = ["issue", "stance", "agree"]


def positions_table(file: str | Path, *, registry=None, codebook=None, **_) -> pd.DataFrame:
    """Return one row a position (issue, stance, agree) that people or the kit found.

    In a table (.csv, .xlsx) the `text` of each row is coded by itself. In JSON lines whole articles are
    analysed, and a position counts for the statement that shares at least half of its tokens (intersection over
    union): each line has `id`, `text` and `positions`, a list of objects with `start`, `end`, `issue`, `stance`,
    `agree`, and `doubtful` (true: only one of two coders gave it; it and what the kit says of it are left out).
    """
    codebook = read_codebook() if codebook is None else codebook
    return _in_articles(file, registry, codebook) if _is_json(file) else _of_texts(file, codebook)


def positions_figures(table: pd.DataFrame) -> dict:
    """Return precision, recall and F1 of positions (issue, stance, agree), of stances (agree or not) and of issues."""
    unit, *place = ["article", "start"] if "article" in table else ["text"]
    figures = {f"n_{unit}s": table[unit].nunique()}
    coded = table[table["issue"].notna()]
    for name, known in (("positions", _KEY), ("stances", _KEY[:2]), ("issues", _KEY[:1])):
        rows = coded.groupby([unit, *place, *known], as_index=False)[["gold", "predicted"]].any()
        hit = rows["gold"] & rows["predicted"]
        figures[name] = precision_recall(rows[unit], hit=hit, predicted=rows["predicted"], gold=rows["gold"])
    return figures


def _is_json(file: str | Path) -> bool:
    """Whether it begins with a brace, as no table does."""
    if not Path(file).is_file():
        return False  # `gold` tells what is wrong
    with open(file, "rb") as opened:
        return opened.read(100).decode("utf-8-sig", "replace").lstrip().startswith("{")


def _of_texts(file: str | Path, codebook: Codebook) -> pd.DataFrame:
    from standpoints.positions import code_positions

    rows = read_table(file, ["text", "issue", "stance", "agree"])
    if rows["text"].isna().any():
        raise CodingError(f"{rows.loc[rows['text'].isna(), 'where'].iloc[0]}: no text; write one or delete the row.")
    _check_known(file, rows, codebook)
    rows["agree"] = [_agree(row) for row in rows.itertuples()]
    texts = rows["text"].drop_duplicates().reset_index(drop=True)
    ids = texts.index.astype(str)
    statements = pd.DataFrame({"article_id": ids, "statement_id": ids, "start": 0, "text": texts})
    codes = code_positions(statements, codebook)
    codes = codes.assign(text=codes["statement_id"].astype(int).map(texts), predicted=True)
    key = ["text", *_KEY]
    coded = rows[rows["issue"].notna()][key].assign(gold=True).drop_duplicates()
    found = codes[[*key, "predicted", "condition", "how"]].drop_duplicates(key)
    table = _with_all(texts, coded.merge(found, on=key, how="outer"))
    extra = rows.drop_duplicates("text")[["text", "part"]] if "part" in rows else rows[["text"]].drop_duplicates()
    return table.merge(extra, on="text", how="left")


def _in_articles(file: str | Path, registry, codebook: Codebook) -> pd.DataFrame:
    from standpoints.study import analyse

    articles = gold.read_coded(file, "positions")
    coded = [_checked(position, row) for row in articles for position in row["positions"]]
    _check_known(file, pd.DataFrame(coded, columns=["issue", "stance", "where"]), codebook)
    nothing = pd.DataFrame()  # what somebody corrected is no work of the kit
    study = analyse(gold.as_articles(articles), registry=registry, codebook=codebook, corrections=nothing)
    places = study.statements[["article_id", "statement_id", "start", "end"]]
    codes = study.codes.merge(places, on=["article_id", "statement_id"]).astype({"agree": bool})
    found = {article: rows.to_dict("records") for article, rows in codes.groupby("article_id")}
    rows = [pair for row in articles for pair in _compared(row, found.get(row["id"], []))]
    table = pd.DataFrame(rows, columns=["article", "start", "text", *_KEY, "gold", "predicted", "how"])
    return _with_all(pd.Series([row["id"] for row in articles], name="article"), table)


def _with_all(units: pd.Series, positions: pd.DataFrame) -> pd.DataFrame:
    """The positions of each text or article, with a row for each in which there is none: it counts too."""
    table = units.to_frame().merge(positions, on=units.name, how="left")
    return table.assign(**{column: table[column].eq(True) for column in ("gold", "predicted")})


def _checked(position: dict, article: dict) -> dict:
    """The position with its place in the file, if it has all it needs; else CodingError."""
    where, needed = article["where"], ["start", "end", *_KEY]
    if not isinstance(position, dict) or (missing := [name for name in needed if name not in position]):
        lacks = ", ".join(missing) if isinstance(position, dict) else "all"
        raise CodingError(f"{where}: {lacks} missing in a position; each needs {', '.join(needed)}.")
    if not isinstance(position["agree"], bool):
        raise CodingError(f"{where}: agree {position['agree']!r}; write true or false.")
    if not gold.is_span([position["start"], position["end"]], len(article["text"])):
        raise CodingError(f"{where}: a position from {position['start']} to {position['end']} is outside the text.")
    return position | {"where": where}


def _compared(article: dict, codes: list[dict]) -> list[dict]:
    """One row a coded position, with the kit's code that is the same, and one for each code that is none of them."""
    tokens, positions = tokens_of(article["text"]), article["positions"]

    def meant(position: dict) -> set[tuple]:
        """Its tokens, each with the stance: what takes another shares nothing with it."""
        key = tuple(position[name] for name in _KEY)
        return {(token, key) for token in covered([(position["start"], position["end"])], tokens)}

    pairs = match(list(map(meant, positions)), list(map(meant, codes)))
    how, taken = {i: codes[j]["how"] for i, j, _ in pairs}, {j for _, j, _ in pairs}
    rows = [
        _row(article, position, gold=True, predicted=i in how, how=how.get(i))
        for i, position in enumerate(positions)
        if not position.get("doubtful")
    ]
    others = [code for j, code in enumerate(codes) if j not in taken]
    return rows + [_row(article, code, gold=False, predicted=True, how=code["how"]) for code in others]


def _row(article: dict, position: dict, **found) -> dict:
    text = article["text"][position["start"] : position["end"]]
    return {"article": article["id"], "start": position["start"], "text": text} | {k: position[k] for k in _KEY} | found


def _check_known(file: str | Path, rows: pd.DataFrame, codebook: Codebook) -> None:
    """Raise CodingError with a line for each position that the codebook lacks: it would count as the kit's error."""
    coded = rows[rows["issue"].notna() | rows["stance"].notna()]
    places: dict[str, list[str]] = {}
    for row in coded.itertuples():
        if what := unknown_position(row.issue, row.stance, codebook):
            places.setdefault(what, []).append(row.where)
    if not places:
        return
    lines = [f"{among(where)}: {what}" for what, where in places.items()]
    if sum(map(len, places.values())) == len(coded):
        other = "If it was coded by another one, name that with --codebook"
        own = "for a codebook of your own write a file of your own, with the first line text,issue,stance,agree"
        lines.insert(0, f"{file}: none of its positions is in the codebook. {other}; {own}.")
    raise CodingError("\n".join(shown(lines)))


def _agree(row) -> bool | None:
    agree = agrees(row.agree)
    if agree is None and isinstance(row.issue, str):
        raise CodingError(f"{row.where}: agree {row.agree!r}; write True or False.")
    return agree
