"""Words that say nothing of which event an article is about, because articles on every event have them.

General English of the news, with months, countries, states and given names, written down by hand. A word that is
missing here costs little; a word that names an event must not stand here.
"""

from summarizer.articles.terms import STOPWORDS, term

_COMMON = """
    able accept accord account across act action active actually address age agency ago agree air allow almost alone
    along already alternative although always amid among amount analyst analysis announce announcement another
    answer anyone anything appeal appear approach area argue arm around arrest arrive article ask assault associate
    association attack attempt attention authority available average avoid aware away baby back bad ban base battle
    bear beat become begin behavior behaviour behind believe best better beyond big bill bit black blame block blood
    blue board body book born break bring british brother budget build building business buy call came camera
    campaign capital car card care career carry case cause center central centre century certain chair challenge
    chance change charge chase chief child children choice citizen city civil claim class clear close club coast
    collect college come comment commission commit committee common community company compare complain complete
    concern condition conference confirm congress connect consider contact contain continue contract control cost
    could council counsel count country county couple course court cover create credit crime criminal critic crowd
    culture current cut daily damage danger data date daughter day dead deal death debate decade decide decision
    declare decline deep defend degree deliver demand democrat deny department depend describe design despite detail
    determine develop development die difference different difficult direct director discover discuss disease
    district doctor document dollar door doubt down dozen draw dream dress drink drive driver drop drug due early
    earn east easy economic economy edge education effect effort eight either election eleven else email emergency
    employee encourage end enforcement england enjoy enough enter entire escape especially establish estimate even
    evening event ever every everyone everything evidence exactly example except exist expect experience expert
    explain express extend extra eye face facebook fact fail fall false familiar family famous far fast father fear
    feature federal feel felt female few field fight figure file fill film final finally financial find fine finish
    fire firm first five floor focus follow food foot force foreign forget form former forward found four free
    friday friend front full fund further future gain game gave general get girl give given goal going good got
    government great green ground group grow growth guess guilty gun guy half hand happen hard head health hear
    heard heart heavy held help high higher himself history hit hold home hope hospital host hot hotel hour house
    however huge human hundred husband idea identify image immediate immediately impact important improve include
    increase indeed independent indicate individual industry inform information initial injure injury inside instead
    insist interest internal international internet interview investigate investigation investigator involve island
    issue item itself january february march april may june july august september october november december job join
    journal journalist judge jump jury just justice keep key kid kill kind knew know known land large last late
    later latest law lawmaker lawyer lead leader learn least leave led left legal less let letter level lie life
    light like likely limit line link list listen little live local long look lose loss lost lot love low lower made
    main major majority make male man manage manager many mark market marriage married material matter mean meant
    measure media medical meet meeting member memory men mention message met middle might mile military million mind
    minister minor minute miss mission moment monday money month moral morning mother motion move movement movie
    much multiple murder music must name nation national natural near nearly necessary need network never new news
    newspaper next night nine none normal north note nothing notice now number obvious occur offer office officer
    official often old one online open operate operation opportunity option order organisation organization original
    outside own owner page paid pain paper parent park part particular particularly partner party pass past patient
    pay peace people per percent perfect perform perhaps period permit person personal phone photo photograph pick
    picture piece place plan plant play player please plus point police policy political poor popular population
    position positive possible post potential pound power practice prepare present president press pressure pretty
    prevent previous price primary prime prison private probably problem process produce product professional
    program programme project promise proof property propose prosecutor protect protest prove provide public publish
    pull purpose push put question quick quickly quite race radio raise range rate rather reach read ready real
    reality realize really reason receive recent recently recognize record red reduce refuse regard region release
    relation relationship remain remember remove repeat replace reply report reporter represent republican request
    require rescue research researcher resident respond response responsibility rest result return reveal right rise
    risk road rock role room rule run rush safe safety sale saturday save saw say scene school science season seat
    second secret secretary section security see seek seem seen sell senate senator send senior sense sentence
    separate series serious serve service set seven several sex share sheriff shock shoot short should show shut
    side sign significant similar simple simply since single sister site situation six size skin small smith social
    society soldier someone something son soon sort sound source south space speak special specific speech spend
    spokesman spokesperson spokeswoman sport spot spread staff stage stand standard star start state statement
    station stay step still stop store story straight strategy street strike strong student study stuff style
    subject success such suddenly suffer suggest suicide summer sunday support sure surface surprise survive suspect
    suspicion system table take taken talk target task tax teacher team technology teen teenager telephone
    television tell ten tend term test text thank thing think third thought thousand threat threaten three throw
    thursday thus ticket tie time title today together told tomorrow tonight took top total touch toward town track
    trade traffic train travel treat treatment trial trip trouble true trust truth try tuesday turn tv tweet twelve
    twenty twice twitter two type uncle understand unit united university unless unlike upon urge use user usual
    usually value various vehicle version victim video view violence violent visit voice vote voter wait walk wall
    want war warn watch water wave way weapon wear weather web website wednesday week weekend weigh weight welcome
    well went west whatever wheel whether white whole whose wide wife wind window winter wish within without witness
    woman women wonder word work worker world worry worse worst worth would write writer written wrong yard yeah
    year yes yet yesterday york young youth zone american americans america ap associated reuters afp getty
    copyright caption advertisement click subscribe that's it's don't didn't doesn't isn't wasn't can't couldn't
    wouldn't won't i'm i've we're they're he's she's there's what's you're let's haven't hasn't aren't weren't us
    u.s mr mrs ms korea korean koreans russia russian russians ukraine ukrainian china chinese japan japanese
    britain uk kingdom france french germany german iran iranian iraq iraqi israel israeli syria syrian turkey
    turkish egypt egyptian india indian pakistan pakistani afghanistan afghan canada canadian australia australian
    italy italian spain spanish greece greek poland polish mexico mexican brazil brazilian africa african asia asian
    europe european un eu usa dutch swedish norwegian indonesia indonesian alabama alaska arizona arkansas
    california colorado connecticut delaware florida georgia hawaii illinois indiana iowa kansas kentucky louisiana
    maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey
    carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
    northern southern eastern western northeast northwest southeast southwest john mike michael david dan daniel
    susan james jim robert bob william richard rick paul peter steve steven stephen george thomas tom joe joseph
    charles chris christopher kevin brian jason jeff jeffrey scott eric andrew matthew matt anthony tony mary linda
    barbara elizabeth jennifer maria lisa karen sarah anna ann anne laura emily ambassador rep gov gen col sgt lt
    capt rev prof gop conservative liberal candidate presidential administration poll politics speaker ministry
    intelligence
"""
COMMON = frozenset(term(word) for word in _COMMON.split()) | STOPWORDS
