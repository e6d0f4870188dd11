"""The word tables that the checks share: which English words mean the same, and which mark a report or a doubt.

A table entry is a claim that two words may stand for each other in a cited sentence, so each set is small and safe: a
missing synonym costs an `unchecked`, a wrong one certifies a falsehood. Nothing here looks at a text.
"""


def listed(words: str) -> tuple[str, ...]:
    """The words of a table's row."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a table as a set."""
    return frozenset(listed(words))


IRREGULAR: dict[str, str] = {
    form: base
    for base, forms in {
        "send": "sent",
        "say": "said says saying",
        "tell": "told",
        "begin": "began begun",
        "take": "took taken",
        "give": "gave given",
        "go": "went gone goes",
        "come": "came",
        "become": "became",
        "hold": "held",
        "lead": "led",
        "leave": "left",
        "make": "made",
        "meet": "met",
        "pay": "paid",
        "lose": "lost losing",
        "win": "won winning",
        "find": "found",
        "fight": "fought",
        "fall": "fell fallen",
        "rise": "rose risen",
        "fly": "flew flown",
        "shoot": "shot",
        "strike": "struck",
        "speak": "spoke spoken",
        "write": "wrote written",
        "know": "knew known",
        "see": "saw seen",
        "buy": "bought",
        "bring": "brought",
        "build": "built",
        "catch": "caught",
        "keep": "kept",
        "sell": "sold",
        "think": "thought",
        "draw": "drew drawn",
        "grow": "grew grown",
        "choose": "chose chosen",
        "break": "broke broken",
        "drive": "drove driven",
        "steal": "stole stolen",
        "withdraw": "withdrew withdrawn",
        "deny": "denied denies denying",
        "die": "died dies dying",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "expert": "expert experts",
    }.items()
    for form in forms.split()
}

# One word for a country, its people and its adjective, so that "Russian troops" and "Russia's troops" meet.
COUNTRIES: dict[str, str] = {
    form: country
    for country, forms in {
        "korea": "korean koreans",
        "russia": "russian russians",
        "ukraine": "ukrainian ukrainians",
        "china": "chinese",
        "japan": "japanese",
        "britain": "british briton britons uk",
        "usa": "america american americans us u.s. u.s.a. u.s",
        "france": "french",
        "germany": "german germans",
        "iran": "iranian iranians",
        "iraq": "iraqi iraqis",
        "israel": "israeli israelis",
        "syria": "syrian syrians",
        "turkey": "turkish türkiye turkiye",
        "egypt": "egyptian egyptians",
        "india": "indian indians",
        "pakistan": "pakistani pakistanis",
        "afghanistan": "afghan afghans",
        "canada": "canadian canadians",
        "australia": "australian australians",
        "italy": "italian italians",
        "spain": "spanish",
        "greece": "greek greeks",
        "poland": "polish",
        "mexico": "mexican mexicans",
        "brazil": "brazilian brazilians",
        "africa": "african africans",
        "europe": "european europeans",
        "un": "u.n. u.n",
        "eu": "e.u. e.u",
    }.items()
    for form in (*forms.split(), country)
}

# Two words written as one name.
PAIRS: dict[tuple[str, str], str] = {
    ("united", "states"): "usa",
    ("united", "kingdom"): "britain",
    ("great", "britain"): "britain",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
}

SYNONYMS: dict[str, str] = {
    word: head
    for head, words in {
        "troop": "troop troops soldier soldiers",
        "confirm": "verify verified verifies verifying confirm confirmed",
        "speciall": "special elite",
        "unconfirm": "unverified unconfirmed",
        "colleagu": "colleague colleagues",
        "organiz": "organise organised organisation",
        "mobiliz": "mobilise mobilised mobilising",
        "program": "programme programmes",
        "defens": "defence",
        "kill": "kills killing killed",
        "percent": "percent percentage",
        "illegal": "illegal unlawful",
        "u.s": "u.s",
    }.items()
    for word in words.split()
}

# What is counted: a figure of one is a figure of the other.
COUNTED: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "troop soldier force personnel serviceman servicemen fighter combatant",
        "person people resident civilian inhabitant individual citizen victim man woman",
        "dead death fatality casualty killed person people die",
        "injured injury wounded hurt person people",
        "job worker position employee",
        "dollar usd",
        "home house household residence",
        "percent percentage",
        "child kid student pupil",
        "vehicle car truck",
        "officer police policeman",
    )
)

# Words that a fused sentence may add without saying anything new.
LIGHT = word_set(
    """also meanwhile however although though while whereas despite including included such yet still already later
    earlier additionally moreover furthermore since within among amid regarding concerning adding saying stating
    noting thus therefore instead following former latter respectively well even both either one's upon per via
    toward towards s t ll ve re d m"""
)

ANTONYMS: tuple[tuple[str, str], ...] = (
    ("confirm", "deny"),
    ("accept", "reject"),
    ("increase", "decrease"),
    ("rise", "fall"),
    ("rise", "drop"),
    ("win", "lose"),
    ("support", "oppose"),
    ("allow", "ban"),
    ("allow", "prohibit"),
    ("begin", "end"),
    ("start", "stop"),
    ("start", "end"),
    ("open", "close"),
    ("arrest", "release"),
    ("attack", "defend"),
    ("agree", "disagree"),
    ("agree", "refuse"),
    ("pass", "fail"),
    ("succeed", "fail"),
    ("guilty", "innocent"),
    ("legal", "illegal"),
    ("buy", "sell"),
    ("enter", "leave"),
    ("arrive", "depart"),
    ("more", "fewer"),
    ("more", "less"),
    ("higher", "lower"),
    ("before", "after"),
    ("praise", "condemn"),
    ("praise", "criticise"),
    ("import", "export"),
    ("alive", "dead"),
    ("survive", "die"),
    ("gain", "loss"),
    ("ally", "enemy"),
    ("advance", "retreat"),
    ("likely", "unlikely"),
    ("confirmed", "unconfirmed"),
    ("able", "unable"),
    ("approve", "reject"),
    ("approve", "veto"),
    ("condemn", "welcome"),
    ("strengthen", "weaken"),
    ("major", "minor"),
    ("large", "small"),
    ("first", "last"),
    ("north", "south"),
    ("east", "west"),
)

# Reporting verbs, by how far the speaker goes. Two verbs of one class may stand for each other; two classes may not.
REPORTING: dict[str, str] = {
    verb: strength
    for strength, verbs in {
        "say": """said say says saying told tell tells stated state states stating added add adds noted note notes
            wrote writes remarked remarks mentioned mentions reported reports report expressed indicated indicates
            commented explained explains declared replied responded posted tweeted recalled announced announces relayed
            described describes revealed reveals disclosed pointed""",
        "claim": """claimed claims claim claiming alleged alleges alleging asserted asserts argued argues insisted
            insists contended contends maintained suggested suggests countered accused accuses accusing""",
        "think": "estimated estimates believed believes thinks predicted predicts expects speculated assumed",
        "deny": "denied denies deny denying rejected rejects dismissed dismisses refuted disputed disputes",
        "confirm": "confirmed confirms confirm acknowledged acknowledges admitted admits conceded concedes verified",
        "warn": "warned warns warning cautioned cautions",
        "urge": "urged urges ordered orders demanded demands called calls asked asks requested instructed",
        "promise": "pledged pledges vowed vows promised promises",
        "blame": "condemned condemns criticised criticized denounced denounces slammed blamed blames",
    }.items()
    for verb in verbs.split()
}
