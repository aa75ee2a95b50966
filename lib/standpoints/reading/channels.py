"""Through which channel something was said: "on his Telegram channel", "reporters", "SUNA reported"."""

import re
from collections.abc import Iterable

from standpoints.reading.attribution import Span

_PLATFORM = (
    r"Telegram|Facebook|Twitter|X|YouTube|Instagram|TikTok|Truth Social|WhatsApp|Threads|LinkedIn|Bluesky|VK|"
    r"social media|(?:the )?social network(?: [A-Z]\w*)?|the same platform"
)
_OCCASION = (
    r"statement|interview|(?:news|press) (?:conference|briefing)|briefing|speech|address|letter|article|op-ed|video|"
    r"television|TV|radio|parliament|newspaper|magazine|broadcaster|channel|podcast|meeting|summit|rally|hearing|call"
)
_AGENCY = r"(?:the )?(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]*"
_CHANNEL = re.compile(
    r"\b(?:on|via|in|to|at|during|through) (?:an? |his |her |its |their |the )?(?:[\w-]+ ){0,3}?"
    rf"(?:{_PLATFORM}|{_OCCASION})\b"
    rf"(?: (?:posted |published |shared )?(?:on|to) (?:{_PLATFORM})\b)?"
    rf"(?:(?: with| to) (?:{_AGENCY}|reporters|journalists)\b)?(?: (?:channel|account|page|post|message))?\b"
    r"|\b(?:reporters|journalists|lawmakers|MPs|parliament)\b"
    # told the newspaper Le Fleuve, told SUNA; not: told Varga, who is a person
    rf"|(?<=\btold )(?:the |state |local )?(?:newspaper|magazine|broadcaster|(?:news )?agency|channel) {_AGENCY}"
    r"|(?<=\btold )(?:the )?[A-Z]{2,}\b"
    # …, SUNA reported; …, as quoted by SUNA; SUNA quoted him as saying
    rf"|(?:as )?(?:quoted|cited|carried|reported) by {_AGENCY}"
    rf"|(?<=, ){_AGENCY} (?:reported|reports)\b|\b{_AGENCY} (?:quoted|cited) (?:him|her|them|[A-Z]\w+) as saying"
)


def channel_of(text: str, around: Span, taken: Iterable[Span], source: Iterable[Span]) -> str | None:
    """Return the channel named in the sentence `around`, as written; None if none is.

    What is said (`taken`) is no place to look, and who speaks (`source`) is no channel of his own words: in *SUNA
    reported that it was shut* the agency is the speaker, in *It was shut, Oster said, SUNA reported* the channel.
    """
    start, end = around
    words = text[start:end]
    for a, b in (*taken, *source):
        a, b = max(a, start) - start, min(b, end) - start
        if a < b:
            words = words[:a] + "\uffff" * (b - a) + words[b:]
    found = _CHANNEL.search(words)
    return found.group() if found else None
