"""What the words of a name tell: first names and their gender, words that no name begins with, words for persons."""

import re

from standpoints.naming.given import BOTH, HE, SHE
from standpoints.naming.names import fold
from standpoints.naming.roles import GENDER_OF_ROLE, TITLES

_GENDER = dict.fromkeys(HE.split(), "he") | dict.fromkeys(SHE.split(), "she")
_SHARED = frozenset(BOTH.split())

_NAMED_AS = re.compile(
    r"\b(?:call[- ]?sign|nickname|nom de guerre|(?:first|given) name|g(?:ave|iving|ives) (?:only |just )?h(?:is|er) "
    r"(?:\w+ )?name|go(?:es|ing|ne)? by(?: the (?:name|nickname|handle|call[- ]?sign))?|introduc(?:ed|ing)|"
    r"identif(?:ied|ying)|named|known|called)(?: h(?:im|er)self)?(?: only| simply| just)?(?: of| as| by|,| is)? "
    r"[“\"‘']?$"
)

NOT_IN_NAMES = frozenset(
    """
    a about according after again against all along already also although am amid among an and another any are
    around as at back be because before behind being below beneath beside besides between both but by can
    could currently despite did do does down due during each earlier either even ever every everyone few
    finally first firstly following for former from further furthermore had has have having he hence her here
    hers him his how however i if in indeed inside instead into is it its just last later latest likewise many
    may maybe meanwhile might more moreover most much must my near neither never nevertheless new next no
    nobody none nor not nothing now of off often on once one only or other others our out outside over own
    perhaps previously quite rather recently same second secondly several shall she should since so some
    somebody someone sometimes soon still subsequently such than that the their them then there therefore
    these they this those though three through throughout thus to today together tomorrow tonight too toward
    towards two under unless unlike until up upon us was we were what whatever when whenever where whereas
    whether which while who whoever whom whose why will with within without would yes yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december mon tue wed thu fri sat sun dear thank thanks please photo image video
    yeah yep nope mm uh um oh ok okay well wow hello hi hey sorry sure really actually specifically basically
    certainly clearly obviously apparently reportedly allegedly unfortunately fortunately additionally hopefully let
    updated editor note read source breaking exclusive watch like unlike besides regarding including""".split()
)
"""No personal name begins or ends with one of these, whatever its capital letter."""

NOT_A_PERSON = frozenset(
    """
    academy agency airlines airport alliance army chamber assembly association authority avenue bank battalion bay
    beach board bridge brigade bureau cathedral center centre championship channel church city club coalition
    college command commission committee company conference confederation congress convention corporation
    corps council county court crisis cup day defence department district division east economic emirates
    empire european exchange federation festival fleet force forces forum foundation fund games garden gas
    gazette government group guard hall hill hospital hotel house inc industries initiative institute
    international island islands journal kingdom lake league line ltd magazine market memorial ministry
    monastery mosque motors mountain mountains museum national nations network news north oblast ocean office
    oil orchestra organisation organization palace parish park parliament party peninsula plant police port
    post power press prison radio region regiment republic republics resistance river road school sea senate
    service services society south sport square state states station stock street studio studios summit team
    telegram television temple territory theatre times tower town treaty tribune tv union united university
    valley village war watch web week west wing world youth cathedral act bill agreement accord accords
    protocol plan report process talks olympics cross crescent nuclear telegraph guardian herald post post-war
    security defense global general american british french german chinese african asian arab black red white
    green blue great central northern southern eastern western uc usc uk eu un tv fc
    catholic protestant orthodox lutheran anglican muslim islamic jewish hindu buddhist communist socialist democratic
    republican labour street st highway province prefecture governorate stadium arena museum festival award awards
    minority majority community secretaries independent observer insider chronicle
    gazetteer express mirror mail standard
    caucus headquarters directorate secretariat inspectorate consulate mission embassy laboratory syndicate
    prize medal cup trophy series season festival hurricane typhoon storm cyclone earthquake operation
    energy infrastructure agriculture ecology declaration communique memorandum charter manifesto municipality commune
    saint zoo metro opera philharmonic globe""".split()
)
"""A name that holds one of these words is no person's name."""

