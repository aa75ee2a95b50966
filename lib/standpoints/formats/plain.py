"""Text files: `.txt` as it is, `.md` without its marks; a header may stand at the top of both."""

from html import unescape

from standpoints.formats.decoding import decode
from standpoints.formats.drafts import Draft, Found, Unreadable
from standpoints.formats.headers import split_header

_GUESSED = "read as that; check accented names and quotation marks, or save the file as UTF-8"


def read_txt(raw: bytes) -> Found:
    """The file's text, to the character, without its header."""
    facts, text, doubts = _opened(raw)
    return [Draft(text, facts, doubts=doubts)], []


def read_md(raw: bytes) -> Found:
    """The words of a Markdown file, without its marks and the addresses of its links.

    Paragraphs are divided by an empty line. A first line `# Talks to resume` is the title where the header has none.

    Source: mistune (BSD).
    """
    import mistune

    facts, text, doubts = _opened(raw)
    blocks = mistune.create_markdown(renderer=None)(text)
    blocks = [block for block in blocks if block["type"] != "blank_line"]
    if blocks and blocks[0]["type"] == "heading" and blocks[0]["attrs"]["level"] == 1 and "title" not in facts:
        facts["title"] = _words(blocks.pop(0)).strip()
    paragraphs = [part.strip() for block in blocks for part in _paragraphs(block)]
    return [Draft("\n\n".join(part for part in paragraphs if part), facts, doubts=doubts)], []


def _opened(raw: bytes) -> tuple[dict, str, tuple]:
    text, note = decode(raw)
    if text is None:
        raise Unreadable(note, "left out; save it as plain text, UTF-8")
    facts, body, doubts = split_header(text)
    if not body.strip() and (facts or doubts):
        raise Unreadable("has a header and no text", "left out; it needs a text")
    return facts, body, (*([("whole file", note, _GUESSED)] if note else []), *doubts)


def _paragraphs(block: dict) -> list[str]:
    """The paragraphs of a block: those of each entry of a list, each line of a quotation."""
    children = block.get("children", [])
    if any("children" in child or child["type"] == "blank_line" for child in children if _is_block(child)):
        return [part for child in children for part in _paragraphs(child)]
    return [_words(block)]


def _is_block(token: dict) -> bool:
    return token["type"] in {"paragraph", "block_text", "list", "list_item", "block_quote", "heading", "blank_line"}


def _words(token: dict) -> str:
    """The words of a piece of running text; a line that only the editor broke goes on."""
    if token["type"] in ("softbreak", "linebreak"):
        return " " if token["type"] == "softbreak" else "\n"
    if token["type"] in ("image", "inline_html"):
        return ""
    if token["type"] == "text":
        return unescape(token["raw"])  # &amp;
    return token.get("raw", "") or "".join(_words(child) for child in token.get("children", []))
