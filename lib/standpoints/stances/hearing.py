"""What of a statement is read for positions: its words with the cue before them, without what others say inside it."""

import re

import pandas as pd

from standpoints.stances.clauses import conditions
from standpoints.stances.vocabulary import attitude_words

# What to read before a bare content such as "the idea of neutrality", where the cue as written tells nothing.
_CUE_OF_CLASS = {"denies": "denied", "demands": "demanded", "threatens": "threatened", "offers": "offered",
                 "agrees": "agreed to"}  # fmt: skip
# "What is needed, *the premier said*, is more help": who speaks stands in the middle of what is said.
_WHO_SPEAKS = re.compile(
    r",\s(?:[\w'’.-]+\s){1,8}(?:said|says|argued|added|explained|insisted|warned|stressed|noted|wrote|declared),(?=\s(?!but|and)[a-z])"
)
# "Neither Arvik nor Holm wants a truce": who is named wants none.
_NOBODY = re.compile(
    r"(?:nobody|no\sone|none|neither|no(?!\.|\s\d)|not\sa\ssingle|not\sone|few|hardly\sany(?:one|body)?)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|to|of|by|for)$", re.IGNORECASE)


def lead_of(row) -> str:
    """The cue, to be read before the content: "threatened" + "sanctions in case of refusal"."""
    cue = row.cue if isinstance(row.cue, str) else ""
    # A whole sentence in quotation marks stands for itself: “We attacked nobody,” he denied.
    if row.form == "direct" and len(row.text.split()) > 8 and not row.text.strip(" “”\"'‘’")[:1].islower():
        return ""
    # "Warned *that* it would harm us": no threat; "confirmed *that* it will come": no news to be confirmed.
    if cue.lower().startswith(("warn", "confirm")) and row.text.startswith("that "):
        return ""
    if row.cue_class in _CUE_OF_CLASS:
        kinds = {w.kind for w in attitude_words(as_plain(cue))}
        cue = cue if kinds & {"for", "against", "open"} else _CUE_OF_CLASS[row.cue_class]
    # "*According to* | Norland would accept a truce", "*in* her opinion | …": it would make an object of who does it.
    if _PREPOSITION.search(cue) and not attitude_words(as_plain(cue)):
        cue = ""
    if cue and isinstance(row.speaker, str) and _NOBODY.match(row.speaker):
        cue = f"nobody {cue}"
    return f"{cue} " if cue else ""


def spans_inside(statements: pd.DataFrame) -> dict[tuple, list[tuple[int, int]]]:
    """The spans of the statements that each statement holds, by its (article_id, statement_id)."""
    spans: dict[tuple, list[tuple[int, int]]] = {}
    if "within" in statements:
        for row in statements[statements["within"].notna()].itertuples(index=False):
            spans.setdefault((row.article_id, row.within), []).append((int(row.start), int(row.end)))
    return spans


def only_supposed(statements: pd.DataFrame) -> set[str]:
    """The statements that stand in a condition of the one around them: "if Sundia refuses" reports no refusal."""
    columns = (statements[name].tolist() for name in ("statement_id", "start", "text", "within"))
    rows = list(zip(*columns, strict=True))
    outer = {statement_id: (start, text) for statement_id, start, text, _ in rows}
    found = set()
    for statement_id, start, _, within in rows:
        if within not in outer:
            continue
        begin, text = outer[within]
        clauses = conditions(as_plain(text), (0, len(text))) if isinstance(text, str) else []
        if any(c.opened <= start - begin < c.end for c in clauses):
            found.add(statement_id)
    return found


def blanked(text: str, start: int, spans: list[tuple[int, int]]) -> str:
    for a, b in spans:
        a, b = max(a - start, 0), max(b - start, 0)
        text = text[:a] + re.sub(r"\S", " ", text[a:b]) + text[b:]
    return text


def as_plain(text: str) -> str:
    """The same text, to the character, with one kind of apostrophe and no full stops inside "U.S." or "Mr."."""
    if "–" in text or "—" in text:  # a parenthesis
        text = re.sub(r"\s[–—]\s[^–—.;!?]{1,60}\s[–—](?=\s)", lambda m: " " * len(m.group()), text)
    text = _WHO_SPEAKS.sub(lambda m: " " * len(m.group()), text)
    text = text.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
    if "." in text:
        text = re.sub(r"(?<=\b[A-Z])\.|(?<=\b[MD]r)\.|(?<=\bMrs)\.|(?<=\b(?:Gen|Col|Gov|Sen))\.", " ", text)
        text = re.sub(r"(?<=\d)[.](?=\d)", " ", text)
    # “A ceasefire? Out of the question”: the question is the speaker's own, its answer follows.
    return re.sub(r"\?(?=\W+(?:out of the|impossible|unthinkable|unacceptable|never|not))", " ", text, flags=re.I)
