"""Given names of men, of women, and of both, folded as `names.fold` does.

Source: own lists, written for this project from general knowledge of given names; most that are places or plain words
are left out.
"""

HE = """
aaron abbas abdi abdul abdullah abdurrahman abebe abel abraham abu adam ade adebanjo adebayo adnan adolf adrian
agustin ahmad ahmed ahmet aidan ajit akhmad akio aksel alain alan alasdair alastair albert albin alden aldo aldous
alec alejandro aleksandar aleksander aleksandr aleksei aleksey aleksi ales alessandro alessio alexander alexandre
alexei alexey alfie alfonse alfonso alfred alfredo algirdas ali alikhan alistair allan allen allister almazbek alois
alonso alonzo alphonse altaf alu alvaro alvin amadou amilcar amir amit amos anand anatolii anatoliy anatoly anders
andre andreas andrei andrej andres andrew andrey andrian andrii andris andriy andrzej andy angus anil ansel anselm
anselmo ante anthony antoine anton antoni antonio antony antti anwar apti aram ararat archie aristide arjun arkadi
arkady arman armand armando armen armin arnaud arne arnie arnold arrigo arsen arsene arseniy artem arthur arto artur
arturo artyom arvid arvind arvydas asher ashok ashraf asif askar aslan attila auguste augustin augusto augustus
aurelian aurelio avi axel aydin ayman aziz babak baek bakary bakhtiyar bakyt baldur bambang barack barnaby barney
barry bart bartholomew bartlomiej bartolomeo barton bashar basil bassam bassey bastian bastien batbayar battista batyr
behrouz behzad bekir bekzat ben benedict benedikt benito benjamin bennett benny benoit bento bernard bernardo bernd
bernie bert bertram bertrand bilal bill billy bjarne bjorn blaine blaise blaz bo boaz bob bobby bogdan bohdan bohumil
bohuslav bojan bolaji bolat boniface boris borys bostjan boyan boyd brad bradley brady bram brandon branko braxton
brayden brendan brendon brent bret bretislav brett brian brock brody bronislaw bruce bruno bryan bryant bulent burak
burt byron caleb callum calum calvin carl carlo carlos carsten casimir casper cecil cedric celestin cem cengiz cesar
cesare chandra charles charley chester chet chico chidi chinedu chris christer christian christoph christophe
christopher christos chuck cian ciaran claes clarence clark claude claudio claus clayton clemens clement cletus cliff
clifford clint clive clyde coby cody colin colm connor conor conrad constantin cornelius cornell cory cosimo craig
crispin cristian csongor curtis cyprian cyriel cyril cyrille cyrus daichi daisuke dale dalibor damian damien damir
damon dan dane danial daniel danila danilo daniyar danny dante danylo dario darius darnell darrell darren darryl daryl
daud daulet dave davey david davis davit dean declan deepak dejan delbert demetrius denis dennis denny dennys denys
deon derek derrick desmond devendra devin devon dewey dexter diarmuid didier diego dieter dietmar dietrich dimitar
dimitri dimitrios dimitris dinesh dino dirck dirk dmitri dmitriy dmitry dmytro dominic dominik don donald donovan
dorian doron doug douglas dragan drago dragomir dragutin drew driss duane duarte dudley duncan dusan dustin dwayne
dwight dylan dzhokhar eamon eamonn earl eben ebenezer ed eddie eddy edelmiro edgar edgars edison edmond edmund edoardo
edouard eduard eduardo edvard edward edwin eerik efraim egon egor ehud eino eitan elbert eldon eldridge eleftherios
eli elia elias elijah elkana elliot elliott ellis ellsworth elmar elmer elton elvis elwood emanuel emeka emeric emery
emil emile emilio emmanuel emmett emomali emre engelbert enoch enrique enver enzo eoin erhard eric erich erik erlan
erlend erling ermanno ernest ernesto ernie ernst errol erwin eskil esteban ethan ethelbert etienne ettore euan eugen
eugene evan evaristo evgeny eyvind ezekiel ezio ezra fabio fabrice fabrizio fadi fahad fahrettin faisal falk farhad
farhod farid farooq farouk faustino fausto fawzi fedir fedor felice felipe felix femi ferdinand ferdinando fergal
fergus ferhat ferid fermin fernando fidel filip finley florian floyd francesco francis francisco francois frank
franklin frans franz fred freddie freddy frederic frederick fredrik friedhelm friedrich fritz fyodor gabor gabriel
gagik galen gareth garrett garry garth gary gaspar gaspard gaston gaurav gavin gavino gavriil geir gene gennadi
gennadiy gennady geoff geoffrey georg george georges georgi georgiy geraint gerald gerard gerardo gerd gerhard
gerhardt gernot gerrit gert gethin ghassan gheorghe giacomo gian giancarlo gianni gideon gil gilbert gilberto giles
gilles gino gintaras giorgi giorgio giorgos giovanni giuseppe gleb glen glenn godfrey gokhan gonzalo gopinath goran
gord gordon gottfried gottlieb grady graeme graham greg gregor gregory griffin grigory grover guglielmo guido
guillaume guillermo gundars gunnar gunter gunther gurbanguly gus gustaf gustav gustave gustavo guy gwilym habib hadi
haim hakan hakeem hal halil halvard halvor hamid hamish hamza hani hank hannes hans hans-peter harald harbhajan harish
harlan harold haroun harrold harry haruki haruto harvey hasan hashim hassan hatem havard hayden hayk hector heikki
heiko heiner heinrich heinz helmut hendrik hennadii henning henri henrik henrique henry herb herbert herbie herman
hermann hernan hichem hideo hieronymus hilmar hiram hirohito hiroshi hiroto hisham hjalmar holger horace horacio
horatio horst hossein hovik howard howie hrant hristo hryhoriy hubert hugh hugo hulusi humberto humphrey huseyin
hussain hussein hyman iain ian ibrahim ibrahima idar idris idriss idrissa ifan ignacio ignacy ignat ignatius igor ihor
iker ilgar ilham ilhom ilia ilian ilie ilir ilker ilkka ilya ilyas imad immanuel imran imre ingmar ingo ingvar
innokenty ioan ion irakli irving irwin isa isaac isaiah isidore isidro ismail israel issa istvan italo itzhak ivan
ivar ivars ivaylo ivo iwan izaak jaan jabari jacek jacinto jack jackson jacob jacobo jacopo jacques jagdish jair jake
jakob jakub jalal jamal james jamil janez janis janne janos jared jari jarl jaromir jaroslav jarvis jason javier
jawaharlal jay jayant jean-bosco jean-luc jean-marc jean-noel jedediah jeff jeffery jeffrey jens jerald jeremiah
jeremy jermaine jerome jerry jerzy jesper jesus jethro jim jimmy jiri joachim joakim joao joaquim joaquin joe joel
joey johan johann johannes john johnny jon jonah jonas jonathan jonathon jonuz joost jordi jorge joris joschka jose
joseba josef josep joseph josh joshua joshuah josiah josip joss jost jostein josue jovan juan juanjo judd jude juhani
julian julien julio julius junichi jurgen juri jussi justin kaan kadir kaj kamal kamil kamran kane karel karim karl
karol karoly karsten kasimir kaspar katsuo kazimierz kazimir kazuo keanu keegan keenan keir keith kelvin kemal ken
kenji kenneth kenny kenton kerem kevan kevin khaled khalid khalil kieran kiril kirill kirk kjell klaus klemens knut
koen koffi kofi kojo konrad konstantin kostya kostyantyn krisjanis kristian kristof kristoffer krzysztof kunal kurt
kurtis kwabena kwame kwasi kyle kyrylo lachlan lajos lalith lamar lamine lamont lanny larry lars lars-ole larson
laszlo laurent lawrence lazaro lazlo leander leandro lech leif leland lemuel len lennart lennox lenny leo leon leonard
leonardo leonhard leonid leonidas leopold leopoldo leroy lester leszek levan levent levi lew lewis liam linus lionel
llewellyn lloyd logan loic lon lorenzo lothar louis lubomir luc luca lucas lucian luciano lucien lucius ludovic ludvig
ludwig ludwik luigi luis luka lukas luke luther lutz lyle maarten maddox mads magnus magomed mahamat mahathir mahesh
mahmoud mahmud majid maksim maksym malachi malcolm malik mamadou manfred manny manoel manoj mansur manuel marc marcel
marcello marcellus marcelo marcin marco marcos marcus marek mariano marin mario marius mariusz mark markiyan marko
markus marlon martijn martin marty marvin masahiro masood mateo mateus mateusz mathew mathias mathieu matias matt
matteo matteus matthew matthias matti matvei matvey maurice mauricio maurizio mauro maury max maxim maxime maxwell
mehmet meir mel melvin melvyn menachem mendel merlin mervyn mesut metin mevlut meyer mher micah michael michal micheal
michel mick mickey miguel miguelangel mihai mihail mikael mike mikhail mikheil mikko miklos milan milos miloslav mimmo
mircea mirko miro miroslav miroslaw misha mitch mohamed mohammad mohammed mohan mohandas moises moritz mort morten
mortimer moses moshe mostafa moussa muammar muhammad muhammadu mungo murad murat mustafa mustapha mykhailo mykhaylo
mykola mykyta myron nabil nadav nader nadim naim nairo najib nalin narendra naseer nasir nasser nate nathan nathanael
nathaniel navin neal nebojsa ned nehemiah neil nelson nenad nestor neville niall niccolo nicholas nick nicolae nicolas
nicolo nicos niels nigel nikita nikol nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikos nils nino nirmal
noah noam noe nolan norbert norberto norman normand norris nuno nuri nursultan octav octavio odd oddvar okan olaf olav
oldrich ole oleg oleh oleksa oleksandr oleksii oleksiy oles olexander oliver olivier olli olof olumide olusegun
oluwaseun omar omari ondrej onur orest orhan oriol orkun orlando orson orville osama osborne oscar osgood oskar osman
ostap osvaldo oswald oswaldo otakar otavio otis otmar ottavio otto ottokar ousmane ovidiu owen oyvind ozzie paavo
pablo palle panagiotis paolo parviz pascal pasha pasquale patricio patrick patrik paul paulo paulus pavel pavle pavlo
pavol pawel peadar peder pedro pekka pentti per percy petar pete peter petr petras petro petros petrus petter petteri
phil philip philipp philippe pierre piers piet pieter pietro pinchas pio piotr pirro placido porfirio prabir prakash
prasad predrag qasim quentin quincy quintin radek radim radomir radoslaw radovan radu rafael rafal rafe raffi rafiq
raheem rahul raimund rainer raja rajan rajendra rajesh rajiv rakesh ralf ralph ramazan ramesh rami ramiro ramon ramzan
rand randall randolph randy raoul raphael rashid rasmus ratko raul ravindra ray raymond raymund raymundo recai recep
reggie reginald reid reidar reinhard reinhold renato renaud rene reto reuben rex reynaldo rhett rhys ricardo riccardo
rich richard richie rick rickey rico rigobert rinat rishi ritchie rob robbie robby robert roberto rocco rod roderick
rodion rodney rodolfo rodrick rodrigo roeland rogelio roger rohan roland rolando rolf rollo romain roman romeo romulus
ron ronald ronan ronny rory roscoe ross rostyslav roy ruben rubens rudi rudolf rudy rufus rui rumen rune rupert
ruprecht ruslan ruslanbek russ russell rustam rustem ruud ryan saad sachin sadiq sadyr saeed saif sajid salim salman
salomon salvador salvatore sam sami samir sammy samson samuel sancho sandeep sandor sandro sanford sanjay santiago
satoshi saud saul savva sayed scot scott scotty sean sebastian sebastien sedat selim semen semyon sepp serdar serg
serge sergei sergey sergi sergii sergio sergiu serhii serhiy serkan serzh seth severin seymour shahid shahin shamil
shane shaun shavkat shawn shayne sheldon shelton shigeru shimon shinzo shlomo siamak siddharth siegfried sigmar
sigmund sigurd siim silas silvano silvester silvestro silvio simeon simon sinan sinclair sipho sisto slavko slawomir
slobodan sodiq sofiane solomon soren sorin sotiris spencer spyros srdjan stan stanislav stanislaw stanley stavros
stefan stefano stefanos steffen stellan sten stepan stephan stephane stephen steve steven stevie stewart stig stijn
stjepan stoyan stuart subhash sudhakar sulaiman suleiman suleyman sunil suresh svein sven sverre svetozar svyatoslav
sylvain sylvester szymon taavi tadeusz takashi takeshi talal talib tamati tancredi tapio taras tarek tariq tarquin
tayfun taylan tayyip ted teddy teemu temur tenzing teodor terence terrance terrell terrence tevfik thabo thaddeus
themba theo theodor theodore theodoros theophile theophilus theron thierry thomas thor thorbjorn thorsten thurgood
tiago tibor tidjane tigran tim timo timofey timothy timur tito tobi tobias toby todd todor tolga tom tomas tomasi
tomasz tomislav tommaso tommy tony toomas torben torbjorn tore torsten torvald travis trent trevor tristan tristram
trond truman trygve tuan tulio tullio tunde turgut tyler tyrell tyrone tyson ueli ugo ugur ulf uli ulrich ulysses umar
umberto umit uri uriah urmas urs vaclav vadim vadym vagif vakhtang valdemar valdis valentin valentyn valeri valerii
valeriy valery valter vanya vardan vasco vasil vasile vasily vasyl veli veniamin vern vernon viacheslav vicente victor
vidar vidkun vidkunn viggo vijay vikram viktor vilhelm ville vinay vince vincent vincenzo vinny virgil vitali vitalii
vitaliy vitaly vito vittorio vivek vlad vladan vladimir vladislav vladyslav vlastimil vojtech volkan volker volodymyr
vsevolod vuk vusi vyacheslav vytautas vytenis wade waldemar walid wallace wally walt walter warren wasim wayne weldon
wendell werner wes wesley wilbert wilbur wiley wilf wilfred wilfredo wilfrid wilfried wilhelm wilhelmus will willard
willem willi william willis willy wilmer wim winfried winston winthrop wiremu witold wladimir wladyslaw wojciech
wolfgang wolfram woodrow woody wout wouter wyatt xander xavi xavier yahya yair yakov yakub yan yannick yannis yaroslav
yasar yash yasser yassin yaw yefim yehuda yerlan yevgeny yevhen yiannis yilmaz yitzhak yoav yoel yohan yohanes yorgos
yoshihide yosyp yousef youssef yukio yunus yuri yurii yuriy yury yusuf yves yvon zabihullah zach zacharia zachary zack
zafer zaheer zahir zakhar zakir zane zaur zbigniew zdenek zdenko zeev zeke zelimkhan zeljko zenon zlatan zoltan zoran
zubair zurab zvi
"""
SHE = """
abbie abby abena abigail ada adaeze adela adele adelheid adelina adriana adrienne afi agata agatha agnes agnesa agnese
agneta agnete agnieszka aida aigul aila aileen aimee ainhoa aino aisha aishwarya akiko akosua alanna alba aleida
alejandra aleksandra alena alenka alessandra aletta alevtina alexa alexandra alexandria alexandrina alexia alice
alicia alicja alina alisha alison aliya aliza alla allison almudena alsu althea alva alyona alyssa amalia amanda amara
amaya amber amelia amie amina aminata amira amparo amrita amy ana anabel anabella anahit ananya anastacia anastasia
anastasiia anastasiya aneta anete angela angelika angelina angelique angharad angie anika anita anja anjali anke ann
anna annabel annabelle annalena annamaria anne annegret anneke annelie annelies anneliese annette annick annie annika
annmarie anouk antje antoinette antonella antonia antonina anushka anya aoife aparna apolline april arabella araceli
aretha ariadne ariana ariane arianna arina arlene armine asel ashlee ashleigh asma assunta asta astrid aubrey audrey
aurelia aurelie aurelija aurore ava ayelet ayesha aylin ayse aysegul aysel azra babette baiba bambi barbara barbra
basma bea beata beate beatrice beatrix beatriz becca becky belgin belinda bella benedetta bente bernadette bernice
berta bertha beryl bessie beth bethany betsy bettina betty betul beverley beverly bianca bibi birgit blanca blanche
blythe bohdana bonita bonnie bozena brandi breanna bree brenda brianna bridget bridie brigid brigitte britney britt
brittany bronagh bronwyn brooke burcu caitlin caitlyn calista calliope camila camilla canan candace candice cansu
carina carla carlijn carlota carlotta carly carmela carmelita carmen carol carole carolin caroline carolyn carrie
caryn casandra cassandra cassie catalina catarina caterina catherine cathleen cathryn cathy cecilia celeste celestine
celia celina celine chanel chantal chantelle charlene charlize charlotte charmaine chastity chelsea cheryl chiara
chidinma chika chloe christa christabel christel christiane christie christina christine christy chrystia ciara cicely
cindy claire clara clare clarice clarissa clarisse claudette claudia claudine clelia clementine cleo cleopatra
clotilde colette conceicao concepcion connie consuelo cora coralie corazon cordelia coretta corina corinna corinne
cornelia cosima courtney cressida cristina cyndi cynthia dace dagmar daiga daisy daiva dalia daniela danielle danika
danuta daphne daria darina darya daryna dasha davina dawn deanna debbie debby deborah debra defne deidre deirdre delia
delilah delphine demi denisa denise desiree despina devi diahann diana diane dianna dilma dina dinah dinara dione
dolly dolores donatella donna dora doreen doris dorit dorota dorothea dorothee dorothy dortje ebba ebru ece edda edie
edita edith edna edwina eeva effie efua egle eileen eithne ekaterina elaina elaine eleanor eleanora elena eleni
eleonora eleonore elfriede eliana elif elin elina elisa elisabeth elisabetta elise eliza elizabeth elizaveta ella
ellen ellie elma eloise elsa elsie elspeth elvira emanuela emilia emilie emily emine emma emmanuelle emmeline enid
eniko erica erika erin erna ernestine esme esmeralda esperance esra estella estelle esther ethel etta eudora eugenia
eugenie eulalia eunice euphemia eva evangeline evdokiya evelyn evgenia evie evika evita ewa fabiola fadime fanny farah
farida fatima fatma fatou fatoumata fatuma faustina fay faye federica felicia felicity femke fenella feride fernanda
ffion filipa filippa filiz fiona fleur flora florence florentina folake folasade fran frances francesca francisca
franziska frederica frederique freya frida frieda fumiko gabija gabriela gabriella gabrielle gaia gail galina galit
galyna gamze ganna gayle gemma genevieve georgette georgia georgiana georgina geraldine gerda germaine gertrude
ghislaine gilda gillian gina ginevra ginny giorgia giovanna gisela giselle gita giulia giuliana giuseppina gladys
glenda glenys gloria gloriana gohar golda gonca grace graciela grazia graziella greer greta gretchen grete gretel
griselda guadalupe gudrun guinevere gul gulay gulnar gulnara gulsen gunilla gunnel gunnhild gunvor gwen gwendolen
gwendolyn gwyneth hadiza hadja hailey hala halima halina halyna hana hande hanka hanna hannah hanne hannelore harriet
hasna hatice hattie havva haya hazel heather hedda hedwig hege heidi heike helen helena helene helga heloise helvi
henriette henrike hermia hermione hertha hester hettie hilda hilde hildegard hillary hiroko hortense hortensia houda
hulya ida ieva ilana ilaria ileana ilene ilona ilse ilva ilze imani imelda immaculata imogen ina indrani ines inese
inessa inez inga inge ingeborg ingrid ingrida inguna inmaculada inna ioana iolanda ione irena irene irina iris irma
irmgard iryna isabel isabella isabelle isadora isla isolde ivana ivanka izabela jacinda jaclyn jacqueline jacquelyn
jada jamila jana jane janet janette janice janie janina janine jannike jarmila jasmin jasmine jayne jeanette jeanine
jeanne jeannette jeannie jelena jelka jemima jen jenn jenna jennie jennifer jenny jerri jessamy jessica jill jitka
joann joanna joanne jocelyn jodi jodie joelle johanna johanne jolanda jolanta jolene jordana jorunn josefa josefina
josephina josephine josette josie jovita joy joyce juana juanita judi judit judith judy julia juliana julianna
julianne julie juliet juliette julija june jurgita justina justine justyna jutta kaarina kaia kaisa kaitlin kaja kajsa
kalina kamala kamila kamla kara karen karena karin karina karine karla karlene karolina karoline karyn kasia kassandra
katalin katarina katarzyna kate katerina kateryna katharina katharine kathe katherine kathi kathleen kathrin kathrine
kathryn kathy katia katie katina katja katri katrin katrina katya kavita kay kaya kaye kayla kayleigh keeley keiko
keisha kelli kendra kerri kersti kerstin keziah khadija khrystyna kiara kiki kimberley kimberly kinga kira kirsten
kirsti kirstie kirsty kitty klara klavdiya kornelia kristal kristalina kristen kristi kristin kristina kristine kristy
ksenia kylie kyoko laila laima lakshmi laleh lalita lana lani lara larisa larysa latifa latisha latoya lauma laura
laurel lauren lauretta laurie lavinia lea leah leanne leda leela leila lena leocadia leonie leonor leonora leontyne
leora lesya leticia letitia letizia lettie leyla libby libuse lidia lidija lieselotte liesl liisa lilia lilian liliana
lilith lillian lilly lily lina linda lindy linnea lisa lisbeth lise lisette liudmyla liv livia liz liza ljerka
ljiljana lois lola loni loraine lorelei lorena loretta lori lorna lorraine lotta lotte lottie louella louisa louise
luana lubna lucia luciana lucie lucilla lucille lucinda lucrezia lucy ludmila ludmilla luella luisa luise lula lupita
lusine luz lydia lynda lynette lynne lyuba lyubov lyudmila maarit mabel macarena madara maddie madelaine madeleine
madeline madelyn madge madina madonna mae maeve mafalda magda magdalena magdalene maggie mahalia mai maia maire
mairead maja malala malgorzata malin mallory mamie mandy mane manon manuela mara marceline marcella marcelle marcia
maren marfa margaret margareta margarete margaretha margarethe margarita margery margie margit margo margot margrethe
marguerite marharyta mari maria mariam mariana marianna marianne maribel maricela marie marie-claire mariel marielle
marietta marija marijke marika marilena marilyn marina marine marisa marisol marissa marit marita mariya marja
marjolein marjorie marla marlene marlies marlo marloes marna marsha marta marte martha martina martine marva mary
maryam maryana maryann marybeth marylou maryna masha mathilda mathilde matilda mattea maud maude maureen mavis maxine
maya mayra meena meera meg megan meghan mehriban mehwish meike melania melanie melina melinda melissa melody meral
mercedes meredith merete merinth merle merry merve meryem meryl mette mia michaela micheline michelle michiko mila
mildred milena millicent millie milly mimi mina mindy minna minnie mira miranda mireille mirela miriam mirjam mirjana
mitzi miya moa moana moira molly mona monica monika monique montserrat morag moyra muriel myfanwy myra myriam myrna
myroslava myrtle nadezda nadezhda nadia nadiia nadine nadiya nadja naima nancy nanette naoko naomi natacha natalia
natalie nataliia nataliya natalja nataly natasa natasha natela nathalie nathaly nazan neha nell nellie nelly nermin
nerys nesrin nettie neus ngozi niamh nichole nicole nicoletta nicolette nigar nigella nika nikki nilgun nilufar nina
ninette nisha nita nkechi noelene noelia noelle noemi nola noluthando nomsa nona nonna nora norah noreen noriko norma
nuala nune nur nuray nuria nyla octavia odette odile ofelia oksana oleksandra olena olesia olesya olga olha olimpia
olivia olympia oona oonagh ophelia oprah oriana orla ornella ottilie oya oyunaa ozlem paige paivi paloma pam pamela
paola parvati parveen patricia patrizia patsy patty paula pauletta paulette paulina pauline peggy pelin penelope penny
pepita perla pernille petra petula philippa phillipa philomena phoebe phyllida phyllis pia pilar pinar pippa pippi
pirkko polina polly pooja priscilla priti priya priyanka queenie rachael rachel rachelle radka rae raffaella ragna
ragnhild raili raina raisa ralitsa ramona rani raquel rasa rasheeda reba rebeca rebecca rebekah regan regina rehana
reina renata renate renee rhiannon rhoda rhona rhonda ricarda rihanna riikka rika rikke rimma rina rita rivka roberta
rochelle rocio roisin roksolana romina romy rona ronja rosa rosalba rosalia rosalie rosalina rosalind rosalyn rosamund
rosana rosanna rosanne rosaria rosaura rose roseanne roselyn rosemarie rosemary rosetta rosie rosine rosita rositsa
rowena roxana roxanne rufina rukhsana rut ruta ruth ruthie saara saba sabina sabine sabrina sadie saida sakura sally
salma salome samantha samia samira sandi sandra sangeeta sanita sanja sanna sanne saoirse sapna sara sarah sarai
saskia satu saule savitri scarlett seda seema selena selin selina selma semra senka serap serena serenity sevda sevgi
sevinj shakira shana shania shanti sharlene sharon sharron shauna shawna sheena sheila shelley sheryl shirin shirley
shivani shobha shona sian sibel sibyl sibylle sidonie sigita signe sigourney sigrid silke silvana silvia simona sinead
siobhan sioned siri sirpa sissel sissy sita snizhana sofia solange solene solomiia solveig songul sonia sonja sophia
sophie soraya stacey stefania stefanie stefaniya steffi stella stephania stephanie stina sue sukanya sunita sunniva
susan susanna susanne suzana suzanne suzette suzy svenja svetlana sviatlana svitlana sybil sylvia sylvie tabitha talia
tamar tamara tamika tamila tammi tammy tamsin tamta tana tania tanja tansu tanya tara tarja tasha tatiana tatjana
tatum tatyana teresa teri terri tess tessa tetiana tetyana thandeka thandi thea thelma theodora theresa therese
theresia thora thordis thyra tiana tiffany tigist tilda tilly tina tippi tiziana tomoko tonya torill tove tracey
tricia trina trine trish trisha trista trixie trude trudi trudy tugba tulay tulsi turid tuula tuulikki tuva twyla tyra
uliana ulla ulla-maija ulrica ulrika ulrike ulyana una unni ursula urszula ute vaida vaiva valentina valentyna valeria
valerie valeriia valeska vanessa varvara vasylyna velma vendula vera verena verna vernice veronica veronika veronique
vesela vesna vibeke vicki vicky victoria viktoria viktoriia viktorija vilija vilma vinita viola violante violeta
violetta vira virginia virginie virna vivi vivien vivienne wallis wanda wanjiku wanjiru wenche wendy wenke whitney
wilhelmina willa wilma winifred winnie winona wioletta wren xenia ximena yael yana yara yaryna yasemin yasmeen yasmin
yasmina yekaterina yelena yeliz yelizaveta yesenia yevgenia yevgeniya yevheniia yoko yolanda yolande yulia yuliia
yuliya yumi yuriko yusra yvette yvonna yvonne zadie zahra zainab zara zarema zaria zarina zdenka zeenat zehra zeinab
zelda zena zeynep zhanna zinaida zita zivile zlata zoe zofia zora zoriana zorica zoya zsa zsofia zsuzsanna zubeyde
zuleika zuleikha zuzana
"""
BOTH = """
alex alexis andrea ari ariel ashley avery billie cameron camille casey charlie dana deniz derya dominique elisha
frankie gerry hilary ira jackie jaime jamie jan jean jess jessie jo joan jody jules kai kari kelly kerry kim kiran
kit laurence lee leigh lesley leslie lindsay lindsey loren lynn marian marion michele mika morgan nana nicola noa
noor ola ollie pat quinn rana reese riley robin ronnie rosario sacha sandy sasha shannon shelby sidney simone slava
stacy taylor terry toni tracy val vivian willie yuki
"""
