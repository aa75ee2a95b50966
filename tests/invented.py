"""Invented studies for the tests of positions: each statement is a line, with what it takes a position on."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from standpoints.codebook import Codebook

EXAMPLES = [f"The river is open in case {number}." for number in range(8)]


def codebook(issues: dict[str, dict[str, str | None]]) -> Codebook:
    """A codebook of issues, their stances and the opposite of each: {"order": {"truce-first": "talks-first", …}}."""
    return Codebook.model_validate({
        "issues": {
            issue: {
                "question": "Which?",
                "stances": {
                    name: {"label": name, "description": name, "examples": EXAMPLES}
                    | ({"opposite": opposite} if opposite else {})
                    for name, opposite in stances.items()
                },
            }
            for issue, stances in issues.items()
        }
    })  # fmt: skip


def study(*lines: tuple, articles: dict[str, str | None] | None = None) -> SimpleNamespace:
    """The tables of a study: lines of (article, actor, side, text, codes), articles with their dates.

    A code is "river: open-river" or, rejected, "river: not open-river"; several are joined by ", ". A sixth entry of
    a line is the id of the statement that holds it ("a.1").
    """
    articles = articles or {line[0]: "2031-03-02" for line in lines}
    texts, statements, sentences, codes = dict.fromkeys(articles, ""), [], [], []
    for number, (article, actor, side, text, positions, *rest) in enumerate(lines, start=1):
        start, name = len(texts[article]), f"{article}.{number}"
        texts[article] += text + "\n"
        place = {"article_id": article, "start": start, "end": start + len(text), "text": text}
        statements.append(place | {"statement_id": name, "sentence_id": number, "actor": actor, "side": side,
                                   "resolved_by": "name", "confidence": 0.9,
                                   "speaker": "x", "cue": "said", "within": rest[0] if rest else np.nan})  # fmt: skip
        sentences.append(place | {"sentence_id": number})
        for position in positions.split(", ") if positions else []:
            issue, stance = position.split(": ")
            codes.append({"article_id": article, "statement_id": name, "issue": issue,
                          "stance": stance.removeprefix("not "), "agree": not stance.startswith("not "),
                          "condition": np.nan, "how": "names", "evidence_start": start, "evidence_end": start + 4,
                          "score": 0.9})  # fmt: skip
    names = ["article_id", "statement_id", "issue", "stance", "agree", "condition", "how", "evidence_start",
             "evidence_end", "score"]  # fmt: skip
    rows = [
        {"article_id": name, "title": name.upper(), "outlet": f"Post {name}", "published": date, "text": texts[name]}
        for name, date in articles.items()
    ]
    return SimpleNamespace(
        articles=pd.DataFrame(rows).astype({"published": "str"}),
        sentences=pd.DataFrame(sentences),
        statements=pd.DataFrame(statements).astype({"actor": object, "side": object, "within": object}),
        codes=pd.DataFrame(codes, columns=names).astype({"condition": object}),
    )


def copy_of(study) -> dict[str, pd.DataFrame]:
    return {name: table.copy(deep=True) for name, table in vars(study).items()}
