"""Where the words of a hand-coded row stand: in which article, and at which of its characters."""

import re

import pandas as pd

from standpoints.reading.attribution import Span
from standpoints.slips import nearest

_LEFT_OUT = re.compile(r"\s*\[?(?:…|\.\.\.)\]?\s*")
_SIGNS = ('"“”„«»', "'’‘‚", "-–—‑")  # the first of each sort is the one that every keyboard has
_ALIKE = {sign: f"[{signs}]" for signs in _SIGNS for sign in signs}
_PLAIN = str.maketrans({sign: signs[0] for signs in _SIGNS for sign in signs})
_SHOWN = 60  # characters of a content in a message


def find_article(name: str, articles: pd.DataFrame, *, where: str) -> tuple[pd.Series | None, str]:
    """Return the article that has this article_id or is alone in the file of this name; else None, and why.

    `where` is what the articles are, for the message: "my-articles", "this study".
    """
    if not name:
        return None, "no article; write the name of its file."
    found = articles[(articles["article_id"] == name) | (articles["source_file"] == name)]
    if len(found) == 1:
        return found.iloc[0], ""
    if len(found):
        several = f"{name} holds {len(found)} articles; write the article_id of one, such as"
        return None, f"{several} {found['article_id'].iloc[0]}."
    near = nearest(name, {*articles["article_id"], *articles["source_file"]})
    mend = f"is {near!r} meant? Write it so." if near else "write the name of its file."
    return None, f"{where} has no article {name!r}; {mend}"


def find_words(words: str, text: str) -> list[Span]:
    """Return each place of the text where these words stand, as whole words: those in the same case, if there are any.

    White space, and the sort of a quotation mark or dash, do not matter.
    """
    parts = ["".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in words.split()]
    if not parts:
        return []
    begin, end = (r"\b" if re.match(r"\w", sign) else "" for sign in (words.strip()[0], words.strip()[-1]))
    pattern = begin + r"\s+".join(parts) + end
    for how in (re.NOFLAG, re.IGNORECASE):
        if found := [match.span() for match in re.finditer(pattern, text, how)]:
            return found
    return []


def plain(words: str) -> str:
    """Return words as they are compared: O’Neill is O'Neill, and white space and capital letters do not matter."""
    return " ".join(words.translate(_PLAIN).casefold().split())


def find_content(content: str, text: str) -> list[list[Span]]:
    """Return each place of a content, as its pieces: "We will wait … until they answer" has two."""
    if whole := find_words(content, text):
        return [[span] for span in whole]
    first, *others = [find_words(part, text) for part in _LEFT_OUT.split(content) if part] or [[]]
    chains: dict[Span, list[Span]] = {}  # by its last piece: of two that end alike the later one is closer
    for span in first:
        chain: list[Span] | None = [span]
        for spans in others:
            after = next((later for later in spans if later[0] >= chain[-1][1]), None)
            chain = [*chain, after] if after else None
            if chain is None:
                break
        if chain:
            chains[chain[-1]] = chain
    return list(chains.values())


def find_beside(words: str, content: list[Span], text: str) -> list[Span]:
    """Return the place of these words that is nearest to the content, outside it if there is one; [] for none."""
    begin, end = content[0][0], content[-1][1]
    found = find_words(words, text)
    free = [span for span in found if all(span[1] <= a or span[0] >= b for a, b in content)] or found
    return sorted(free, key=lambda span: max(begin - span[1], span[0] - end))[:1]


def not_there(content: str, article_id: str, text: str) -> str:
    """Return what to say of a content that does not stand in an article: from which word on."""
    words = content.split()
    stand = next((n for n in range(len(words) - 1, 2, -1) if find_words(" ".join(words[:n]), text)), 0)
    far = f" from “{' '.join(words[stand - 2 : stand + 1])}” on" if stand else ""
    mend = "copy it from the text, and write … for what you leave out."
    return f"{shortened(content)} does not stand in {article_id}{far}; {mend}"


def shortened(content: str) -> str:
    """Return a content for a message, in quotation marks."""
    return f"“{content[:_SHOWN].strip()}{'…' if len(content) > _SHOWN else ''}”"
