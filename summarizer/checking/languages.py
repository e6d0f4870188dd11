"""Whether a text is one that the rules know: English. What they don't know is left unchecked, never guessed at."""

import unicodedata
from functools import lru_cache

from summarizer.checking.lexicon import word_set
from summarizer.checking.reading import fold, read

ENGLISH = word_set(
    """the of to in and is was that for on with as by at from has have it his her he she they were are be been had
    not but an this its their said will would which who after over into about more than up out new no or we i
    you a"""
)
FOREIGN = word_set(
    """le la les des du une et est dans pour sur avec que qui pas der die das und ist nicht mit von den dem ein
    eine im zu auf el los las del y es en por con para una como het een van niet dat zijn voor il lo gli della
    di che per non sono och att som det på för med og til av ikke som em os não uma ao jest nie na się że"""
)
LEAST = 6  # words below which function words say nothing


@lru_cache(maxsize=4096)
def unknown(text: str) -> str:
    """Why the rules can't judge `text`; empty if they can."""
    other = [c for c in text[:2000] if c > "\u024f" and c.isalpha()]
    if other and 4 * len(other) > sum(map(str.isalpha, text[:2000])):
        script = unicodedata.name(other[0], "unknown").split()[0].title()
        return f"the rules know English; this is {script} script"
    words = [fold(t.text) for t in read(text[:2000]).tokens if t.key and t.text[0].isalpha()]
    if len(words) < LEAST:
        return ""
    foreign, english = sum(w in FOREIGN for w in words), sum(w in ENGLISH for w in words)
    if foreign > english or (not english and foreign):
        return "the rules know English; this seems to be another language"
    return ""
