"""The sheet to read and code by hand: what the kit says of each statement, in the columns of `data/corrections.csv`."""

import json

import pandas as pd

from standpoints.coding.corrections import COLUMNS


def coding_sheet(study) -> pd.DataFrame:
    """Return one row a statement, or a position that it takes, in the columns of `data/corrections.csv`.

    Mend what is wrong in a spreadsheet, and keep the rows that you mended as `data/corrections.csv`: what a row says
    holds in every later run. A row that says what the kit says changes nothing. `side` is empty: the registry tells it.

    >>> sp.write_csv(sp.coding_sheet(study), "coding-sheet.csv")
    """
    texts = study.articles.set_index("article_id")["text"]
    rows = study.statements.merge(study.codes, on=["article_id", "statement_id"], how="left", validate="one_to_many")
    places = zip(rows["article_id"], rows["pieces"], strict=True)
    contents = [" … ".join(texts[name][a:b] for a, b in json.loads(pieces)) for name, pieces in places]
    rows = rows.rename(columns={"article_id": "article", "speaker": "source"}).assign(content=contents, side=None)
    rows["agree"] = rows["agree"].map({True: "yes", False: "no"})
    return rows[COLUMNS]
