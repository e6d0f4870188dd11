"""Short closed lists of English words that several mutations look for. The checker has lists of its own."""

import re

_SAID = """said says told tells wrote writes added adds reported reports stated states announced announces noted
notes mentioned explained testified tweeted posted insisted argued claimed claims alleged alleges confirmed confirms
denied denies warned warns suggested suggests believes believed estimated estimates predicted predicts acknowledged
admitted declared countered asserted remarked recalled concluded stressed"""
SAID = tuple(_SAID.split())
_BY = "according to; as stated by; as reported by; as relayed by; as mentioned by; as mentioned in"
BY = tuple(p.strip() for p in _BY.split(";"))
_NOT = """not never no nor neither none nobody nothing without cannot n't can't won't don't didn't doesn't isn't
wasn't aren't weren't hasn't haven't hadn't wouldn't couldn't shouldn't"""
NOT = tuple(w for w in _NOT.split() if w != "n't")
_MAYBE = """may might could would likely unlikely probably possibly perhaps reportedly allegedly alleged apparently
suspected purported supposedly seems seem appears appear appeared seemed expected believed thought feared if unless
whether unconfirmed unverified unclear potential potentially should"""
MAYBE = tuple(_MAYBE.split())
_AUXILIARIES = "is was are were has had have will would can could may might should must does did do"
AUXILIARIES = tuple(_AUXILIARIES.split())
SYMMETRIC = re.compile(
    r"\b(?:and|or|met|meet|meeting|spoke|speak|conferred|talks?|talked|agree[ds]?|between|with|border|war|married|marry|"
    r"versus|vs|share[ds]?|tie[ds]?|join(?:ed|tly)?|consulted|equals?|same|both|near)\b",
    re.IGNORECASE,
)
_PRONOUNS = "he she it they we you i who that this these those there one"
PRONOUNS = tuple(_PRONOUNS.split())
