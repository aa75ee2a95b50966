"""The header at the top of a text file: facts of the article in YAML, between two lines `---` or, told, without."""

import re

from standpoints.formats.dates import Doubt
from standpoints.formats.facts import FACTS, TEXT, known_facts, misspelt, our_names

MAX_HEADER = 20_000
"""Characters; a longer one holds more than facts of an article, and a hundred times as long would take minutes."""
_FACT = re.compile(r"""(?P<key>[\w -]+):(?:[ \t]+(?P<value>(?P<mark>["'])(?P<quoted>[^"']*)(?P=mark)|.*))?""")
_BARE = re.compile(r"\s*((?:[^\W\d_][\w -]{0,24}:[ \t]+\S.*(?:\n|\Z))+)(?P<closed>[ \t]*(?:-{3,}[ \t]*)?\n)?")
_ADD_LINES = "put a line --- above and below the lines of a header"
_HEADER = re.compile(r"\s*---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_header(text: str) -> tuple[dict[str, str], str, list[Doubt]]:
    """The header's facts, the text after it, and what was wrong with it."""
    if not re.match(r"\s*---[ \t]*\n", text):
        return _without_marks(text)
    match = _HEADER.match(text)
    if not match:
        what = "the header opens with --- and has no closing line ---"
        return {}, text, [("its first line", what, "no header is read; all lines count as text")]
    block, body = match[1], text[match.end() :]
    first = text[: match.start(1)].count("\n")  # the line of the opening ---
    where = f"lines {first}-{first + block.count(chr(10)) + 1}"
    if block.strip() and not re.match(r"\s*(#|[\w -]+:)", block):
        what = "begins like a header, but holds no `key: value` lines"
        return {}, text, [(where, what, "no header is read; all lines count as text")]
    try:
        values = _load_yaml(block)
    except _HeaderError as error:
        values = _by_lines(block)
        read = "is read line by line, as written" if values else "is not read; the text after it is analysed"
        doubts = [(f"line {first + error.line}", error.what, f"the header ({where}) {read}")]
        return known_facts(values), body, doubts + misspelt(tuple(values), where)
    lines, doubts = _lines(values, where)
    return known_facts(lines), body, doubts + misspelt(tuple(lines), where)


def _without_marks(text: str) -> tuple[dict[str, str], str, list[Doubt]]:
    """The same of a text that does not begin with ---: "Title: Talks", "Date: 2025-05-11", an empty line, the text.

    It has a header where all lines before the first empty one are `key: value` and two of them at least are facts of
    an article. One alone may be a sentence of the text: "Source: the premier's office."
    """
    match = _BARE.match(text)
    block = match[1].splitlines() if match else []
    values = _by_lines(match[1]) if match else {}
    facts = set(our_names(tuple(values)).values()) & {*FACTS, TEXT}
    if not facts:
        return {}, text, []
    first = text[: match.start(1)].count("\n") + 1
    where = f"lines {first}-{first + len(block) - 1}"
    if len(facts) == 1 or TEXT in facts or len(values) < len(block) or not match["closed"]:
        what = f"begins like a header ({block[0][:60]!r}), but has no line --- above it"
        return {}, text, [("its first line", what, f"all lines count as text; {_ADD_LINES}, if this is one")]
    what = "look like a header, but have no lines --- around them"
    doubt = (where, what, f"read as the header, and not as text; to be sure, {_ADD_LINES}")
    return known_facts(values), text[match.end() :], [doubt, *misspelt(tuple(values), where)]


class _HeaderError(Exception):
    """The line is counted within the header's block, from 1."""

    def __init__(self, line: int, what: str):
        self.line, self.what = line, what


def _load_yaml(block: str) -> dict:
    """The mapping of a header. Values stay as written: YAML would move "00:30+03:00" to the day before."""
    if len(block) > MAX_HEADER:
        raise _HeaderError(1, f"the header is too long ({len(block):,} characters; the limit is {MAX_HEADER:,})")
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.scanner import ScannerError

    try:
        values = YAML(typ="base").load(block) or {}
    except MarkedYAMLError as error:
        begun = error.context_mark if isinstance(error, ScannerError) else None  # e.g. where the quote opened
        mark = begun or error.problem_mark
        what = (error.problem or "cannot be read").split(" with value")[0]
        hint = '; put a value that holds a colon into quotation marks: title: "Talks: day one"'
        raise _HeaderError(mark.line + 1 if mark else 1, f"the header is broken: {what}{hint}") from None
    except (YAMLError, RecursionError) as error:
        raise _HeaderError(1, f"the header is broken: {(str(error) or 'it').splitlines()[0]}") from None
    if not isinstance(values, dict):
        raise _HeaderError(1, "the header is broken: not every line is `key: value`")
    return values


def _by_lines(block: str) -> dict[str, str]:
    """The facts of a header that is no YAML, but has one on each line: title: Talks: day one. {} where any has none."""
    facts = [_FACT.fullmatch(line.strip()) for line in block.splitlines() if line.strip()]
    if len(block) > MAX_HEADER or not all(facts):
        return {}
    return {fact["key"]: fact["quoted"] or fact["value"] for fact in facts}


def _lines(values: dict, where: str) -> tuple[dict[str, str], list[Doubt]]:
    """The values that are one line of text; a list of words ("tags: [talks, war]") becomes one."""
    lines, doubts = {}, []
    for key, value in values.items():
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "; ".join(value)
        if not isinstance(value, str) or not isinstance(key, str):
            doubts.append((where, f"{key!r} is not one line of text", "the entry is ignored"))
        elif value.strip() not in ("~", "null"):
            lines[key] = value
    return lines, doubts