NO_SURNAME = NOT_IN_NAMES | TITLES | NOT_A_PERSON
"""No surname is one of these, whatever its capital letter."""

EPITHETS = frozenset(
    """
    american australian austrian belarusian belgian briton brit bulgarian californian canadian conservative croat czech
    dane democrat dutchman dutchwoman englishman englishwoman estonian finn fleming floridian frenchman frenchwoman
    georgian german greek hungarian icelander indian irishman irishwoman israeli italian japanese kentuckian latvian
    liberal lithuanian luxembourger maltese moldovan new-yorker yorker norwegian ohioan pole portuguese republican
    romanian russian scot scotsman serb slovak slovene socialist spaniard swede swiss texan turk ukrainian
    welshman""".split()
)
"""The Finn, the South Carolina Republican: somebody who was named before, and no name."""

_PERSON_NOUNS = """
    abbot abductee academician accomplice accountant accuser activist actor actress actuary adjutant adolescent
    adventurer adviser advisor aide airman ally alumnus ambassador analyst anchor anchorman anchorwoman
    announcer anthropologist apparatchik appellant applicant apprentice archaeologist architect archivist
    aristocrat arsonist artilleryman artist assailant assassin assistant astronaut astronomer athlete attache
    attacker attendant attorney auditor author baby babysitter backbencher bailiff baker banker barber bartender
    batsman beekeeper beggar biker billionaire biographer biologist blacksmith blogger bodyguard bomber boss
    botanist bowler boxer breeder bricklayer bride brigadier broadcaster broker builder bureaucrat burglar
    businessman businesswoman butcher bystander cameraman campaigner camper candidate captain captive carer
    caretaker carpenter cartographer cashier celebrity cellist ceo chairman chairperson chairwoman challenger
    champion chancellor chaplain chef chemist chief child citizen civilian claimant cleaner cleric clerk climber
    clinician coach collaborator colleague colonel columnist comedian commander commentator commissioner
    commuter companion complainant composer comrade conductor congressman congresswoman conscript conservative
    conspirator consul consultant contender contestant contractor convict cook coordinator cop copywriter
    coroner correspondent counsel counsellor counterpart courier cousin creator crewman criminal criminologist
    critic curate curator cyclist dancer dealer defector defendant defender delegate deminer demographer
    demonstrator dentist deportee deputy deserter designer detainee detective developer dictator dignitary
    diplomat director dissident diver dockworker doctor donor driver ecologist economist editor electrician
    emigre employee employer engineer entrepreneur envoy epidemiologist ethnologist evacuee executive exile
    expatriate expert explorer eyewitness fan farmer fiance fiancee fighter filmmaker finalist financier
    firefighter fisherman footballer foreman founder freelancer freshman friar friend frontbencher frontman
    fugitive functionary fundraiser gangster gardener general geographer geologist ghostwriter goalkeeper
    godfather godmother golfer governess governor graduate grocer groom grower guard guardsman guerrilla guest
    guide guitarist gunman gunner gymnast hacker hairdresser head headmaster headteacher heckler heir henchman
    hero hijacker hiker historian holder homeowner hooligan host hostage hotelier hotelkeeper hunter ideologist
    ideologue imam immigrant individual industrialist infantryman influencer informant inhabitant inmate
    innkeeper insider inspector instigator instructor interlocutor intermediary intern internationalist
    interpreter interviewee interviewer inventor investigator investor janitor jihadist jockey jogger journalist
    judge juror keeper kidnapper killer king kremlinologist landlord lawmaker lawyer leader lecturer legionnaire
    legislator librarian lieutenant linguist lobbyist lodger logistician looter loyalist magician magistrate
    magnate maid manager marine mastermind mathematician mayor mechanic medalist medallist mediator medic member
    merchant metalworker middleman midfielder midwife migrant milblogger militant miner minister moderator mogul
    monarch monarchist motorcyclist motorist mountaineer mp mugger murderer musician nanny narrator nationalist
    naturalist negotiator neighbor neighbour newcomer newlywed nobleman nominee novelist nun nurse observer
    officer official oligarch ombudsman onlooker operator opponent oppositionist organiser organizer orientalist
    orphan owner paediatrician painter paramedic paratrooper parent parliamentarian participant partisan partner
    partygoer passenger passerby pastor patient peacekeeper peacemaker peasant pedestrian pediatrician pensioner
    performer perpetrator person petitioner philosopher photographer physician physicist physiotherapist pianist
    pilot pirate plaintiff player playwright plumber podcaster poet policeman policewoman policymaker politician
    politologist pollster preacher predecessor premier presenter president priest prince princess principal
    prisoner producer professor programmer propagandist prosecutor protester protestor psychiatrist psychologist
    psychotherapist publisher pundit quarterback quartermaster queen rabbi racer ranger rapist rapper rapporteur
    realist rebel receptionist recruit recruiter referee reformer reformist refugee regionalist registrar
    relative reporter representative rescuer researcher reservist resident respondent restaurateur returnee
    rider rifleman ringleader rioter rival robber rookie rower royalist runner sailor salesman sapper scholar
    schoolteacher scientist scout screenwriter scriptwriter sculptor seaman seamstress secessionist secretary
    senator separatist sergeant serviceman servicewoman settler shareholder shepherd sheriff shipbuilder shooter
    shopkeeper shoplifter sibling signatory singer sinologist skater skier skipper smuggler sniper snowboarder
    sociologist soldier solicitor songwriter sophomore source speaker specialist spectator speechwriter spokesman
    spokesperson spokeswoman sportsman sportswoman sprinter spy squatter staffer stalker star statesman
    statistician steelworker stepfather stepmother stranger strategist streamer striker strongman student
    successor superintendent supporter surfer surgeon survivor suspect swimmer tactician tailor teacher teammate
    technician technocrat teen teenager tenant terrorist theologian theorist therapist thief toddler tourist
    trader trainee trainer traitor translator traveler traveller treasurer trucker trustee tutor twin tycoon
    ultranationalist umpire unionist user vandal vet veteran vicar viceroy victim villager violinist virologist
    visitor vlogger vocalist volunteer voter waiter waitress warden warlord whistleblower widower winger winner
    witness worker wrestler writer youngster youth zoologist""".split()
PERSON_NOUNS = frozenset(_PERSON_NOUNS) | set(GENDER_OF_ROLE)


def is_first_name(word: str) -> bool:
    """Return whether a word (folded or not) is on the list of given names."""
    return fold(word) in _GENDER or fold(word) in _SHARED


def gender_of(*words: str) -> str | None:
    """Return "he" or "she" as the words before and in a name tell (titles first), None if they do not.

    >>> gender_of("Mrs", "Tavian"), gender_of("Mira", "Oster"), gender_of("Oster")
    ('she', 'she', None)
    """
    folded = [fold(word) for word in words]
    for known in (GENDER_OF_ROLE, _GENDER):
        for word in folded[: -1 if known is _GENDER and len(folded) > 1 else None]:
            if word in known:
                return known[word]
    # Slavic surnames have two forms: Taranova, Taranskaya are women. (Not -ska: Polish men may be Piska.)
    return "she" if len(folded) > 1 and folded[-1].endswith(("ova", "eva", "skaya", "skaia", "enska")) else None


def is_named_as(text: str, name: int) -> bool:
    """Whether the name at a character is what somebody wants to go by: who gave only his call sign, ⟦Heron⟧."""
    return _NAMED_AS.search(text, max(0, name - 60), name) is not None
