"""The codes as one flat table, in the columns of discourse network analysis: person, organisation, concept …"""

from pathlib import Path

import pandas as pd

from standpoints.comparing.taken import positions_taken
from standpoints.project import OUTPUT
from standpoints.registry import Registry, read_registry
from standpoints.spreadsheet import write_csv

_COLUMNS = ["article_id", "statement_id", "date", "person", "organisation", "side", "concept", "agreement", "issue",
            "stance", "condition", "text", "start", "end", "speaker", "cue", "within", "reported_by", "evidence",
            "evidence_start", "evidence_end", "how", "score", "title", "outlet", "url"]  # fmt: skip


def discourse_codes(study, *, registry: Registry | None = None) -> pd.DataFrame:
    """Return one row a code: who said it, the concept, agreement and date, with the statement and its article.

    Gives person and organisation: an actor who is no person is an organisation; a person's organisation is that of the
    office held on the article's date ("premier of Norland": Norland), else the side. Both are NaN where the speaker is
    not known (`speaker` has the article's words). concept is "issue: stance", agreement True or False, date the
    article's (as written there), start and end count characters in it. reported_by is the other side that alone reports
    it, inside its own statement (`within`), else NaN. Nothing is left out, and copies of a statement are rows of their
    own.

    Without `registry` the project's own is read. It cannot tell a person from an organisation that is not in it: such
    an actor stands under person.

    Before: Joss Tavian | Norland | river | open-river | True
    After:  person Joss Tavian | organisation Norland | concept river: open-river | agreement True | date 2031-03-02

    Source: the columns are those that the Discourse Network Analyzer exports (Leifeld, github.com/leifeld/dna).
    """
    registry = read_registry() if registry is None else registry
    codes = positions_taken(study).sort_values(["article_id", "statement_id"], kind="stable", ignore_index=True)
    own = study.statements[["article_id", "statement_id", "actor", "side"]]  # unknown ones stay unknown
    keys = ["article_id", "statement_id"]
    codes = codes.drop(columns=["actor", "side"]).merge(own, on=keys, how="left", validate="many_to_one")
    codes = codes.merge(study.articles.reindex(columns=["article_id", "url"]), on="article_id", how="left")
    is_body = codes["actor"].isin(registry.actors.loc[registry.actors["kind"] != "person", "actor"])
    codes["person"] = codes["actor"].mask(is_body)
    codes["organisation"] = codes["actor"].where(is_body, _serves(codes, registry))
    codes["concept"] = codes["issue"] + ": " + codes["stance"]
    return codes.rename(columns={"agree": "agreement", "published": "date"}).reindex(columns=_COLUMNS)


def save_codes(study, *, registry: Registry | None = None, folder: str | Path | None = None) -> list[Path]:
    """Write the table of `discourse_codes` as discourse-codes.csv, .xlsx and .parquet; return the paths.

    Without `folder` it is `tables` in the project's `output`. No cell of them runs as a formula: in the CSV a ' stands
    before a text that a spreadsheet would take for one, in the .xlsx all text is text. The same study gives the same
    bytes.
    """
    codes = discourse_codes(study, registry=registry)
    folder = Path(folder or OUTPUT / "tables")
    folder.mkdir(parents=True, exist_ok=True)
    csv, xlsx, parquet = (folder / f"discourse-codes.{ending}" for ending in ("csv", "xlsx", "parquet"))
    write_csv(codes, csv)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(xlsx, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        book.book.set_properties({"created": pd.Timestamp(0)})  # else the time of writing
        codes.to_excel(book, index=False, sheet_name="codes", freeze_panes=(1, 0))
    codes.to_parquet(parquet, index=False)
    return [csv, xlsx, parquet]


def _serves(codes: pd.DataFrame, registry: Registry) -> pd.Series:
    """The body or state whose office each actor holds on the day of the article; without one the side."""
    known = set(registry.actors["actor"])
    offices = registry.offices.assign(owner=[_owner(office, known) for office in registry.offices["office"]])
    offices = offices.fillna({"valid_from": "", "valid_to": "9999"}).dropna(subset="owner")
    held = codes[["actor", "published"]].dropna().reset_index(names="row").merge(offices, on="actor")
    held = held[(held["valid_from"] <= held["published"]) & (held["published"] <= held["valid_to"])]
    owner = held.sort_values("valid_from", kind="stable").drop_duplicates("row", keep="last").set_index("row")["owner"]
    return owner.reindex(codes.index).fillna(codes["side"])


def _owner(office: str, known: set[str]) -> str | None:
    """Of the registry's actors the one whose office it is: Norland, of "chief of the police of Norland"."""
    owner = office.split(";")[0]
    while " of " in owner:
        owner = owner.partition(" of ")[2].removeprefix("the ").strip()
        if owner in known:
            return owner
    return None
