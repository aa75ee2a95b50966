"""What the words of a name tell: first names and their gender, words that no name begins with, words for persons.

Source: own lists, written for this project from general knowledge of given names; names that men and women share
are left out.
"""

from standpoints.naming.names import fold
from standpoints.naming.roles import GENDER_OF_ROLE

_HE = """
aaron abdul abdullah adam adrian ahmad ahmed aidan ajit akio alain alan albert aldo alec alejandro aleksandar
aleksander aleksandr aleksei aleksey alex alexander alexandre alexei alexey alexis alfred ali allan allen
alvaro amir anatolii anatoly anatoliy anders andre andreas andrei andrej andres andrew andrey andrii andriy
andrzej andy angus anthony anton antoine antonio antony arkady arman arnold arsen arseniy artem arthur artur
asif askar avi barack barry bart bashar basil ben benjamin bernard bernd bernie bert bill billy bo bob bogdan
bohdan boris brad brandon brendan brett brian bruce bruno bryan burak calvin carl carlo carlos cem cesar
charles charlie chris christian christoph christophe christopher chuck clark claude clive cliff colin conor
constantin craig cyril cyrus dale damian damien dan daniel danilo danny danylo dave david davit dean denis
dennys denys derek didier diego dieter dimitri dimitrios dirk dmitri dmitriy dmitry dmytro don donald doug
douglas drew duncan dylan earl ed eddie edgar eduard eduardo edward edwin egor ehud elias eli elliot elmar
emil emmanuel emre enrique eric erich erik ernest ernesto ernst ethan eugen eugene evan evgeny fabio fadi
felipe felix ferdinand fernando filip florian francesco francis francisco francois frank frans franz fred
frederic frederick friedrich gabriel gary gavin gavriil gennadiy gennady geoff geoffrey georg george georges
georgi georgiy gerald gerard gerhard gheorghe gianni giorgi giorgio giorgos giovanni giuseppe gleb glenn
gordon graham greg gregory grigory guido guillaume guillermo gunther gustav guy hakan hamid hank hannes hans
harald harold harry hasan hassan hector heinz helmut hendrik henri henrik henry herbert herman hermann hossein
howard hryhoriy hugh hugo hussein ian ibrahim ignacio igor ihor ilham ilia ilya imran ingo ioan ion isaac
ismail ivan ivo jack jacek jack jackson jacob jacques jaime jake jakob jakub james jamie jan janez janos jared
jaroslav jason javier jay jean jeff jeffrey jens jeremy jerome jerry jerzy jesper jesus jim jimmy jiri joachim
joao joaquin joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph josep josh
joshua juan julian julien julio jurgen juri justin kaan kamal karel karim karl kaspar keith keir kemal ken
kenneth kevin khalid kirill klaus konstantin kostyantyn krzysztof kurt kyle kyrylo lars larry laszlo laurent
lawrence lech lee len leo leon leonard leonid leonidas leopold leroy leszek levan lewis liam lindsey lloyd
logan lorenzo louis luc luca lucas luigi luis luka lukas luke magnus mahmoud maksim maksym manuel marc marcel
marcin marco marcos marcus marek mario mariusz mark marko markus martin marvin mateusz mathieu matt matteo
matthew matthias maurice mauricio mauro max maxim maxime mehmet menachem michael michal michel
micheal miguel mihai mikael mike mikhail mikheil mikko milan milos mircea miroslav mitch mohamed mohammad
mohammed mohammad morten moshe muhammad murat mustafa mykhailo mykhaylo mykola nathan nathaniel ned neil
nelson nick nicholas nicolae nicolas nicos niels nigel nikita nikol nikola nikolai nikolaj nikolaos nikolas
nikolay nikos nils noah noam norbert norman ole oleg oleh oleksandr oleksii oleksiy olexander oliver
olivier olli omar orhan oscar oskar osman ostap otto owen pablo paolo pascal patrick paul pavel pavlo pawel
pedro pentti per petar pete peter petr petras petro petros petteri phil philip philipp philippe pierre pieter
piotr quentin radek radoslaw rafael raffi rainer ralf ralph ramon ramzan randy raphael rashid raul ray raymond
recep reinhard rene rex ricardo rich richard rick rinat rob robert roberto rod rodrigo roger roland rolf roman
ron ronald rory ross roy ruben rudolf rudy rupert ruslan russ russell rustam rustem ryan saad salman salvador
salvatore sam sami samuel sandro saud scott sean sebastian semyon sean serge sergei sergey sergii sergio
serhii serhiy shane shinzo sigmar silvio simon slava slavko slawomir sotiris spencer stanislav stanislaw
stefan stefano stefanos stephan stephane stephen sten steve steven stewart stig stuart sven svyatoslav taras
tayyip ted teemu terry theo theodor theodore thierry thomas tiago tibor tim timo timothy timur tobias todd tom
tomas tomasz tommy toni tony travis trevor tristan tyler ulrich umit vaclav vadim vadym valdis valentin
valentyn valeri valerii valeriy valery vasil vasile vasily vasyl viacheslav victor viktor vincent vitali
vitalii vitaliy vitaly vito vlad vladimir vladislav vladyslav vojtech volker volodymyr vsevolod vyacheslav
waldemar walter warren wayne werner wilhelm will william willy winston witold wladimir wladyslaw wojciech
wolfgang xavier yahya yaroslav yevgeny yevhen yitzhak yuri yuriy yury yves zachary zbigniew zdenek zoran zurab
marcelo anwar tarek tariq yusuf youssef joss nuno rui bjorn jarl odd knut
"""
_SHE = """
abigail ada adele adriana agata agnes agnieszka aisha alba aleksandra alena alessandra alexandra alexia alice
alicia alina alison alla allison alyona amal amanda amber amelia amina amy ana anastasia anastasiia anastasiya
angela angelina angie anita anja anke ann anna annabel annalena anne annegret annette annie antje
antonia anya april ariana arina ashley astrid audrey ava ayse barbara beata beatrice beatrix becky belinda
bella beth betty beverly birgit bonnie brenda brigitte britt camilla carina carla carlotta carmen carol carole
caroline carolyn carrie catalina caterina catherine cathy cecilia celia celine charlotte chelsea cheryl chiara
chloe christa christel christiane christina christine chrystia cindy claire clara claudia colette connie cora
corinna courtney cristina cynthia dagmar daisy dana daniela danielle daria darya dawn deborah debbie debra
denise diana diane dina dolores dominique donna dora doris dorothea dorothy ebba edith eileen ekaterina elaine
eleanor elena eleni elif elina elisa elisabeth elise eliza elizabeth ella ellen elma elsa elvira emilia emily
emine emma erica erika erin esther eugenia eva evelyn evgenia ewa fatima fatma federica felicia fiona flora
florence frances francesca freya frieda gabriela gail galina genevieve georgia georgina gerda
gertrude gillian gina ginny giorgia giovanna giulia gisela gita gloria grace greta gretchen gwen hadja halina
hanna hannah harriet heather hedwig heidi helen helena helene helga hilary hilda hillary ilona ilse imogen ina
inga inge ingrid inna ioana ira irena irene irina iris irma isabel isabella isabelle ivana ivanka iryna
jacqueline jana jane janet janice janina jasmine jeanette jeanne jen jennifer jenny jessica jill joan joanna
joanne jocelyn jodi johanna josephine joy joyce juanita judith judy julia juliana julie julija juliet june
justyna kaja kamala karen karin karina karine karoline kate katarina katarzyna katerina kateryna katharina
katherine kathleen kathrin kathy katie katja katrin katrina katya kay kayla kelly kerstin kersti kinga
kira kirsten kirsti klara kristalina kristen kristi kristin kristina lana lara larisa larysa laura lauren
lea leah leila lena leonie leslie lesya leyla lidia liisa lilia liliana lilian lily lina linda
lindsay lisa lise liudmyla liz liza loretta lori lorraine louise lucia lucie lucy ludmila luisa luise lynn
lyudmila madeleine magdalena maia mairead maja malala malgorzata mandy manuela mara margaret margarita margot
margrethe maria mariam mariana marianna marianne marie marija marilyn marina marine marion marisa marit
marita maria mariya marjorie marta martha martina mary maryana maryna matilda maureen maya meg megan meghan
melania melanie melinda melissa mercedes meredith mette mia micheline michele michelle mila milena mina
mira miranda miriam mirjam moira molly mona monica monika monique muriel myriam nadia nadezhda nadja nadiia
nana nancy naomi natalia nataliia nataliya natalie natalja natasha nathalie nell nicole nika nikki nina
noor nora norma oksana oleksandra olena olesya olga olha olivia ophelia pam pamela patricia patty paula
paulina pauline penelope penny petra phoebe phyllis polina polly priti raisa rachel rebecca regina renata
renate rhonda rita roberta romina rosa rosalind rose rosemary roxana rukhsana ruth sabina sabine sally
samantha samia sandra sanna sara sarah selma sharon sheila shelley shirley sigrid silvia sofia solveig
sonia sonja sophia sophie stacey stella stephanie sue susan susanna susanne suzanne svetlana svitlana
sviatlana sylvia sylvie tamar tamara tammy tania tanja tanya tara tatiana tatyana teresa tess tetiana tetyana
thea theresa therese tiffany tina tonya tracy trine trudy tulsi uliana ulla ulrike ursula ute valentina
valentyna valerie valeska vanessa vera verena veronica veronika vesna vicki vicky victoria viktoria viktoriia
viola violeta virginia vivian wanda wendy whitney wilma winnie yana yasmin yekaterina yelena yevgenia
yevheniia yolanda yulia yuliia yuliya yvette yvonne zainab zara zeynep zhanna zoe zofia zoya zuzana anneliese
charlize siri tuva ilva maren aila edda liv
"""
_GENDER = dict.fromkeys(_HE.split(), "he") | dict.fromkeys(_SHE.split(), "she")

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
    updated editor note read source breaking exclusive watch""".split()
)
"""No personal name begins or ends with one of these, whatever its capital letter."""

NOT_A_PERSON = frozenset(
    """
    academy agency airlines airport alliance army assembly association authority avenue bank battalion bay
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
    green blue great central northern southern eastern western""".split()
)
"""A name that holds one of these words is no person's name."""

_PERSON_NOUNS = """
    adolescent baby candidate child citizen civilian colleague counterpart defector defendant detainee doctor
    driver employee engineer expert farmer fighter friend gunman hostage host immigrant individual investor
    leader member migrant mp neighbor neighbour nurse owner parent partner patient person pilot player poet
    pastor prisoner protester refugee resident rival sailor scholar singer soldier student successor suspect
    teacher teen teenager tourist veteran victim volunteer voter winner witness worker youngster youth
    politician president minister premier chancellor spokesman spokeswoman spokesperson senator governor mayor
    ambassador general commander diplomat official adviser advisor aide lawyer attorney judge prosecutor
    journalist reporter author writer activist analyst director chairman chairwoman founder manager coach
    champion actor actress artist musician painter philosopher scientist professor researcher king queen
    prince princess captain colonel lieutenant sergeant officer detective inspector billionaire businessman
    businesswoman oligarch negotiator envoy secretary speaker boss chief head dictator""".split()
PERSON_NOUNS = frozenset(_PERSON_NOUNS) | set(GENDER_OF_ROLE)


def is_first_name(word: str) -> bool:
    """Return whether a word (folded or not) is on the list of given names."""
    return fold(word) in _GENDER


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
