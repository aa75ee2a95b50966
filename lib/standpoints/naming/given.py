"""Given names of men, of women, and of both, folded as `names.fold` does.

Source: own lists, written for this project from general knowledge of given names; most that are places or plain words
are left out.
"""

HE = """
aaron abdul abdullah abdurrahman abel abraham adam adnan adolf adrian agustin ahmad ahmed ahmet aidan ajit akhmad akio
aksel alain alan alastair albert albin alden aldo aldous alec alejandro aleksandar aleksander aleksandr aleksei
aleksey alessandro alessio alexander alexandre alexei alexey alfonse alfonso alfred alfredo algirdas ali alikhan
alistair allan allen allister almazbek alonso alonzo alphonse altaf alu alvaro amadou amir amit amos anand anatolii
anatoliy anatoly anders andre andreas andrei andrej andres andrew andrey andrian andrii andris andriy andrzej andy
angus anil ansel anselm anselmo anthony antoine anton antoni antonio antony antti anwar apti ararat archie aristide
arkadi arkady arman armand armando armen armin arnaud arne arnie arnold arrigo arsen arsene arseniy artem arthur arto
artur arturo artyom arvid arvydas asher ashok ashraf asif askar aslan augusto augustus aurelio avi axel aydin ayman
aziz bakhtiyar barack barnaby barney barry bart bartholomew bartolomeo barton bashar basil bastian batyr bekir ben
benedict benedikt benito benjamin bennett benny bernard bernardo bernd bernie bert bertram bertrand bilal bill
billy bjarne bjorn blaine blaise bo boaz bob bobby bogdan bohdan bohumil bojan bolaji boris boyd brad bradley brady
bram brandon branko braxton brendan brendon brent bret bretislav brett brian brock brody bronislaw bruce bruno bryan
bryant bulent burak burt byron caleb calum calvin carl carlo carlos carsten casimir casper cecil cedric cem cengiz
cesar cesare chandra charles charley chester chet chico chinedu chris christer christian christoph christophe
christopher christos chuck ciaran claes clarence clark claude claudio claus clayton clemens clement cletus cliff
clifford clint clive clyde coby cody colin colm connor conor conrad constantin cornelius cornell cory cosimo craig
curtis cyril cyrus daisuke dale dalibor damian damien damon dan dane danial daniel danila danilo danny dante danylo
darius darrell darren darryl daryl dave davey david davis davit dean declan deepak dejan delbert demetrius denis
dennis denny dennys denys deon derek derrick desmond devin devon dewey dexter diarmuid didier diego dieter dietmar
dietrich dimitri dimitrios dino dirk dmitri dmitriy dmitry dmytro dominic dominik don donald donovan dorian doug
douglas dragan drago drew duane dudley duncan dusan dwayne dwight dylan dzhokhar eamon eamonn earl eben ebenezer ed
eddie eddy edgar edgars edison edmond edmund edoardo eduard eduardo edvard edward edwin efraim egor ehud eino eitan
elbert eldon eldridge eli elia elias elijah elliot elliott ellis ellsworth elmar elmer elton elvis elwood emanuel
emery emil emile emilio emmanuel emmett emomali emre engelbert enoch enrique enver enzo erhard eric erich erik erling
ermanno ernest ernesto ernie ernst errol erwin eskil esteban ethan ethelbert etienne euan eugen eugene evan evgeny
ezekiel ezra fabio fadi fahad fahrettin faisal farhad farid farouk faustino fedor felice felipe felix ferdinand
ferdinando fergus ferhat fernando fidel filip finley florian floyd francesco francis francisco francois frank franklin
frans franz fred freddie freddy frederic frederick fredrik friedhelm friedrich fritz fyodor gabor gabriel gagik galen
gareth garrett garry garth gary gaspar gaston gaurav gavin gavino gavriil gene gennadi gennadiy gennady geoff geoffrey
georg george georges georgi georgiy geraint gerald gerard gerardo gerhard gerhardt gert gheorghe giacomo giancarlo
gianni gideon gil gilbert gilberto giles gilles gino gintaras giorgi giorgio giorgos giovanni giuseppe gleb glen glenn
godfrey gokhan gonzalo goran gordon gottfried grady graeme graham greg gregory griffin grigory grover guglielmo guido
guillaume guillermo gundars gunnar gunter gunther gurbanguly gus gustaf gustav gustave gustavo guy gwilym habib hadi
haim hakan hakeem hal halil halvard halvor hamid hamza hani hank hannes hans harald harish harold haroun harrold harry
haruki haruto harvey hasan hashim hassan havard hayden hector heikki heiko heinz helmut hendrik hennadii henning henri
henrik henrique henry herb herbert herbie herman hermann hernan hideo hieronymus hiram hirohito hiroshi hisham hjalmar
horace horatio horst hossein howard howie hrant hryhoriy hubert hugh hugo hulusi humberto humphrey huseyin hussain
hussein hyman iain ian ibrahim ibrahima ignacio igor ihor iker ilgar ilham ilhom ilia ilker ilkka ilya ilyas imad
immanuel imran ingmar ingo ingvar innokenty ioan ion irving irwin isa isaac isaiah isidore isidro ismail israel issa
istvan italo itzhak ivan ivar ivars ivo iwan izaak jabari jacek jacinto jack jackson jacob jacobo jacopo jacques
jagdish jair jake jakob jakub jamal james jamil janez janis janne janos jared jarl jaroslav jarvis jason javier
jawaharlal jay jedediah jeff jeffery jeffrey jens jerald jeremiah jeremy jermaine jerome jerry jerzy jesper jesus
jethro jim jimmy jiri joachim joakim joao joaquin joe joel joey johan johann johannes john johnny jon jonah jonas
jonathan jonathon jordi jorge joris joschka jose joseba josef josep joseph josh joshua joshuah josiah josip joss jost
jovan juan juanjo judd jude julian julien julio julius junichi jurgen juri jussi justin kaan kadir kaj kamal kamil
kane karel karim karl karol karsten kaspar katsuo kazimierz kazuo keanu keegan keenan keir keith kelvin kemal ken
kenji kenneth kenny kenton kerem kevan kevin khaled khalid khalil kieran kirill kirk kjell klaus klemens knut koffi
kofi kojo konrad konstantin kostyantyn krisjanis kristian kristof kristoffer krzysztof kunal kurt kurtis kwame kwasi
kyle kyrylo lachlan lajos lamar lamont lanny larry lars larson laszlo laurent lawrence leander lech leif leland lemuel
len lennart lennox lenny leo leon leonard leonardo leonhard leonid leonidas leopold leopoldo leroy lester leszek levan
levi lewis liam linus lionel llewellyn lloyd logan loic lon lorenzo louis lubomir luc luca lucas lucian luciano lucien
lucius ludovic ludvig ludwig luigi luis luka lukas luke luther lyle maddox magnus magomed mahathir mahesh mahmoud
mahmud majid maksim maksym malachi malcolm malik mamadou manfred manny manoel manoj mansur manuel marc marcel marcello
marcellus marcelo marcin marco marcos marcus marek mariano marin mario marius mariusz mark markiyan marko markus
marlon martijn martin marty marvin masahiro masood mateo mateusz mathew mathias mathieu matias matt matteo matteus
matthew matthias matti matvei matvey maurice mauricio maurizio mauro maury max maxim maxime maxwell mehmet meir mel
melvin melvyn menachem mendel merlin mervyn mesut metin mevlut meyer mher micah michael michal micheal michel mick
mickey miguel miguelangel mihai mihail mikael mike mikhail mikheil mikko miklos milan milos mimmo mircea miro miroslav
miroslaw mitch mohamed mohammad mohammed mohan mohandas moises moritz mort morten mortimer moses moshe muammar
muhammad muhammadu mungo murad murat mustafa mustapha mykhailo mykhaylo mykola mykyta myron nabil nadav nader naim
najib narendra naseer nasir nasser nate nathan nathanael nathaniel navin neal nebojsa ned nehemiah neil nelson nenad
nestor neville niall niccolo nicholas nick nicolae nicolas nicolo nicos niels nigel nikita nikol nikola nikolai
nikolaj nikolaos nikolas nikolay nikos nils nino noah noam nolan norbert norberto norman normand norris nuno nuri
nursultan octavio odd oddvar okan olaf olav ole oleg oleh oleksandr oleksii oleksiy oles olexander oliver olivier olli
olof omar omari onur orest orhan orkun orlando orson orville osama osborne oscar oskar osman ostap osvaldo oswald
oswaldo otis ottavio otto owen ozzie paavo pablo palle panagiotis paolo parviz pascal pasha pasquale patricio patrick
patrik paul paulo paulus pavel pavlo pawel pedro pekka pentti per percy petar pete peter petr petras petro petros
petrus petter petteri phil philip philipp philippe pierre piers pieter pietro pinchas pio piotr pirro placido porfirio
prakash prasad predrag qasim quentin quincy quintin radek radoslaw radovan rafael rafal rafe raffi raheem rahul
raimund rainer raja rajendra rajesh rajiv rakesh ralf ralph ramazan ramesh rami ramiro ramon ramzan rand randall
randolph randy raoul raphael rashid rasmus ratko raul ray raymond raymund raymundo recai recep reggie reginald reid
reidar reinhard reinhold renato renaud rene reuben rex reynaldo rhett rhys ricardo riccardo rich richard richie rick
rickey rico rinat rishi ritchie rob robbie robby robert roberto rocco rod roderick rodion rodney rodolfo rodrick
rodrigo roeland rogelio roger rohan roland rolando rolf rollo romain roman romeo romulus ron ronald ronan ronny rory
roscoe ross roy ruben rubens rudi rudolf rudy rufus rui rune rupert ruslan ruslanbek russ russell rustam rustem ruud
ryan saad sachin sadiq sadyr saeed saif sajid salim salman salomon salvador salvatore sam sami samir sammy samuel
sancho sandeep sandro sanford sanjay santiago satoshi saud saul savva sayed scot scott scotty sean sebastian sebastien
sedat selim semen semyon sepp serdar serg serge sergei sergey sergi sergii sergio serhii serhiy serkan serzh seth
seymour shahid shahin shamil shane shaun shavkat shawn shayne sheldon shelton shimon shinzo shlomo siamak siddharth
siegfried sigmar sigmund sigurd siim silas silvano silvester silvestro silvio simeon simon sinan sinclair sisto slavko
slawomir slobodan solomon soren sotiris spencer srdjan stanislav stanislaw stavros stefan stefano stefanos steffen
stellan sten stephan stephane stephen steve steven stevie stewart stig stuart subhash sulaiman suleiman suleyman sunil
suresh svein sven sverre svetozar svyatoslav sylvain sylvester taavi tadeusz takashi takeshi talal tancredi tapio
taras tarek tariq tarquin tayfun taylan tayyip ted teddy teemu teodor terence terrance terrell terrence tevfik thabo
thaddeus theo theodor theodore theodoros theophile theron thierry thomas thor thorbjorn thorsten thurgood tiago tibor
tigran tim timo timofey timothy timur tito tobias toby todd todor tolga tom tomas tomasz tomislav tommaso tommy tony
toomas torben tore torsten torvald travis trent trevor tristan tristram truman trygve tuan turgut tyler tyrone tyson
ugo ugur ulf uli ulrich ulysses umar umberto umit uri uriah urmas vaclav vadim vadym vagif valdemar valdis valentin
valentyn valeri valerii valeriy valery valter vardan vasco vasil vasile vasily vasyl veli veniamin vern vernon
viacheslav vicente victor vidar vidkun vidkunn viggo vijay vikram viktor vilhelm ville vinay vince vincent vincenzo
vinny virgil vitali vitalii vitaliy vitaly vito vittorio vivek vlad vladan vladimir vladislav vladyslav vlastimil
vojtech volkan volker volodymyr vsevolod vyacheslav vytautas waldemar wallace wally walter warren wasim wayne weldon
wendell werner wes wesley wilbert wilbur wiley wilfred wilfrid wilhelm wilhelmus will willard willem willi william
willis willy wilmer winfried winston winthrop witold wladimir wladyslaw wojciech wolfgang woodrow woody wyatt xander
xavi xavier yahya yair yan yannick yannis yaroslav yasar yash yasser yefim yehuda yevgeny yevhen yilmaz yitzhak yoav
yoel yohan yorgos yoshihide yosyp yousef youssef yukio yunus yuri yuriy yury yusuf yves zach zachary zack zafer zaheer
zahir zakhar zakir zane zbigniew zdenek zeev zeke zelimkhan zeljko zenon zlatan zoran zubair zurab zvi
radomir rostyslav yurii stepan fedir kostya vanya misha
"""
SHE = """
abbie abby abigail ada adela adele adelheid adelina adriana adrienne agata agatha agnes agnese agneta agnieszka aida
aigul aila aileen aimee ainhoa aino aisha aishwarya akiko alanna alba aleida alejandra aleksandra alena alessandra
aletta alevtina alexa alexandra alexandria alexandrina alexia alice alicia alicja alina alisha alison aliya aliza alla
allison almudena alsu althea alva alyona alyssa amalia amanda amaya amber amelia amie amina amira amrita amy ana
anabel anabella anahit ananya anastacia anastasia anastasiia anastasiya aneta anete angela angelika angelina angelique
angie anika anita anja anjali anke ann anna annabel annabelle annalena annamaria anne annegret annelies anneliese
annette annie annika annmarie anouk antje antoinette antonella antonia antonina anushka anya aoife aparna apolline
april arabella araceli aretha ariadne ariana ariane arianna arina arlene armine asel ashlee ashleigh asma asta
astrid aubrey audrey aurelia aurore ava ayesha aylin ayse aysegul aysel azra babette baiba bambi barbara barbra bea
beata beate beatrice beatrix becky belgin belinda bella bernadette bernice berta bertha bessie beth bethany betsy
bettina betty betul beverly bianca bibi birgit blanca blanche blythe bohdana bonita bonnie brandi breanna bree brenda
brianna bridget bridie brigid brigitte britney britt brittany bronwyn brooke burcu caitlin caitlyn calista calliope
camila camilla canan candace candice cansu carina carla carlota carlotta carly carmela carmelita carmen carol carole
carolin caroline carolyn carrie caryn casandra cassandra cassie catalina caterina catherine cathleen cathryn cathy
cecilia celeste celestine celia celina celine chanel chantal charlene charlize charlotte charmaine chastity chelsea
cheryl chiara chika chloe christa christabel christel christiane christie christina christine christy chrystia ciara
cicely cindy claire clara clarice clarissa claudette claudia claudine clementine cleo cleopatra clotilde colette
concepcion connie consuelo cora corazon cordelia coretta corinna corinne cornelia cosima courtney cressida cristina
cyndi cynthia dace dagmar daiga daisy daiva dalia daniela danielle danuta daphne daria darya daryna davina dawn
deanna debbie debby deborah debra defne deidre deirdre delia delilah delphine demi denisa denise desiree devi diahann
diana diane dianna dilma dina dinah dinara dione dolly dolores donatella donna dora doreen doris dorit dorothea
dorothee dorothy dortje ebba ebru ece edda edie edith edna edwina eeva effie egle eileen ekaterina elaina elaine
eleanor eleanora elena eleni eleonora eleonore elfriede eliana elif elin elina elisa elisabeth elisabetta elise eliza
elizabeth elizaveta ella ellen ellie elma eloise elsa elspeth elvira emanuela emilia emilie emily emine emma
emmanuelle emmeline enid erica erika erin erna ernestine esme esmeralda esra estella estelle esther ethel etta eudora
eugenia eugenie eulalia eunice euphemia eva evangeline evdokiya evelyn evgenia evie evika evita ewa fabiola fadime
fanny farah fatima fatma faustina fay faye federica felicia felicity feride fernanda filipa filippa filiz fiona fleur
flora florence florentina fran frances francesca franziska frederica frederique freya frida frieda fumiko gabija
gabriela gabriella gabrielle gaia gail galina galit galyna gamze ganna gayle gemma genevieve georgette georgia georgiana
georgina geraldine gerda germaine gertrude ghislaine gilda gillian gina ginevra ginny giorgia giovanna gisela giselle
gita giulia giuliana giuseppina gladys glenda glenys gloria gloriana gohar golda gonca grace grazia graziella greer
greta gretchen grete gretel griselda guadalupe gudrun guinevere gul gulay gulnara gulsen gunilla gunnhild gwen
gwendolen gwendolyn gwyneth hadiza hadja hailey halima halina hana hande hanna hannah hanne harriet hatice hattie
havva haya heather hedda hedwig hege heidi heike helen helena helene helga heloise helvi hermia hermione hertha hester
hettie hilda hilde hildegard hillary hiroko hortense hulya ida ieva ilana ilaria ilene ilona ilse ilva ilze imani
imelda immaculata imogen ina ines inese inessa inez inga inge ingeborg ingrid ingrida inguna inmaculada inna ioana
iolanda irena irene irina iris irma irmgard iryna isabel isabella isabelle isadora isla isolde ivana ivanka izabela
jacinda jaclyn jacqueline jacquelyn jada jamila jana jane janet janette janice janie janina janine jannike jasmin
jasmine jayne jeanette jeanine jeanne jeannette jeannie jemima jen jenn jenna jennie jennifer jenny jerri jessica jill
joann joanna joanne jocelyn jodi jodie joelle johanna johanne jolanda jolanta jolene jordana jorunn josefa josefina
josephina josephine josie jovita joy joyce juana juanita judi judit judith judy julia juliana julianna julianne julie
juliet juliette julija june jurgita justina justine justyna jutta kaarina kaia kaisa kaitlin kaja kajsa kamala kamila
kara karen karena karin karina karine karla karlene karolina karoline karyn kasia kassandra katarina katarzyna kate
katerina kateryna katharina katharine kathe katherine kathi kathleen kathrin kathrine kathryn kathy katia katie katina
katja katri katrin katrina katya kavita kay kaya kaye kayla keiko kelli kendra kerri kersti kerstin keziah
khadija khrystyna kiara kiki kimberley kimberly kinga kira kirsten kirsti kirstie kitty klara klavdiya kornelia
kristal kristalina kristen kristi kristin kristina kristine kristy kylie kyoko laila laima lakshmi lalita lana lani
lara larisa larysa latisha latoya lauma laura laurel lauren lauretta laurie lavinia lea leah leanne leda leela leila
lena leocadia leonie leonora leontyne leora lesya leticia letitia lettie leyla libby lidia lieselotte liesl liisa
lilia lilian liliana lilith lillian lilly lily lina linda lindy linnea lisa lisbeth lise lisette liudmyla liv livia
liz liza lois lola loni loraine lorelei lorena loretta lori lorna lorraine lotta lotte lottie louella louisa louise
luana lucia luciana lucie lucilla lucille lucinda lucrezia lucy ludmila ludmilla luella luisa luise lula lupita lusine
luz lydia lynda lynette lynne lyubov lyudmila maarit mabel macarena madara maddie madelaine madeleine madeline
madelyn madge madina madonna mae maeve mafalda magda magdalena magdalene maggie mahalia mai maia maire mairead maja
malala malgorzata malin mallory mamie mandy mane manon manuela mara marcella marcelle marcia maren marfa margaret
margareta margarete margaretha margarita margery margie margo margot margrethe marguerite mari maria mariam mariana
marianna marianne maribel maricela marie marielle marietta marija marika marilena marilyn marina marine marisa marisol
marissa marit marita mariya marja marjorie marla marlene marlies marlo marna marsha marta marte martha martina martine
marva mary maryam maryana maryann marybeth marylou maryna mathilda mathilde matilda mattea maud maude maureen mavis
maxine maya mayra meena meera meg megan meghan mehriban mehwish meike melania melanie melina melinda melissa melody
meral mercedes meredith merete merle merry merve meryem meryl mette mia michaela micheline michelle michiko mila
mildred milena millicent millie milly mimi mina mindy minna minnie mira miranda mireille mirela miriam mirjam mirjana
mitzi miya moa moana moira molly mona monica monika monique morag moyra muriel myfanwy myra myriam myrna myroslava
myrtle nadezda nadezhda nadia nadiia nadine nadiya nadja naima nancy nanette naoko naomi natacha natalia natalie
nataliia nataliya natalja nataly natasa natasha nathalie nathaly nazan neha nell nellie nelly nermin nerys nesrin
nettie neus niamh nichole nicole nicoletta nicolette nigar nigella nika nikki nilgun nilufar nina ninette nita noelle
noemi nola nona nonna nora noreen noriko norma nuala nune nur nuray nuria nyla octavia odette odile oksana oleksandra
olena olesia olesya olga olha olimpia olivia olympia oona ophelia oprah oriana orla ornella ottilie oya ozlem paige
paivi paloma pam pamela paola parvati patricia patrizia patsy patty paula pauletta paulette paulina pauline peggy
pelin penelope penny pepita perla pernille petra petula philippa phillipa philomena phoebe phyllida phyllis pia pilar
pinar pippa pippi pirkko polina polly pooja priscilla priti queenie rachael rachel rachelle rae raffaella ragnhild
raina raisa ramona rani raquel rasa rasheeda reba rebeca rebecca rebekah regan regina reina renata renate renee
rhiannon rhoda rhonda ricarda rihanna riikka rika rikke rimma rina rita roberta rochelle roksolana romina romy rona
ronja rosa rosalia rosalie rosalina rosalind rosalyn rosamund rosana rosanna rosanne rose roseanne roselyn rosemarie
rosemary rosetta rosie rosita rowena roxana roxanne rukhsana rut ruta ruth ruthie saba sabina sabine sabrina sadie
sakura sally salma salome samantha samia samira sandi sandra sangeeta sanita sanna saoirse sapna sara sarah sarai
saskia satu saule scarlett seda seema selena selin selina selma semra senka serap serena serenity sevda sevgi sevinj
shakira shana shania shanti sharlene sharon sharron shauna sheena sheila shelley sheryl shirin shirley shivani shobha
shona sian sibel sibyl sibylle sidonie sigita sigourney sigrid silke silvana silvia simona sinead siobhan siri sirpa
sissel sissy sita snizhana sofia solange solomiia solveig songul sonia sonja sophia sophie soraya stacey stefania
stefanie stefaniya steffi stella stephania stephanie stina sue sunita sunniva susan susanna susanne suzana suzanne
suzette suzy svenja svetlana sviatlana svitlana sybil sylvia sylvie tabitha tamar tamara tamika tamila tammi tammy
tana tania tanja tansu tanya tara tarja tasha tatiana tatjana tatum tatyana teresa teri terri tess tessa tetiana
tetyana thandi thea thelma theodora theresa therese theresia thora thyra tiana tiffany tilda tilly tina tippi tiziana
tomoko tonya torill tove tracey tricia trina trine trish trisha trista trixie trude trudy tugba tulay tulsi turid
tuula tuulikki tuva twyla tyra uliana ulla ulrica ulrike ulyana una unni ursula urszula ute vaida vaiva valentina
valentyna valeria valerie valeriia valeska vanessa vasylyna velma vera verena verna vernice veronica veronika
veronique vesna vibeke vicki vicky victoria viktoria viktoriia viktorija vilija vilma vinita viola violante violeta
violetta vira virginia virginie virna vivi vivien vivienne wallis wanda wenche wendy wenke whitney wilhelmina willa
wilma winifred winnie winona wioletta wren xenia ximena yael yana yara yaryna yasemin yasmeen yasmin yasmina
yekaterina yelena yeliz yelizaveta yesenia yevgenia yevgeniya yevheniia yoko yolanda yolande yulia yuliia yuliya yumi
yuriko yvette yvonna yvonne zadie zahra zainab zara zaria zarina zeenat zehra zelda zena zeynep zhanna zinaida zita
zivile zlata zoe zofia zoriana zoya zsa zsofia zubeyde zuleika zuzana
halyna zorica marharyta dasha masha lyuba ksenia varvara zarema
"""
BOTH = """
alex alexis andrea ari ariel ashley avery billie cameron camille casey charlie dana deniz derya dominique elisha
frankie gerry hilary ira jackie jaime jamie jan jean jess jessie jo joan jody jules kai kari kelly kerry kim kiran
kit laurence lee leigh lesley leslie lindsay lindsey loren lynn marian marion michele mika morgan nana nicola noa
noor ola ollie pat quinn rana reese riley robin ronnie rosario sacha sandy sasha shannon shelby sidney simone slava
stacy taylor terry toni tracy val vivian willie yuki
"""
