"""Mojibake: text in UTF-8 that was once read as CP1252, so that a dash became "â€”" and François "FranÃ§ois"."""

import re

from standpoints.formats.dates import Doubt

_BYTES = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]  # five bytes mean nothing there
_BYTE_OF = {sign: byte for byte, sign in enumerate(_BYTES)}
_NEXT = re.escape("".join(_BYTES[0x80:0xC0]))  # what each byte of a character but the first one looks like
_SEQUENCE = re.compile(  # begins with one class of signs, which is what `re` looks for fast
    f"[\xc2-\xf4](?:(?<=[\xc2-\xdf])[{_NEXT}]|(?<=[\xe0-\xef])[{_NEXT}]{{2}}|(?<=[\xf0-\xf4])[{_NEXT}]{{3}})"
)
_MEANT = re.compile(  # Latin, Greek and Cyrillic letters, marks and signs, emoji: what stands in news
    "[\x80-\u017f\u0192\u0218-\u021b\u02c6\u02dc\u0300-\u030c\u0384-\u03ce\u0400-\u04ff\u2000-\u27bf"
    "\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_AFTER_A_WORD = frozenset("’‘“”„‚–—…»«›‹™®°·ªº²³\xa0")  # "AMANHÃ”" may be what was written, "Ã§" never is
_NOT_CLOSED = re.compile("(“[^“”\n]*?)â€(?=[\\s.,;:!?)\\]]|$)")  # “We wait,â€: the last byte of ” is lost
_LOST = re.compile(r"[âïÃ](?:(?<=â)€|(?<=ï)¿½|(?<=Ã)(?<![A-ZÀ-Þ].)\s)")


def repair(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text as it was meant, and what was done to it, for `problems`; a sound text as it is.

    It is repaired where that is certain: some of its signs make sense only as bytes of UTF-8. A text that was misread
    twice is repaired twice. What has lost a byte stays as it is, and is told.

    Before: "â€œWe wait,â€ FranÃ§ois said."
    After:  "“We wait,” François said."
    """
    if text.isascii():
        return text, ()
    doubts, repaired = [], text
    while _is_mojibake(repaired):
        repaired = _SEQUENCE.sub(_meant, repaired)
    if repaired != text:
        repaired = _NOT_CLOSED.sub(r"\1”", repaired).removeprefix("\ufeff")
        what = f"was saved in UTF-8 and read as CP1252 (it holds {_wrong_in(text)!r})"
        doubts.append(("text", what, "repaired; compare names and quotation marks with the source"))
    if lost := _LOST.findall(repaired):
        what = f"was saved in UTF-8 and read as CP1252, and has lost signs (it holds {lost[0].strip()!r})"
        doubts.append(("text", what, "they stay as they are; take the text anew from its source, or mend it by hand"))
    return repaired, tuple(doubts)


def _is_mojibake(text: str) -> bool:
    found = (part for part in _SEQUENCE.finditer(text) if not _AFTER_A_WORD.issuperset(part[0][1:]))
    return any(_meant(part) != part[0] for part in found)


def _meant(found: re.Match) -> str:
    """The character that these signs were, or the signs where they are none that stands in news."""
    try:
        sign = bytes(_BYTE_OF[sign] for sign in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return sign if _MEANT.fullmatch(sign) else found[0]


def _wrong_in(text: str) -> str:
    return next(found[0] for found in _SEQUENCE.finditer(text) if _meant(found) != found[0])
