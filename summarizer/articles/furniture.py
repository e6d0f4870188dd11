"""The shapes of what stands on a news page and is no sentence of the article: buttons, captions, credits, adverts.

Tables and small tests over one line or one sentence, without context; `lines` decides with the context. A pattern earns
its place only if no sentence that a reporter writes begins or ends that way: to lose a sentence of the article is worse
than to keep a caption. Every pattern is anchored and free of nested repeats, so that any line costs linear time.
"""

import re
from collections.abc import Callable

MAX_LENGTH = 400  # code points; nothing longer is furniture as a whole

_AGENCIES = (
    "Reuters|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|Yonhap|TASS|Tass|Xinhua|dpa|DPA|Kyodo|"
    "Kyodo News|Interfax|ANSA|EFE|PTI|ANI|IANS|UPI|CNN|BBC|NHK|Bernama|Anadolu|Ukrinform|RIA Novosti|CBS|CBSLA|"
    "Bloomberg|PA|CP|AAP|KCNA|ISNA|IRNA"
)
AGENCIES = frozenset(_AGENCIES.split("|"))

# Whole lines, compared in lower case without the signs around them.
_PHRASES = (
    "advertisement|ad|alertme|also|also see|see also|article|article excerpt|news|share|tweet|email|print|comments|"
    "comment|related|related gallery|related articles|related stories|related content|related topics|related video|"
    "further reading|read more|more|more on this story|top stories|most read|most popular|trending|trending now|"
    "text size|hide transcript show transcript|hide transcript|show transcript|good|like|reply|subscribe|sign in|"
    "log in|menu|search|home|skip to main content|skip to content|newsletter|newsletters|gallery|photos|video|videos|"
    "watch live|listen|transcript|show caption|hide caption|toggle caption|enlarge this image|image caption|"
    "media caption|story highlights|highlights|play video|close|next|previous|back to top|all rights reserved|"
    "editor's picks|editors' picks|recommended|recommended for you|you may also like|you might also like|follow us|"
    "share this|share this article|share this story|save|getty images|discussions|discussion|post a comment|"
    "leave a comment|leave a reply|add a comment|be the first to like this|good articles to share|loading|"
    "loading video|play slideshow|continue reading|continue reading the main story|story continues below|"
    "story continues below advertisement|article continues below|latest news|breaking news|world|politics|opinion|"
    "sponsored|sponsored content|promoted|cookie settings|accept cookies|accept all cookies|privacy policy|"
    "terms of use|terms of service|contact us|about us|photo gallery|sponsored by|up next|now playing|exclusive|"
    "related headlines|click to expand|view comments|show comments|hide comments|no comments|jump to comments|"
    "be the first to comment|media playback is unsupported on your device"
)
PHRASES = frozenset(_PHRASES.split("|"))

# A line of nothing but these is a row of buttons.
_BUTTONS = """
    share shares shared tweet tweets pin pinterest email e-mail mail print facebook twitter x whatsapp linkedin reddit
    copy copied link links save comment comments like likes reply messenger telegram flipboard google plus reset
    instagram youtube rss skype tumblr sms"""
BUTTONS = frozenset(_BUTTONS.split())

# A row of nothing but these, four at least or in capitals, is the menu of a site.
_SECTIONS = """
    home news sport sports business politics opinion comment culture lifestyle life style travel weather tv radio video
    puzzles games health science tech technology money arts music film food world local showbiz entertainment motoring
    property jobs shop obituaries letters blogs podcasts live menu more about contact subscribe search archive login"""
SECTIONS = frozenset(_SECTIONS.split())
BREADCRUMB = re.compile(r"[^<>.!?]{1,40}(?: [>›»] [^<>.!?]{1,40}){1,6}")

