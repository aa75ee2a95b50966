"""Words for what people are: offices and their synonyms, titles, and the gender that some of them tell."""

# Each line: ways to say the same office. The office of the registry is looked for in this order.
_SAME_OFFICE = """
prime minister; premier; head of government; head of the government; government head; pm
president; head of state
chancellor
leader; supreme leader; paramount leader; ruler; strongman
foreign minister; fm; minister of foreign affairs; minister for foreign affairs; foreign affairs minister; \
minister for europe and foreign affairs; external affairs minister; minister of external affairs; \
foreign secretary; secretary of state; foreign policy chief; high representative; top diplomat; chief diplomat; \
head of diplomacy; head of the foreign ministry; head of the mfa; foreign affairs chief
defence minister; minister of defence; minister for defence; minister of national defence; defence secretary; \
secretary of defence; secretary of war; defence chief
finance minister; minister of finance; chancellor of the exchequer; treasury secretary; secretary of the treasury; \
treasury chief
interior minister; minister of internal affairs; minister of the interior; home secretary
economy minister; minister of economy; minister of the economy
spokesman; spokeswoman; spokesperson; press secretary; press officer; official representative
foreign ministry spokesman; foreign ministry spokeswoman; foreign ministry spokesperson; mfa spokesman; \
mfa spokeswoman; mfa spokesperson; foreign ministry representative; mfa representative
commissioner for human rights; human rights commissioner; ombudsman; human rights ombudsman
secretary general; chief; head; boss
commission president; commission chief
parliament speaker; speaker of parliament; speaker of the parliament; chairman of parliament; parliamentary speaker
chief of staff; head of the presidential office; head of the office of the president; presidential chief of staff
commander in chief; army chief; top commander; military chief; top general; commander in chief of the armed forces; \
commander of the armed forces; head of the armed forces
chief of the general staff; head of the general staff
chief negotiator; top negotiator; lead negotiator; head of the negotiation team; head of the negotiating team; \
head of the delegation; delegation head; delegation chief; leader of the delegation; chief of the delegation
ambassador; envoy; permanent representative; representative
special envoy; envoy; special representative; peace envoy
national security adviser; national security advisor; security adviser; security advisor
security council secretary; secretary of the security council
intelligence chief; spy chief; head of intelligence; military intelligence chief; head of military intelligence
director general; chief; head
vice president; deputy president
defence ministry; ministry of defence; mod; defence department
foreign ministry; ministry of foreign affairs; mfa; foreign office; ministry of external affairs
armed forces; military; army; troops; forces
authorities; officials; government officials; official; government official; senior official; senior officials
government; cabinet; administration
general staff; general staff of the armed forces
delegation; negotiation team; negotiating team; negotiators
attorney general
inspector general
executive director; managing director
chief executive; chief executive officer; ceo
"""
_TITLES = """
mr mrs ms miss mx sir dame lord lady dr prof professor rev pope patriarch archbishop bishop cardinal metropolitan imam
prelate pontiff
rabbi king queen prince princess emperor sultan emir sheikh president presidents minister ministers chancellor
chancellors premier premiers governor mayor senator senators sen rep congressman congresswoman lawmaker deputy mp mep
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral marshal commander brigadier judge
justice prosecutor ambassador envoy representative commissioner coordinator rapporteur
chairman chairwoman chairperson chair speaker
secretary director chief head leader leaders boss spokesman spokeswoman spokesperson negotiator negotiators adviser
advisor aide diplomat official analyst expert economist historian journalist reporter correspondent editor author
writer activist lawyer attorney candidate officer inspector detective founder billionaire businessman businesswoman
oligarch banker executive ceo coach singer actor actress director-general secretary-general blogger scientist
researcher politician oppositionist dictator veteran warlord mercenary spokespersons ministers-president
councilwoman councilman councillor councilor cllr assemblywoman assemblyman alderman comptroller superintendent
insp supt det cpl pvt commodore deacon coroner undersecretary gov sheriff pastor treasurer alderwoman magistrate
counterpart colleague ag vp adm brig hon
"""
_MALE = """mr sir lord king prince pope patriarch archbishop emperor sultan emir sheikh imam congressman
spokesman businessman actor man boy father son brother husband uncle grandfather nephew guy gentleman boyfriend
policeman fireman statesman cardinal bishop dad daddy lad grandson duke baron monk friar
widower fiance groom batsman postman nobleman headmaster stepfather godfather landlord abbot councilman assemblyman
alderman hubby grandad granddad grandpa"""
_FEMALE = """mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman businesswoman actress woman girl
mother daughter sister wife aunt grandmother niece girlfriend policewoman stateswoman widow mum mom
granddaughter schoolgirl duchess countess baroness nun heiress waitress stewardess housewife fiancee bride headmistress
stepmother godmother landlady councilwoman assemblywoman alderwoman grandma"""

BODY_WORDS = frozenset("service directorate ministry committee council staff agency guard headquarters office".split())
CIVIL = frozenset("mr mrs ms miss mx".split())
ABBREVIATED = frozenset(
    "mr mrs ms mx dr prof rev sen rep gov gen col maj capt lt sgt adm brig hon st cllr insp supt det cpl pvt".split()
)
ADDRESSED = frozenset(
    "president minister premier prime chancellor mayor governor senator ambassador chairman chairwoman chair speaker "
    "secretary commissioner justice general congressman director vice".split()
)
"""After Mr: an office, no name."""
SURNAMES_TOO = frozenset("king prince pope bishop judge major marshal chancellor banker coach singer".split())
TITLES = frozenset(word.replace("-", "") for word in _TITLES.split())
GENDER_OF_ROLE = dict.fromkeys(_MALE.split(), "he") | dict.fromkeys(_FEMALE.split(), "she")
NOT_NOW = frozenset("former ex then late ousted retired".split())
"""Before an office: its holder of the article's date is not meant."""
NOT_THE_OFFICE = frozenset("deputy vice assistant associate would-be shadow".split())
"""Before an office: another office is meant."""

