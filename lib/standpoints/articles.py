"""The articles of a folder as a table, and a row of `problems` for all that could not be read or is doubtful.

Text is taken as it is: only line ends become "\\n" and a header is cut off. Every later span counts characters of
this text. What the formats hold is told by `formats/`.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

import pandas as pd

from standpoints.formats import ENDINGS, ending, read_drafts, size_limit
from standpoints.formats.archives import File, files_in
from standpoints.formats.dates import Doubt, read_dates
from standpoints.formats.drafts import Draft, Unreadable
from standpoints.formats.facts import FACTS
from standpoints.formats.folders import INDEX, files_of, read_index
from standpoints.formats.languages import find_language
from standpoints.formats.mojibake import repair
from standpoints.project import ARTICLES

PROBLEM_COLUMNS = ["source_file", "article_id", "where", "what", "consequence"]
ARTICLE_COLUMNS = [
    "article_id", "title", "outlet", "published", "published_raw", "url", "language", "text", "n_words", "source_file",
]  # fmt: skip

MAX_CHARACTERS = 5_000_000
"""A longer text is listed, not read: these are some 800,000 words, no article."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


class ArticlesError(ValueError):
    """There is nothing to analyse; the message says what, where and what to do."""


def read_articles(folder: str | Path = ARTICLES) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables: `articles`, one row for each article that could be read, and `problems`.

    Reads `.txt`, `.md`, tables of one row an article (`.csv`, `.tsv`, `.jsonl`, `.xlsx`) and, with the extra `ingest`,
    `.html`, `.docx`, `.rtf`, `.pdf`; exports of Nexis Uni and Factiva; and a `.zip` of any of these. Headers, columns
    and an `articles.csv` with a column `file` give title, outlet, published, url and language; what else they hold
    becomes a column of its own. Where they differ, the file's own word counts. Files are read in the order of their
    names; hidden ones, and links that lead out of the folder, are not read.

    articles: `article_id` (the file's name without its ending, with a number where the file holds several, or the
    column `article_id`; made unique), `title`, `outlet`, `published` ("2025-05-11"), `published_raw` (as written),
    `url`, `language` ("en"), `text`, `n_words`, `source_file`, and the other facts. Unknown is NaN.
    problems: `source_file`, `article_id`, `where`, `what`, `consequence`.

    An article that is not English stays in the table and out of the analysis; one whose text was there before (from the
    same outlet, or one of unknown outlet) is left out. It cannot see whether a text is complete.

    Raises `ArticlesError` if the folder does not exist or holds no article that can be read.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ArticlesError(_no_folder(folder))
    rows, problems = _read(folder)
    if not rows:
        raise ArticlesError(_nothing_read(folder, problems))
    columns = [*ARTICLE_COLUMNS, *dict.fromkeys(key for row in rows for key in row if key not in ARTICLE_COLUMNS)]
    articles = pd.DataFrame(rows, columns=columns)
    return articles.astype({c: "str" for c in columns if c != "n_words"}), problem_table(problems)


def _no_folder(folder: Path) -> str:
    """What is wrong with it; a notebook looks from its own folder on, where "../my-articles" is meant."""
    if folder.exists():
        return f"{folder} is a file, not a folder; give a folder that holds your articles."
    meant = Path("..", folder)
    mend = f"is {meant.as_posix()} meant?" if meant.is_dir() else "give a folder that holds your articles."
    looked = "" if folder.is_absolute() else f" (looked for {folder.resolve()})"
    return f"{folder} does not exist{looked}; {mend}"


def preview_articles(articles: pd.DataFrame, *, n_words: int = 12) -> pd.DataFrame:
    """Return what was understood of each article, to look at before anything is analysed.

    Needs the `articles` of `read_articles`. Columns: article_id, title, outlet, published, published_raw (only where it
    was written otherwise), language, n_words, first_words (`n_words` of them).
    """
    shown = ["article_id", "title", "outlet", "published", "published_raw", "language", "n_words"]
    first = [" ".join(text.split(maxsplit=n_words)[:n_words]) for text in articles["text"].str[: 50 * n_words]]
    preview = articles[shown].assign(first_words=first)
    preview["published_raw"] = preview["published_raw"].where(preview["published_raw"] != preview["published"])
    return preview


def problem(source_file: str, article_id: str | None, where: str, what: str, consequence: str) -> dict:
    """One row of `problems`, as a dict; `article_id` is None where no article came of the file."""
    return dict(zip(PROBLEM_COLUMNS, (source_file, article_id, where, what, consequence), strict=True))


def problem_table(rows: list[dict]) -> pd.DataFrame:
    """The table `problems` of these rows, all columns text, also when there are none."""
    return pd.DataFrame(rows, columns=PROBLEM_COLUMNS).astype("str")


