"""Does a sentence stand by itself? In a brief it stands among sentences of other articles, so what points back is lost.

An opening connective can be cut: the rest is still the source's own words. A pronoun, "the agency" or a bare quotation
cannot be mended without rewriting, so that such a sentence needs the one before it. English only; a sentence in another
language counts as standing by itself.
"""

import re
from functools import lru_cache

from summarizer.checking.lexicon import IRREGULAR, REPORTING, word_set
from summarizer.checking.wordclasses import PRESENT, past

CONNECTIVE = re.compile(
    r"(?:But|And|So|Yet|Meanwhile|However|Still|Also|Then|Moreover|Furthermore|Additionally|In addition|Nevertheless|"
    r"Nonetheless|Besides|Likewise|Similarly|In fact|Indeed|Of course|Separately|Instead|Thus|Therefore|Hence|"
    r"For (?:example|instance|his part|her part|its part)|In turn|In other words|As a result|Not surprisingly|"
    r"On the other hand|By contrast|In contrast|At the same time|That said|Even so|Either way|To be sure)(,?)\s+"
)
# After these no comma is needed; where the word belongs to what follows it stays: "but for", "yet another", "and is".
BARE = re.compile(
    r"(?:But(?!\s+(?:for|rather)\b)|Meanwhile|Yet(?!\s+(?:another|to)\b)|"
    r"And(?!\s+(?:so|then|now|yet|not|is|was|are|were|has|have|had|will|would|can|could)\b))\s"
)

# What an editor puts before a sentence: it goes the way of a connective.
LABEL = re.compile(
    r"(?i:summary|updated?|breaking(?: news)?|exclusive|watch|new|just in)\s*[:|]\s+(?=[\"“'‘]?[A-Z])|Plus,?\s+"
)
# The reader is spoken to, not told: "Thanks for …", "Join …", "Consider: …".
ADDRESSING = re.compile(
    r"(?ai:thanks|thank you|hello|dear|welcome|consider|imagine|join|click|check out|looks like|let['’]s|don['’]t)\b"
)

