"""What a word can do in a sentence, as far as its form and small lists tell: joint, article, verb, modifier.

No tagger is at hand, so every list is closed or nearly so, and where form does not tell the callers refuse. Nothing
here compares two texts.
"""

from summarizer.checking.lexicon import IRREGULAR, REPORTING, word_set

PREPOSITIONS = word_set(
    """of to in on at by for from with without against into onto out over under about after before during since until
    through throughout between among amid across near along around despite toward towards within beyond behind beside
    besides above below per via regarding concerning including following alongside inside outside off like than up down
    according aboard"""
)
PLACING = word_set("in on at near inside outside aboard along across around")
# What these open belongs to the verb far more often than to the noun before them.
TO_THE_VERB = word_set("after before during since until despite amid as when while because although though but over")
PURPOSES = word_set("protest response connection retaliation reply")  # after "in": of the verb
SUBORDINATORS = word_set(
    """that who whom whose which when where while because although though whereas if unless whether as since after
    before until once so than how why what"""
)
RELATIVES = word_set("that who whom whose which where when")
# A clause after one of these is as much asserted as the main one.
ASSERTING = word_set("while whereas because although though as since after when but so")
OPENING_DOUBT = word_set("if unless whether except provided than without lest only not")
CONJUNCTIONS = word_set("and or but nor yet")
DETERMINERS = word_set(
    "the a an its their his her our my your this that these those some any no each every both several many few all"
)
POSSESSIVE = word_set("its their his her our my your whose")
BE = word_set("is are was were be been being am isn't aren't wasn't weren't")
HAVE = word_set("has have had having")
AUXILIARIES = (
    BE
    | HAVE
    | word_set(
        """do does did will would can could may might must shall should won't wouldn't can't cannot couldn't didn't
        doesn't don't hasn't haven't hadn't"""
    )
)
MODALS = word_set(
    "will would can could may might must shall should to did does do not won't wouldn't can't cannot couldn't"
)
PRONOUNS = word_set("he she it they i we you him her them us his this that these those itself themselves who which")
NOT = word_set(
    """not no never none nobody nothing neither nor without cannot can't couldn't didn't doesn't don't isn't wasn't
    aren't weren't hasn't haven't hadn't won't wouldn't hardly barely few little unable denied deny denies"""
)
SCALE_TOPS = word_set(
    """first last only most least best worst second third fourth fifth sole next final biggest largest smallest highest
    lowest longest oldest youngest latest earliest deadliest strongest worst heaviest"""
)
WHOLES = word_set("all every each any no none half most few percent majority neither both")
# What a verb calls for belongs to it, whatever stands between: "sent a bill [for the treaty] to parliament".
CALLED_FOR: dict[str, frozenset[str]] = {
    preposition: word_set(verbs)
    for preposition, verbs in {
        "to": """send sent give gave given hand handed return returned deliver delivered ship shipped sell sold pay paid
            submit submitted lend lent donate donated present presented offer offered transfer transferred bring brought
            sentence sentenced extradite extradited move moved sends gives told lose lost""",
        "from": """withdraw withdrew withdrawn steal stole stolen remove removed rescue rescued recover recovered hide
            hiding hid hidden ban banned buy bought receive received separate separated""",
        "with": "charge charged provide provided supply supplied replace replaced compare compared",
        "for": "blame blamed praise praised fine fined criticise criticised criticize criticized thank thanked jailed",
        "of": "accuse accused convict convicted acquit acquitted suspect suspected rob robbed accusing",
        "over": "summon summoned sue sued",
    }.items()
}
# A "former president" is no president and "almost 50" is not 50: such a word never falls out before what it turns.
TURNING = word_set(
    """former ex acting vice deputy assistant associate trainee would-be alleged suspected accused purported supposed
    so-called fake mock counterfeit false failed attempted planned proposed possible potential likely unlikely probable
    apparent presumed aspiring wrong mistaken incorrect defunct abandoned cancelled canceled postponed banned fictional
    future interim outgoing incoming designate elect honorary nearly almost barely hardly only about around some
    roughly over under least most more less fewer half non anti pro self-proclaimed unconfirmed unverified reported
    reportedly allegedly disputed hypothetical imaginary missing partial partly conditional temporary unsuccessful
    late largely mainly mostly primarily chiefly seemingly no not never few little all every each any many several
    draft"""
) | (SCALE_TOPS - word_set("final next"))
SLIGHT = word_set(
    """that has have had also then already just now even still again further very both indeed later earlier early late
    soon once twice too there the a an therefore thus meanwhile however yesterday today tomorrow together overnight"""
)
JOINING = word_set("and but while whereas")
INSERTED = JOINING | word_set(
    "that the a an has have had also meanwhile however he she it they still already who which"
)
PAIRING = frozenset(("between", "both", "either", "neither"))
TIMES = word_set(
    """day week weekend month year spring summer autumn winter fall season quarter decade century night morning
    afternoon evening"""
)
DAY_PARTS = word_set("morning afternoon evening night lunchtime")
# What is said in answer, and of what it may be: "no comment on the claims" is no comment, as far as these go.
ANSWERS = word_set(
    """comment response reply answer reaction statement word explanation responded replied commented answered respond
    reply comment answer"""
)
TOPICS = word_set("regarding concerning about on")
# What kind of thing a name before it is the name of: "Yonhap news agency".
LABELS = word_set("news agency newspaper magazine broadcaster network website daily")
ANAPHORS = frozenset(("this", "that", "it", "them"))
# Something must follow these.
OPEN_ENDED = (DETERMINERS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | SUBORDINATORS) - PRONOUNS - {"all"}
PARTICLES = frozenset(("out", "up", "down", "off", "back", "over", "in", "on"))
# Of what these are is all that they say.
VESSELS = word_set(
    """series number group part parts kind kinds lot lots pair set range form type types member members piece pieces
    host total lack risk act acts amount level levels rate share sort wave string case cases batch"""
)
_IRREGULAR_PASTS = frozenset(w for w, base in IRREGULAR.items() if base not in ("man", "woman", "child", "person"))
PASTS = (_IRREGULAR_PASTS - word_set("expert experts left")) | word_set(
    """left fled hit cut put let hurt quit shut split spread beat beaten ran sank sunk swept tore wore worn woke threw
    thrown taught stood stole stuck spent slept slid shook shown sought rode felt fed bent bit blew bound broke burnt
    clung dealt dug fought forgot forgave froze got got heard hid hung laid lay lent lit meant overtook overthrew read
    rang sang sat set shone shrank spun sprang stung swam swore swung understood upheld wept wound arose ate bore
    hidden stolen bitten forgotten frozen ridden shrunk sung sworn swum torn
    became befell began bled bred dreamt drank drove dwelt"""
)
PRESENT = word_set(
    """says denies rejects accuses claims warns plans wants seeks calls hits kills wins loses leads beats faces runs
    takes makes gives gets goes comes stays remains remain become exist occur becomes begins ends holds meets
    sends signs"""
) - word_set("claims plans calls hits kills wins runs faces leads ends signs beats stays")
NO_VERB_ED = word_set("hundred need speed seed breed indeed feed bed shed")
NO_VERB_ING = word_set(
    """king ring morning evening during building meeting spring thing wedding ceiling training hearing shooting bombing
    killing ruling funding warning housing spending banking parking shopping ongoing including following according
    regarding concerning nothing something anything everything string wing swing trawling clothing beginning opening
    remaining leading upcoming growing outgoing incoming standing sitting interesting being"""
)


def past(word: str) -> bool:
    """Whether a folded word has the form of a past tense or participle."""
    return word in PASTS or (word.endswith("ed") and len(word) > 4 and word not in NO_VERB_ED)


def gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word not in NO_VERB_ING


def verb(word: str) -> bool:
    """Whether a folded word is a verb by its form or by a list; a present tense that looks like a plural is not."""
    return word in AUXILIARIES or past(word) or gerund(word) or word in PRESENT or REPORTING.get(word) == "deny"


def shape(word: str) -> str:
    """The shape of a verb form: "past", "ing" or "plain"."""
    return "past" if past(word) else "ing" if word.endswith("ing") and len(word) > 4 else "plain"
