"""Which lines belong to the page and not to the article: subscriptions, bylines, dates, captions, credits."""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}"
_TIME = r"\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|der|al|bin|di|da|la)){1,3}"

# Lines that begin so, whatever the case of their letters: "Subscribe to our Telegram channel!"
_BEGINS = re.compile(
    r"(subscribe\b|sign up (for|to)\b|follow us\b|read (more|also|next)\b|see also\b|share (this|on)\b|"
    r"click here\b|advertisement\b|all rights reserved\b|copyright\b|©|download (the|our) app\b|"
    r"(photo|photograph|image|picture|video|illustration|graphic)( by| credit)?s?:|file (photo|picture)\b|"
    r"join (us|our)\b.*(channel|newsletter|telegram|whatsapp)|support \w+ or become\b|"
    r"support (our|independent) journalism\b|comments? \(\d+\)|\(?end(s|it)?\)?$|-{3,}$|\*{3,}$|"
    r"\(?(additional |with )?(reporting|writing|editing) by\b|(most read|related|tags|topics|watch|listen):|"
    r"(last )?(published|updated|modified)( on| at)?:? (\d|[a-z]{3,9},? \d)|"
    r"\d+ min(ute)?s?( read| ago)|\d+ hours? ago)",
    re.IGNORECASE,
)
_CHARACTERS = 400
_WORDS = 25  # a longer paragraph is article text, whatever its first word

# Mira Oster speaks in Holm. (AP Photo/Lena Krull) — a caption is known by its credit.
_CREDIT = re.compile(
    r"\((?:AP|EPA|AFP|File|Reuters|Getty)\b[^()]*\)$|\b(?:REUTERS|EPA|AFP|AP|Getty Images|Shutterstock|Alamy)"
    r"(?: Photo)? ?/ ?[A-Z][\w. /-]+$|(?:/|\bvia |\b[Pp]hotograph: .*)(?:REUTERS|EPA|AFP|AP|Getty Images)$|"
    r"\b(?:Photograph|Photo|Image|Picture): [A-Z][\w. ]+(?:/[A-Z][\w. ]+)?$"
)
_IN_A_CREDIT = ("(", "/", "via ", ": ")  # each credit has one of these, which are looked for faster
# By Helen Marsh, diplomatic editor / EXCLUSIVE by DAN COBB / By our correspondent in Holm
_BYLINE = re.compile(
    rf"(?:[A-Z]+ |Special report |Analysis |Words )?[Bb][Yy] (?!{_DAY}\b|{_MONTH} )(?:[Oo]ur \w+|{_NAME})"
    r"(?:(?:, | and | in | for | \(|\s*[|/·–—-]\s*)[\w ,.’'&|/()-]*)?$"
)
_BYLINE_WORDS = 14
_CONTRIBUTED = re.compile(rf"{_NAME}(?:(?:, | and |, and ){_NAME})* contributed (?:to this|reporting)\b")
_DATELINE = re.compile(rf"(?:{_DATE}|{_TIME})(?:[,|·–— -]+(?:{_DATE}|{_TIME}))*$")


def is_boilerplate(paragraph: str) -> bool:
    """Whether a paragraph is no part of the article's text.

    It is known by its first words ("Read more: …", "Photograph: …"), a caption by the credit at its end, a byline
    and a line of date and time by their form. A caption without a credit is not seen.
    """
    if len(paragraph) > _CHARACTERS:
        return False
    n_words = len(paragraph.split())
    credited = any(sign in paragraph for sign in _IN_A_CREDIT) and _CREDIT.search(paragraph)
    if credited or _DATELINE.match(paragraph) or _CONTRIBUTED.match(paragraph):
        return True
    if n_words <= _BYLINE_WORDS and _BYLINE.match(paragraph) and paragraph[-1] not in ".!?":
        return True
    return n_words <= _WORDS and bool(_BEGINS.match(paragraph))