SUBJECTS = (
    "agency|move|document|report|statement|decision|incident|group|company|man|woman|men|women|suspect|victims?|"
    + (
        "officials?|ministry|department|spokes(?:man|woman|person)|others?|rest|two|three|four|five|pair|duo|couple|former|"
        "latter|same"
    )
)
EXPLETIVE = (
    r"\s+(?:is|was|will be|would be|has been|remains?|remained)\s+(?:not\s+|also\s+)?(?:\w+\s+){0,2}"
    r"(?:that|to|whether|if|how|why|when|who|what|where|which)\b"
)
REFERRING = re.compile(
    r"[\"“'‘(\[]*(?:He|She|They|Him|Them|His|Her|Hers|Their|Theirs|Its|This|That|These|Those|Such|Both|Neither|Another|"
    rf"Others?|(?:Some|One) of (?:them|these|those)|It(?!{EXPLETIVE})|The (?:{SUBJECTS}))\b"
)
# "Two remained there overnight.": who are two, and where is there?
COUNT = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many|Most|All|None|\d[\d,]*)"
DOING = r"(?:was|were|is|are|has|have|had|will|would|died|remained?|stayed|went|came|suffered|survived)"
UNNAMED = re.compile(rf"{COUNT}\s+(?:also\s+|still\s+|later\s+)?{DOING}\b")
STAYING = r"(?:was|were|remain(?:ed|s)?|stay(?:ed|s)?|liv(?:ed|es|ing)|work(?:ed|s|ing)|arrived|died)"
SOMEWHERE = re.compile(rf"\b{STAYING} there\b")
SPEAKER_LOST = re.compile(
    r"[,”\"’']\s*(?:he|she|they|it)\s+(?:\w+ly\s+)?"
    r"(?:said|says|added|adds|told|wrote|writes|continued|explained|tweeted|noted|asked|recalled)\b"
    r"|\b(?:said|added)\s+(?:he|she|they)\b"
    r"|[,?!][”\"’']\s*[a-z]+(?:ed|id)\s+(?:his|her|their|its)\b"  # "Nonsense," barked her office.
)
# "The firm rejected this.", "The board has offered ten.": what, and ten of what?
OBJECT_LOST = re.compile(
    r"\b(?<!like )(?<!after )(?<!before )(?:this|these|those)\W*$"
    r"|\b(?:has|have|had|offered|wanted|wants|asked for|promised|demanded|bought|sold|lost|received|needs|needed)\s+"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\W*$"
)
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
OPEN_QUOTE = ('"', "“", "‘", "«")
ENDINGS = tuple(".!。！।")  # a question tells nothing
CUT_SHORT = ("...", "…", "..")
CLOSERS = "\"'”’»)]」』"
OPENERS = "\"'“‘«([「『"
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("「", "」"))
SINGLE_OPENS = re.compile(r"(?:^|[\s(\"“])['‘]\w")
SINGLE_ENDS = re.compile(r"[.,!?]['’](?:\s|\W*$)")
STRAY = re.compile(r"\s[\]}|>]|[\[({<|]\s|^[|>*]|\ufffd")
PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|[Yy]ou|[Yy]our|Let['’]s)\b")
ARTICLES = word_set("the a an my our your some many more another no")
VERBS = (
    word_set("is are was were be been has have had do does did can could will would may might must shall should")
    | frozenset(IRREGULAR)
    | frozenset(IRREGULAR.values())
    | frozenset(REPORTING)
    | word_set(
        "sank rang sang ran swam drank began won lost hit shut burst cut put set let fell kept slept wept met led"
    )
)
VERBAL = ("ed", "ing", "s")
SHORT = 7  # words of a fragment
WORDS = re.compile(r"[\w’']+")
LEAST_WORDS = 4  # in a script without spaces a sentence is one word, and there every sentence is taken as it is
MOST_WORDS = 80


def lead_in(text: str) -> int:
    """How many code points of an opening connective can go, so that what is left is a sentence of its own; else 0."""
    label = LABEL.match(text)
    if label:
        return label.end()
    match = CONNECTIVE.match(text)
    if not match:
        return 0
    return match.end() if text[match.end() :] and (match.group(1) or BARE.match(text)) else 0


@lru_cache(maxsize=4096)
def points_back(text: str) -> bool:
    """Whether `text`, without its connective, leans on the sentence before it for who is meant or who is speaking."""
    rest = text[lead_in(text) :]
    opening = rest[:1].upper() + rest[1:]
    if REFERRING.match(opening) or UNNAMED.match(opening) or SOMEWHERE.search(opening):
        return True
    outside = QUOTED.sub(" ", rest)
    if OBJECT_LOST.search(outside):
        return True
    if rest.startswith(OPEN_QUOTE) and not re.search(r"\w", outside):
        return True
    return bool(SPEAKER_LOST.search(rest))


@lru_cache(maxsize=4096)
def is_whole(text: str) -> bool:
    """Whether `text` is one whole, undamaged statement: what a brief can print as it stands."""
    if not LEAST_WORDS <= len(text.split()) <= MOST_WORDS or text.lstrip(OPENERS)[:1].islower():
        return False
    body = text.rstrip(CLOSERS)
    if not body.endswith(ENDINGS) or body.endswith(CUT_SHORT) or text.startswith("("):
        return False
    if any(text.count(a) != text.count(b) for a, b in PAIRS) or text.count('"') % 2:
        return False
    if "!" in QUOTED.sub(" ", text) or ADDRESSING.match(text[lead_in(text) :]) or is_personal(text):
        return False
    if SINGLE_ENDS.search(text) and not SINGLE_OPENS.search(text):
        return False
    if is_fragment(text):
        return False
    letters = list(filter(str.isalpha, text))
    return not STRAY.search(text) and 2 * sum(map(str.isupper, letters)) <= len(letters)


def is_fragment(text: str) -> bool:
    """Whether `text` is a short phrase without a verb, as "The boat from Orrin.": a label, not a statement.

    A word that may be a verb is taken for one, and so is any in another language.
    """
    found = [word.casefold() for word in WORDS.findall(text)]
    if len(found) > SHORT or not found or found[0] not in ARTICLES:
        return False
    rest = found[1:]
    return not any("'" in w or w in VERBS or w in PRESENT or past(w) or w.endswith(VERBAL) for w in rest)


def is_personal(text: str) -> bool:
    """Whether `text` speaks as "I" or "we" or to "you" outside quotation marks: nobody in a brief is meant by that."""
    return bool(PERSONAL.search(QUOTED.sub(" ", text)))
