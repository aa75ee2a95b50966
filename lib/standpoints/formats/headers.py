"""The header at the top of a text file: facts of the article in YAML, between two lines `---`."""

import re

from standpoints.formats.dates import Doubt
from standpoints.formats.facts import known_facts

MAX_HEADER = 20_000
"""Characters; a longer one holds more than facts of an article, and a hundred times as long would take minutes."""
_FACT = re.compile(r"""(?P<key>[\w -]+):(?:[ \t]+(?P<value>(?P<mark>["'])(?P<quoted>[^"']*)(?P=mark)|.*))?""")
_HEADER = re.compile(r"\s*---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_header(text: str) -> tuple[dict[str, str], str, list[Doubt]]:
    """The header's facts, the text after it, and what was wrong with it."""
    if not re.match(r"\s*---[ \t]*\n", text):
        return {}, text, []
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
        return known_facts(values), body, [(f"line {first + error.line}", error.what, f"the header ({where}) {read}")]
    lines, doubts = _lines(values, where)
    return known_facts(lines), body, doubts


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
