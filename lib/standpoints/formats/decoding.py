"""Bytes to text: in the encoding that somebody saved them in, with a note where it had to be guessed."""

import re


def decode(raw: bytes) -> tuple[str | None, str | None]:
    """The text of a file's bytes, line ends as "\\n", and a note where the encoding had to be guessed.

    (None, reason) for bytes that are no text. UTF-8 and any text with a byte-order mark need no guess.
    It cannot tell apart what differs in no byte: "café" reads the same in CP1252, Latin-1 and CP1250.
    """
    encoding, note = _encoding(raw)
    if encoding is None:
        return None, note
    text = raw.decode(encoding).removeprefix("\ufeff").removeprefix("ï»¿")  # the same mark, misread before
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _encoding(raw: bytes) -> tuple[str | None, str | None]:
    if raw.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        marked = "utf-32"
    elif raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        marked = "utf-16"
    else:
        marked = "utf-8"  # with a stray NUL, too: databases write some; see `articles._whole`
    if _decodes(raw, marked):
        return marked, None
    if b"\x00" in raw:
        unmarked = [e for e in ("utf-16-le", "utf-16-be") if _decodes(raw, e, european=True)]
        guess = unmarked[0] if unmarked else None
    else:
        guess = _one_byte_encoding(raw) if _has_few_controls(raw.decode("latin-1")) else None
    if guess is None:
        return None, "is not text (a picture, a PDF or an office file by another name?)"
    return guess, f"not UTF-8; the encoding was guessed: {guess.upper().replace('_', '-')}"


def _decodes(raw: bytes, encoding: str, *, european: bool = False) -> bool:
    """Whether the bytes mean a text in this encoding; `european`: one of Latin, Cyrillic or Greek letters.

    Nearly all pairs of bytes mean something in UTF-16, mostly Chinese; hence the stricter question there.
    """
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    n_european = sum(1 for c in text if c < "\u2100") if european else len(text)  # with typographic marks
    return _has_few_controls(text) and n_european > 0.9 * len(text) - 1


def _has_few_controls(text: str) -> bool:
    """False where more than one character in a hundred is a control character, as in binary files."""
    n_controls = sum(1 for c in text if c < " " and c not in "\t\n\r\f\v\x1a\x1b")
    return n_controls <= len(text) / 100


def _one_byte_encoding(raw: bytes) -> str:
    """The likeliest of the encodings in which English and Cyrillic news are found.

    charset-normalizer alone takes a short "Macron’s café" for CP1250 and a short "Премьер" for Japanese, so
    it decides only what plain facts leave open: three letters beyond ASCII in a row are Cyrillic ("нет"; no
    English text has "éèê"), and a sign inside a word ("Wa³êsa" for "Wałęsa") speaks against CP1252.
    """
    from charset_normalizer import from_bytes

    if re.search(rb"[\xc0-\xff]{3}", raw):
        family, usual = ["cp1251", "koi8_r"], "cp1251"
    elif re.search(r"[^\W\d_][¡-¿×÷][^\W\d_]", raw.decode("cp1252", "replace")):
        family, usual = ["cp1250", "mac_roman"], "cp1250"
    else:
        family, usual = [], "cp1252"
    best = from_bytes(raw, cp_isolation=family).best() if family else None
    encoding = best.encoding if best else usual
    return encoding if _decodes(raw, encoding) else "latin_1"  # five bytes mean nothing in CP1252
