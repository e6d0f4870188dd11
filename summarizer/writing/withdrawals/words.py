"""The words with which news takes something back, as patterns: what they are, and nothing of what follows from them.

Each is bounded, so that the time stays linear in a sentence however it is written. They find candidates; whether one
is said outright, and by whom, is for `notices` to decide.
"""

import re

from summarizer.writing.withdrawals.propositions import NOUNS

REPORT = r"(?:reports?|stor(?:y|ies)|articles?|accounts?|coverage|claims?|allegations?)"
MEDIA = (
    r"(?:we|this (?:newspaper|paper|website|site|programme)|(?:news)?papers?|tabloids?|broadcasters?|stations?|media|"
    r"website|outlets?|report|reports|articles?|stor(?:y|ies)|version|edition|post|bulletins?)"
)
WRONG = (
    r"(?:(?:completely|entirely|simply|totally|plainly|also|just) )?"
    r"(?:wrong|false|untrue|incorrect|mistaken|inaccurate|erroneous|unfounded|baseless|fabricated|not true|not correct|"
    r"not the case|not so|an error|a mistake|a fabrication|without foundation)\b"
)
WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|falsely|inaccurately|in error)"
SAYING = r"(?:reported|said|stated|wrote|published|printed|claimed|suggested|announced)"
BE = r"(?:was|were|is|are|had been|has been|have been|proved to be|turned out to be|proved)"
TAKEN_BACK = r"(?:withdrew|withdrawn|withdraws|retracted|retracts|(?:took|taken) (?:back|down)|removed|deleted)"
TAKING_BACK = r"(?:is|are) (?:withdrawing|retracting)"
WE_TAKE_BACK = r"we (?:fully |hereby |now )?(?:withdraw|retract)"
RETRACTING = re.compile(
    rf"(?ai:\b(?:{TAKEN_BACK}|{TAKING_BACK}|{WE_TAKE_BACK})"
    rf" (?:(?:the|its|his|her|their|our|that|this|an?)(?: [\w-]+)? {REPORT}\b|it\b))"
)
MISREPORTED = re.compile(
    rf"(?ai:\b{WRONGLY} {SAYING}\b|\b{SAYING} {WRONGLY}\b"
    r"|\b(?:was|were) (?:wrong|mistaken) to (?:report|say|state|write)\b"
    r"|\bapologi[sz]e[sd]? (?:[\w-]+ ){0,6}?for (?:reporting|saying|stating|writing|having (?:reported|said|stated))\b)"
)
EARLIER = re.compile(
    rf"(?ai:\b(?:an|the|this|our) (?:earlier|previous|original|first) (?:version|edition)[^.;]{{0,60}}? {SAYING}\b)"
)
REPORTED_AS_WRONG = re.compile(rf"(?ai:\b{REPORT}[^.;]{{0,60}}? that (?P<what>.{{8,300}}?),? {BE} {WRONG})")
NOUN_AS_WRONG = re.compile(rf"(?ai:\b{REPORT} (?:of|about) (?P<what>[^.;]{{3,60}}?),? {BE} {WRONG})")
CONTRARY = re.compile(
    rf"(?ai:\b(?:contrary to|contradicting) (?:[\w'’-]+ ){{0,4}}?(?:{REPORT}|rumours?|rumors?)\b"
    r"|\bcontrary to what )"
)
NO_EVIDENCE = re.compile(
    r"(?ai:\b(?:found no evidence (?:at all )?|it (?:is|was) (?:not true|untrue|false|wrong) )that (?P<what>.{8,300}?)"
    r",? as (?:had been |was |were |has been )?(?:[\w’'-]+ ){0,4}?(?:reported|claimed|printed|published)\b)"
)
SETUP = re.compile(r"(?ai:\b(?:reported|said|stated|wrote|published|printed|claimed)\b[^;]{0,120}?\bthat\b)")
BY_MEDIA = re.compile(
    rf"(?ai:\b{MEDIA}\b(?: [\w'’-]+){{0,6}}? (?:said|stated|claimed)\b|\b(?:reported|published|printed)\b)"
)
REFERS = re.compile(
    rf"(?ai:^(?:this|that|it|(?:the|that|this|our|its) (?:{REPORT}|statement|information)) {BE} {WRONG}"
    r"|\b(?:shown|found|established|confirmed|learnt|learned) that (?:it|this|that) "
    rf"(?:(?:was|is|were) not(?: so| true| the case)?\s*[.,]|{BE} {WRONG}))"
)
IN_FACT = re.compile(
    rf"(?ai:\b{REPORT} (?:had )?(?:said|suggested|claimed|stated) that (?P<what>[^;]{{8,200}}?)[;,] "
    r"(?:but |when )?in fact\b)"
)
SAID_AFTER = re.compile(r"(?ai:, (?:[\w’'-]+ ){1,6}said,?\s*$)")
# "She has not.": what the sentence before reports is denied, without its words.
ELLIPSIS = re.compile(
    r"(?ai:^(?:in fact,? )?(?:[A-Z]\w+ )?[\w’'-]+ (?:has|have|had|is|was|were|are|did|does|do) not(?: \w+)?\s*\.$)"
)
FIGURE = r"(?:\d[\d,.]*\d|\d)"
NOT_FIGURE = re.compile(rf"(?a:\b(?P<right>{FIGURE})(?P<rest> [^.;]{{0,60}}?), (?:and )?not (?P<wrong>{FIGURE})\b)")
CORRECTING = re.compile(rf"(?ai:\b(?:correction|clarification|corrected|{WRONGLY}|earlier version)\b)")
STANDS_BY = re.compile(rf"(?ai:\b(?:stands?|stood|standing) by (?:its|the|our|their|his|her) (?:{REPORT}|reporting)\b)")
# At the end of what stands before the words of a withdrawal: asked for, doubted or denied.
UNCERTAIN = re.compile(
    r"(?ai:\b(?:if|whether|unless|not|never|\w+n['’]t|would|could|might|may|must|should|refus\w+|declin\w+|demand\w*|"
    r"ask\w*|urg\w+|call(?:s|ed|ing)?|threaten\w*|alleg\w+|accus\w+|to)(?: [\w-]+){0,3} *$)"
)
# Who must know whether it was so, and has no report of his own to defend.
KNOWS = re.compile(
    r"(?ai:\b(?:police|superintendent|inspector|constable|sheriff|coroner|hospital|court|judge|inquiry|inquest|"
    r"investigators?|fire (?:service|brigade|chief)|firefighters|ombudsman|press council|election commission|"
    r"health office|medical officer)\b)"
)
# What the police say of officers, and a hospital of its doctors, they say of themselves.
CONCERNED = re.compile(rf"{KNOWS.pattern}|(?ai:\b(?:officers?|detectives?|doctors?|nurses?|guards?|wardens?)\b)")
THAT = re.compile(r"(?ai:\bthat\b\s*,?\s*)")
WHOSE = r"(?P<whose>\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)|[A-Z][\w-]+(?: [A-Z][\w-]+)*['’]s?)"
EVENT = re.compile(
    rf"(?a:{WHOSE} (?:\w+ )?(?P<noun>{'|'.join(NOUNS)})\b"
    r"(?: of (?P<of>(?:Mr |Mrs |Ms |Dr )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*))?)"
)
AFTER = re.compile(
    rf"(?ai:,? (?:and|but) (?:it|this|that|the {REPORT}|{TAKEN_BACK}|apologi)|;|, which (?:was|is)| — | – )"
)
TOLD = re.compile(r"(?ai:\b(?:denied|denies|not|never)\b)")
OWN = re.compile(
    r"(?ai:\b(?:we|our|this (?:newspaper|paper|article|story|website))\b"
    r"|\b(?:same|earlier|previous) (?:article|version|edition)\b)"
)