# How somebody is called again who was named with one of these offices, or holds it.
CALLED_AGAIN = {
    "senator": ("sen",),
    "congressman": ("rep",),
    "congresswoman": ("rep",),
    "governor": ("gov",),
    "councillor": ("cllr",),
    "sergeant": ("sgt",),
    "lieutenant": ("lt",),
    "captain": ("capt",),
    "major": ("maj",),
    "colonel": ("col",),
    "admiral": ("adm",),
    "lawmaker": ("senator", "sen", "mp", "congressman", "congresswoman", "rep", "representative", "parliament speaker"),
    "parliamentarian": ("mp", "lawmaker", "senator"),
    "politician": (
        "president",
        "prime minister",
        "chancellor",
        "minister",
        "senator",
        "sen",
        "mp",
        "lawmaker",
        "leader",
    ),
    "judge": ("justice", "magistrate"),
    "prelate": ("cardinal", "archbishop", "bishop", "patriarch", "metropolitan"),
    "pontiff": ("pope",),
    "dictator": ("president",),
    "ruler": ("president",),
    "general": ("gen", "commander in chief", "army chief", "chief of the general staff"),
    "commander": ("commander in chief", "army chief"),
    "diplomat": (
        "foreign minister",
        "ambassador",
        "special envoy",
        "chief negotiator",
        "foreign ministry spokesman",
    ),
    "official": (
        "spokesman",
        "adviser",
        "aide",
        "ambassador",
        "special envoy",
        "chief negotiator",
        "chief of staff",
        "national security adviser",
        "secretary",
        "governor",
        "gov",
        "mayor",
        "head",
    ),
    "negotiator": ("chief negotiator",),
    "leader": ("president", "prime minister", "chancellor"),
    "statesman": ("president", "prime minister", "chancellor"),
}
CALLED_SO_ALONE = frozenset(
    ("secretary general", "secretary of state", "foreign secretary", "defence secretary", "home secretary",
     "treasury secretary", "high representative", "foreign policy chief", "secretary of defence")
)  # fmt: skip
"""Who is called so has this very title: another state's foreign minister is not "the secretary of state"."""
VAGUE = frozenset("official aide adviser advisor envoy negotiator".split())
"""So anybody may be called who serves a state, unless called one of these:"""
COMMON = VAGUE | frozenset("lawmaker officer diplomat politician parliamentarian soldier senator commander".split())
ONE_OF_MANY = frozenset(("official", "government official", "senior official"))
BESIDES = frozenset(
    """candidate nominee runner frontrunner contender challenger hopeful incumbent newcomer heavyweight maverick
    firebrand populist nationalist statesman strongman billionaire millionaire businessman businesswoman mogul tycoon
    magnate oligarch entrepreneur financier philanthropist developer columnist author novelist poet playwright writer
    historian economist academic scholar professor commentator pundit actor actress singer musician comedian star
    grandfather grandmother""".split()
)
"""What somebody is besides, said only of who is known: “We wait,” ⟦the candidate⟧ said."""
GOVERNMENT = ("government", "cabinet")
HIGH = ("president", "prime minister", "chancellor", "minister", "leader")

_FIELDS = tuple(
    field.strip()
    for field in """agriculture; culture; digital transformation; economy; education; emergencies; emergency;
    emergency situations; energy; environment; finance; health; industry; information; infrastructure; interior;
    justice; labour; reintegration; science; trade; transport; veterans""".split(";")
)
MINISTERS = frozenset(way for field in _FIELDS for way in (f"{field} minister", f"minister of {field}"))

# What a state speaks through; where the registry names no such body, the state itself speaks.
STATE_ORGANS = frozenset(
    part.strip()
    for part in """government; authorities; leadership; administration; delegation; negotiators; negotiating team;
    negotiation team; side; embassy; armed forces; army; military; officials; diplomats; foreign ministry;
    ministry of foreign affairs; defence ministry; ministry of defence; parliament; cabinet; general staff;
    military command; army command; high command; coast guard; border guard; government officials; diplomacy;
    official; government official; senior official; senior officials; mod; foreign office""".split(";")
) | {way for field in _FIELDS for way in (f"{field} ministry", f"ministry of {field}")}


def turned(role: str) -> str | None:
    """Return an office of one field said the other way round: energy ministry, ministry of energy; None for others.

    >>> turned("energy minister"), turned("ministry of energy"), turned("spokesman")
    ('minister of energy', 'energy ministry', None)
    """
    for office in ("ministry", "minister"):
        if role.startswith(f"{office} of "):
            return f"{role.removeprefix(f'{office} of ')} {office}"
        if role.endswith(f" {office}") and role.count(" ") == 1 and role != "prime minister":
            return f"{office} of {role.removesuffix(f' {office}')}"
    return None


def same_office() -> dict[str, tuple[str, ...]]:
    """Return for each way to say an office all ways to say it, itself first, then in the order of the list."""
    ways: dict[str, tuple[str, ...]] = {}
    for line in _SAME_OFFICE.strip().replace("\\\n", "").splitlines():
        group = tuple(way.strip() for way in line.split(";"))
        for way in group:
            ways[way] = tuple(dict.fromkeys((way, *ways.get(way, ()), *group)))
    return ways