# How lines begin that ask the reader for something, or that belong to a picture. One topic a row, in lower case as are
# the lines that it is held against: a pattern that ignores case takes twice as long to compile.
_STARTS = (
    r"sign up (?:now|here|today|for (?:our|the|free|your)|to (?:get|receive|our))|subscribe (?:to|now|today|for)\b",
    r"click (?:here|on the|to (?:view|read|see|share|expand))|tap here|continue reading|read(?: more| also)\b",
    r"read or share this|read (?:the full|the original|next)\b.{0,60}(?:article|story|here|:)",
    r"follow .{1,80}(?: on (?:twitter|facebook|instagram|x\b|youtube|telegram)|@\w|https?:)|follow us\b|like us on\b",
    r"join the (?:conversation|discussion)|join us on\b|download (?:the|our) .{1,60}\bapp\b",
    r"get (?:the|our) .{0,40}\bapp\b|get .{1,60}(?:newsletter|notifications|inbox|news alerts|email alerts)",
    r"want (?:more )?(?:stories|news|updates)\b|(?:got|have) a (?:news |story )?tip\b",
    r"(?:submit|send|send us) your .{0,40}(?:tips|photos|letter|videos?|news)\b",
    r"contact (?:reporter|us\b|the (?:reporter|author|writer|editor|newsroom)|staff)",
    r"enlarge this image|image (?:copyright|caption|source|credit)\b|media caption\b|media playback is|getty images",
    r"(?:this )?(?:photo|image|picture|photograph|caption|credit|video|graphic|image source)s?"
    r" ?(?:by|credit|caption|courtesy)? ?:",
    r"(?:photo|image|picture)s? (?:by|courtesy) |\(?(?:ap|afp|reuters|epa) photo\b",
    r"related(?: \w+)?:|related headlines|updates on this story|more from [\w .'’&-]{2,30}:",
    r"most (?:read|viewed|popular)\b:?\s?$|you (?:may|might) also (?:like|be interested)",
    r"(?:see|read) also:|also (?:see|read):",
    r"(?:see|read|watch|listen|more|also|archive|slideshow|gallery|photo gallery|raw interview|facebook live):",
    r"(?:live updates|poll|quiz|interactive|explainer|keywords|filed under|posted in|read more about|global coverage):",
    r"(?:tags?|topics?|category|categories):",
    r"page \d+ of \d+|showing \d+|be the first to (?:like|comment|share|know)|post a comment|leave a (?:comment|reply)",
    r"\(*(?:\(c\)|©|copyright (?:©|\(c\)|\d{4})) ?[\d\w]|th(?:is|ese) materials? may not be ",
    r"(?:this|our) (?:web ?site|site|page) uses cookies|we use cookies",
    r"by (?:continuing to (?:use|browse)|using) (?:this|our|the) (?:web)?site",
    r"share this (?:article|story|page|post|with)|(?:print|email) this (?:article|story|page)|editor['’]s note:|h/t\b",
    r"this (?:story|article|report|post) (?:was|has been|is) (?:originally |first )?"
    r"(?:published|updated|corrected|part of|produced|provided|sponsored|supported)\b",
    r"this (?:story|article|post) (?:originally|first) (?:appeared|ran)\b|originally published",
    r"for (?:more|the latest|all the latest)\b.{0,60}(?:click|visit|follow|go to|subscribe|sign up|download)\b",
    r"hide transcript|text size|loading video|story highlights|advertisement\b.{0,20}$|new you can now listen",
    r"you have (?:read|viewed|used) (?:\d+|one|two|three|all) of your",
    r"you have \d+ (?:free )?articles? (?:left|remaining)|consider (?:supporting us|(?:making )?a donation)\b",
    r"if you (?:value|enjoy|like|appreciate) .{0,60}(?:journalism|reporting|this (?:article|site|newsletter))\b.{0,40}"
    r"(?:please|consider|support|subscribe|donate)|webinar:|advertorial\b",
    r"every (?:crown|pound|dollar|euro|penny|cent|little) (?:helps|counts)\W*(?:$|(?:thank|donate|support)\b)",
    r"join (?:over |more than )?\d[\d,.]* (?:readers|subscribers|members)\b",
    r"(?:have|got) (?:you got )?(?:a|any) (?:story|tip)\b|do you have a (?:story|tip)\b",
    r"your browser does not support|please enable javascript|javascript is (?:disabled|required)",
)
STARTS = re.compile(rf"\W{{0,3}}(?:{'|'.join(_STARTS)})")
# Only in capitals, or as one word before a dash: a sentence may begin with these words too.
CAPTION_STARTS = re.compile(
    r"\W{0,2}(?:FILE ?[-–—:(]|FILE PHOTO|CORRECTS |PHOTOS? |VIDEO |WATCH |RELATED |FILE\b.{0,12} - |Provided by [A-Z]|"
    r"In this (?:(?:[A-Z][\w.]*,?|\d{1,4},?|file|combination|undated|aerial|handout|courtroom|still) ){0,7}"
    r"(?:photo|image|picture|photograph|frame grab|video grab)\b|"
    r"[A-Z][\w'’ .-]{1,40} (?:is|are) (?:seen|pictured|shown) in this )"
)
_ENDS = (
    r"\((?:ap|afp|reuters|epa|getty|file|courtesy) ?(?:photo|images?)? ?[/:][^()]{0,80}\)",
    r"\((?:ap|afp|reuters|file|courtesy) photo[^()]{0,60}\)|\(getty images\)",
    r"\((?:photo|image|picture|credit|photograph)s?(?: by| credit| courtesy)? ?[:/]? [^()]{1,100}\)",
    r"(?:getty images|istockphoto|shutterstock)\)?|\.\.\. \((?:associated press|ap|reuters|afp)\)",
    r"\bclick here|all rights reserved|read (?:or share )?this story:? https?\S+|\bplay slideshow.{0,50}",
    r"your inbox|submit .{0,30} here",
)
ENDS = re.compile(rf"(?:{'|'.join(_ENDS)})\W*$")
# Phrases that a page's script puts between sentences, wherever they stand; nobody writes them in one.
INNER = re.compile(
    r"(?:Advertisement )?Continue reading the main story|(?:Story|Article) continues below(?: advertisement)?|"
    r"Media playback is (?:un)?supported on (?:this|your) device|Image (?:copyright|source) .{1,40}? Image caption|"
    r"Enlarge this image toggle caption|Hide Transcript Show Transcript|Story highlights|STORY HIGHLIGHTS|"
    r"^WEBVTT\b|Share this with Email Facebook|Play Video Close|Read or Share this story: \S+|loading video\.\.\.|"
    r"(?<=[.!?\"”’] )Advertisement(?=$| [A-Z])|\((?:Photo|Image): [^()]{1,100}\)"
)
CREDIT = re.compile(
    r"[^.!?]{2,60}? ?/ ?(?:AP|AFP|Reuters|REUTERS|Getty|Facebook|Twitter|Instagram|NPR|EPA|Handout|Flickr|YouTube)\b"
    r"[^.!?]{0,40}"
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+|(?ai:twitter|facebook|google\+|instagram|email|e-mail|\|)\W?"
)