def _nothing_read(folder: Path, problems: list[dict]) -> str:
    lines = [f"  {p['source_file']}: {p['what']}; {p['consequence']}" for p in problems]
    why = " What is there could not be read:\n" + "\n".join(lines) if lines else ""
    return f"{folder} holds no article. Put your articles there ({', '.join(ENDINGS)}).{why}"


def _read(folder: Path) -> tuple[list[dict], list[dict]]:
    """The rows of `articles` and of `problems`, in the order of the files."""
    rows, problems, ids = [], [], set()
    seen: dict[str, list[dict]] = {}
    for source, drafts, gaps in _sources(files_of(folder)):
        problems += [problem(source, None, *gap) for gap in gaps]
        dates = read_dates([draft.facts.get("published") for draft in drafts])
        for draft, (published, unclear) in zip(map(_sound, drafts), dates, strict=True):
            left_out = _why_not(draft, seen.setdefault(" ".join(draft.text.split()), []))
            if left_out:
                problems.append(problem(source, None, _place(draft), *left_out))
                continue
            row, doubts = _row(draft, source, ids)
            row |= {"published": published, "published_raw": draft.facts.get("published")}
            seen[" ".join(draft.text.split())].append(row)
            rows.append(row)
            problems += [problem(source, row["article_id"], *d) for d in [*doubts, *([unclear] if unclear else [])]]
    return rows, problems


def _sources(files: list[File], inside: str = "") -> Iterator[tuple[str, list[Draft], list[Doubt]]]:
    """Each file of a folder, or `inside` a zip: its name, its articles, and what of it is left out."""
    index, doubts = read_index(files)
    if index is not None:
        yield inside + INDEX, [], doubts
    for file in files:
        if file.name == INDEX and index is not None:
            continue
        try:
            raw = file.read()
            if ending(file.name) == ".zip" and not inside:
                yield from _sources(files_in(raw, size_limit), f"{file.name}/")
                continue
            drafts, gaps = read_drafts(file.name, raw)
        except Unreadable as error:
            yield inside + file.name, [], [("whole file", error.what, error.consequence)]
            continue
        facts = (index or {}).get(file.name, {})
        yield inside + file.name, [draft._replace(facts={**facts, **draft.facts}) for draft in drafts], gaps


def _sound(draft: Draft) -> Draft:
    """The article with "\\n" for every line end, � for what is no character (half of an emoji), and no mojibake."""
    text, misread = repair(_whole(draft.text.replace("\r\n", "\n").replace("\r", "\n")))
    facts = {}
    for name, value in draft.facts.items():
        facts[_whole(name)], doubts = repair(_whole(value))
        misread += tuple((name, *told) for _, *told in doubts)
    n_broken = text.count("\ufffd") - draft.text.count("\ufffd")
    broken = ("text", f"holds {n_broken} broken characters", "each is shown as �") if n_broken else None
    return draft._replace(text=text, facts=facts, doubts=(*draft.doubts, *([broken] if broken else []), *misread))


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "\ufffd")


def _why_not(draft: Draft, same_text: list[dict]) -> tuple[str, str] | None:
    """What keeps an article out of the table, and the consequence.

    One text in two outlets is two articles, a text of unknown outlet is the article that is there already.
    """
    if not draft.text.strip():
        return "is empty", "left out; it needs a text"
    if len(draft.text) > MAX_CHARACTERS:
        return f"is too long ({len(draft.text):,} characters)", f"left out; the limit is {MAX_CHARACTERS:,}"
    outlet = draft.facts.get("outlet")
    for row in same_text:
        if outlet is None or row["outlet"] in (None, outlet):
            return f"has the same text as {row['article_id']} ({row['source_file']})", "left out; that one is used"
    return None


def _row(draft: Draft, source: str, ids: set[str]) -> tuple[dict, list[Doubt]]:
    """The row of an article, but for its date, and its doubts."""
    stem = PurePath(source).stem
    wanted = draft.facts.get("article_id") or (f"{stem}-{draft.number}" if draft.number else stem)
    language, foreign = find_language(draft.text, draft.facts.get("language"))
    own = {key: draft.facts.get(key) for key in FACTS}
    own |= {"article_id": _unique(wanted, ids), "language": language, "source_file": source}
    own |= {"text": draft.text, "n_words": len(_WORD.findall(draft.text))}
    other = {key: value for key, value in draft.facts.items() if key not in FACTS}
    other = {f"{key}_given" if key in ARTICLE_COLUMNS else key: value for key, value in other.items()}
    return other | own, [*draft.doubts, *([foreign] if foreign else [])]


def _place(draft: Draft) -> str:
    return f"article {draft.number}" if draft.number else "whole file"


def _unique(wanted: str, ids: set[str]) -> str:
    """`wanted`, or wanted-2, wanted-3 …, from now on in `ids`: `Talks.txt` and `talks.TXT` must not share files."""
    number, name = 1, wanted
    while name.casefold() in ids:
        number += 1
        name = f"{wanted}-{number}"
    ids.add(name.casefold())
    return name
