"""The short forms in which the words for and against are written: STRIFE, BAD, NOT …, and how they are read."""

import re

# "Ending the war" is against the war, not against what is proposed in order to end it.
_STRIFE = r"\s(?:\w+\s){0,2}(?:wars?|fighting|violence|killings?|conflict|bloodshed|hostilities|suffering|crisis|fire)"
WOULD = r"(?:will|would|could|can|may|might)\s(?:(?:only|just|merely|simply|also|further|even|then|again|\w+ly)\s){0,2}"
_TAKES_BACK = (
    r"(?:lift|revers|drop|abandon|withdr[ae]w|giv(?:e|es|ing|en)\sup|gave\sup|overc[oa]m|end|rescind|scrap|remov|revok"
    r"|waiv|ditch|shed|retract)\w*"
)
_NO_OF_OLD = (
    r"(?:refusal|veto|vetoes|opposition|resistance|objections?|bans?|reluctance|blockade|reservations|rejection)"
)
# Where a way is opened to: "to talks", and not "to the capital".
_GOOD = (
    r"\s(?:\w+\s){0,3}(?:peace|talks|negotiations?|dialogue|diplomacy|settlement|truce|ceasefire|agreement|deal"
    r"|compromise|solution|end)"
)
# "Seizing them *could bring down* the currency": that it could is no wish that it may, and whether the harm is meant
# depends on whom it strikes.
_DO_HARM = (
    r"(?:bring\sdown|destroy|ruin|wreck|shatter|hurt|harm|damage|cost|destabili[sz]e|drag|plunge|backfire|trigger|spark"
    r"|unleash|cause|threaten|kill|undermine|end\s(?:in|badly|up)|lead\sto|weaken|split|divide)"
)
_SAY = r"(?:say|said|stated?|announced?|claim(?:ed)?|indicated?|signal(?:led)?|specif(?:y|ied)|suggest(?:ed)?)"
_TIME = r"(?:days|weeks|months|years|time|long)"
_ENEMY = r"(?:aggressor|attacker|enemy|invader|occupier)"
_EVIL = (
    r"\s(?:\w+\s){0,3}(?:wars?|aggression|attacks?|invasions?|offensives?|escalation|abyss|surrender|capitulation|"
    r"defeat|disaster)"
)
# What something "is", "amounts to" or is dismissed "as"; what it is "to do" it.
_BAD = (
    r"(?:threat|escalation|theft|robbery|manipulation|stunt|ruse|gimmick|humiliation|defeat|insult|"
    r"sell-?out|appeasement|gift|reward|invitation|disaster|catastrophe|folly|provocation|disgrace|shame|"
    r"propaganda|lie|lies|myth|slander|invention|fabrication|fairy\stales?|road\sto\snowhere|"
    r"concession|cynical|destroyed|targeted|punished|ultimatum|"
    r"declaration\sof\swar)"
)
_WRONG = (
    r"(?:absurd|ridiculous|foolish|na[iï]ve|reckless|pointless|senseless|futile|unrealistic|unfair|"
    r"immoral|cynical|a\s(?:\w+\s)?mistake|an\s(?:\w+\s)?error|a\smockery|an\sillusion|a\slie|false|untrue|folly|irresponsible|obscene|grotesque"
    r"|outrageous|shameful|hopeless|useless|unwise|harmful|disgraceful|perverse|preposterous|dishonest|hypocritical|laughable|scandalous|unjust)"
)
BE = r"(?:is|are|was|were|be|been|being|gets?|got|getting)"


_FORMS = {
    "STRIFE": _STRIFE, "EVIL": _EVIL, "ENEMY": _ENEMY, "SAY": _SAY, "TIME": _TIME, "WOULD": WOULD,
    "ALSO": r"(?:\w+ly\s|still\s|also\s|even\s|only\s|well\s)*", "GOOD": _GOOD, "DOHARM": _DO_HARM,
    "FAILS": r"(?:collapse|fail|fall|founder|break\s(?:down|up|apart))",
    "BAD": _BAD, "WRONG": _WRONG, "TAKES_BACK": _TAKES_BACK, "NO_OF_OLD": _NO_OF_OLD,
    "NOT": r"(?:not|never|cannot|\w+n't)", "AUX": r"(?:could|can|did|do|does|have|has|had|were|was|are|is)",
    "_": r"\s", "~": r"(?:s|es|d|ed|e|ing|ting|ted)?",
}  # fmt: skip


def any_of(entries: str) -> str:
    """The entries as one regular expression, the longest first."""
    words = sorted(entries.split(), key=len, reverse=True)
    return "|".join(re.sub("|".join(_FORMS), lambda m: _FORMS[m.group()], word) for word in words)