_BYLINES = (
    r"(?ai:contributing|information from|source|sources|byline|author) ?: .{1,120}",
    r"(?ai:additional |with )?(?ai:reporting|writing|editing|compiled|translated|edited|reported|written)"
    r"(?: (?ai:and) \w+)? (?:by|from) .{1,250}",
    r".{2,150} (?ai:contributed) (?:reporting )?to this (?:report|story|article|post)\W*|(?ai:with files from) .{1,80}",
    r".{2,100} (?ai:reported from) [A-Z][\w ,]{1,40}(?:;|\. .{2,60} (?ai:from) ) ?.{2,80}",
)
BYLINES = re.compile(rf"\W{{0,4}}(?:{'|'.join(_BYLINES)})\W{{0,4}}")
MAX_IMPRINT = 160  # code points
POSTED = re.compile(
    r"(?ai:posted|published|written|filed)(?ai: by (?P<name>.{2,60}?))? ?(?ai:on|,) (?P<day>[^,]{6,30}?)"
    r"(?: (?ai:in|under) [A-Z][\w &]{1,30})?\.?"
)
PARTED = re.compile(r" ?[|·•] ?|, (?=(?:Updated|updated|[Pp]ublished)\b)")
COUNTER = re.compile(
    r"(?ai)(?:\d{1,4}[ -](?:min(?:ute)?s?)(?: read)?|\d[\d,]{0,8} (?:comments?|shares?|views?|likes?)|"
    r"[^\W\d_]{4,14}|(?:updated|published|posted)? ?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)"
)
BARE = re.compile(r"\W{0,4}(\w.*\w)\W{0,4}")
ROLES = re.compile(
    r"(?i)\b(?:reporter|correspondent|staff writer|editor|columnist|contributor|producer|bureau chief|photographer|"
    r"news staff|associated press writer)\b"
)
_PARTICLES = "and with for the of in de van von der la le el al bin y & at on"
PARTICLES = frozenset(_PARTICLES.split())
_NOT_NAMES = "monday tuesday wednesday thursday friday saturday sunday contrast then now comparison tomorrow"
NOT_NAMES = frozenset(_NOT_NAMES.split())


def is_furniture(text: str) -> bool:
    """Whether a whole line or sentence, without white space around it, is page furniture by its own wording."""
    if len(text) > MAX_LENGTH:
        return False
    inner = INNER.match(text)
    if inner and inner.end() < len(text) and text[-1] in '.!?"”':
        return False  # a phrase of the page glued to a sentence; the phrase alone is marked
    bare = text.strip("\"'“”‘’|*_-–—=.:!…·•>#[]() \t").casefold().replace("’", "'")
    if bare in PHRASES or not any(c.isalpha() for c in text):
        return True
    words = bare.split()
    if all(w.strip("+|,:0123456789") in BUTTONS or not w.strip("+|,:0123456789") for w in words):
        return True
    if all(ADDRESS.fullmatch(w) or not any(c.isalnum() for c in w) for w in text.split()) and ADDRESS.search(text):
        return True
    if _menu(text):
        return True
    lower = text.lower()
    return bool(STARTS.match(lower) or CAPTION_STARTS.match(text) or ENDS.search(lower)) or _credits(text)


def _menu(text: str) -> bool:
    """A row of a site's sections, or the path to the page: HOME NEWS SPORT, Home > News > Recalls."""
    words = text.split()
    if len(words) > 16 or text[-1] in ".!?":
        return False
    if text.split(" ")[0].casefold() in SECTIONS and BREADCRUMB.fullmatch(text):
        return True
    row = [w.casefold().strip("|·•/&,") for w in words]
    sections = all(w in SECTIONS or not w for w in row) and any(row)
    return sections and (len(words) > 3 or (len(words) == 3 and text.isupper()))


def is_byline(text: str) -> bool:
    """Whether a whole line says who wrote or supplied the article, and nothing else."""
    if len(text) > MAX_LENGTH:
        return False
    if _credits(text):
        return True
    words = text.split()
    by = next((i for i, w in enumerate(words[:2]) if w.casefold().strip(":") == "by"), None)
    if by is not None and _names(words[by + 1 :]):
        return by == 0 or words[0].casefold() in {"story", "words", "text", "report", "photos", "video"}
    short = len(words) <= 10 and text[-1:] not in ".!?"
    return short and bool(ROLES.search(text)) and _names(ROLES.sub("", text).split())


def is_imprint(text: str, dated: Callable[[str], bool]) -> bool:
    """Whether a line is made of who, when and counters, parted by bars, or says "Posted by Ann on 6 March 2031".

    `dated` says whether a part is a date. One part at least must say who or when.
    """
    if len(text) > MAX_IMPRINT:
        return False
    posted = POSTED.fullmatch(text)
    if posted and dated(posted["day"]):
        return bool(posted["name"] is None or _names(posted["name"].split()))
    parts = [part.strip() for part in PARTED.split(text)]
    if len(parts) < 2:
        head, _, tail = text.rpartition(", ")
        return is_byline(head) and dated(tail)
    said = [is_byline(part) or dated(part) for part in parts]
    return any(said) and all(s or COUNTER.fullmatch(part) for s, part in zip(said, parts, strict=True))


def _credits(text: str) -> bool:
    """Whether a whole line is a credit in one of the usual forms, or nothing but one or two agencies."""
    bare = BARE.fullmatch(text)
    named = bare[1].split("/") if bare else []
    return (1 <= len(named) <= 2 and AGENCIES.issuperset(named)) or bool(BYLINES.fullmatch(text))


def is_name(text: str) -> bool:
    """Whether a line could be a person's name alone: two to four capitalised words and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 4 and text[-1:].isalpha() and _names(words)


def _names(words: list[str]) -> bool:
    """Whether all words are capitalised or stand between names, and no day or number is among them."""
    bare = [w.strip("|,;/()-–—*_") for w in words]
    if not 1 <= len(bare) <= 16 or any(c.isdigit() for w in bare for c in w):
        return False
    if any(w.casefold().strip(".") in NOT_NAMES for w in bare):
        return False
    return all(not w or w[0].isupper() or w in PARTICLES or "@" in w for w in bare) and any(
        w[:1].isupper() for w in bare
    )
