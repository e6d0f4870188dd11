"""`bytes.decode(encoding) == text`, for every file that is read; what is no text is refused with its reason."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles.decoding import Undecodable, decode

GERMAN = "Der Außenminister erklärte am Montag, dass die Gespräche fortgeführt würden; eine Lösung müsse möglich sein."
FRENCH = "Le président a déclaré lundi que l’Europe était prête à répondre, après une réunion à Genève."
POLISH = (
    "Minister spraw zagranicznych powiedział w poniedziałek, że żołnierze zostaną wysłani, ale nie określił dokładnie."
)
CZECH = (
    "Český ministr zahraničí v pondělí řekl, že jednání budou pokračovat příští týden navzdory neshodám mezi stranami."
)
HUNGARIAN = "A külügyminiszter hétfőn azt mondta, hogy a tárgyalások a jövő héten folytatódnak, az eltérések ellenére."
SPANISH = "El presidente declaró el lunes que España está lista. ¿Qué pasó? La reunión será en León."
RUSSIAN = "Министр иностранных дел заявил в понедельник, что переговоры будут продолжены на следующей неделе."
JAPANESE = "外務省は月曜日、部隊が派遣されたとの報道を受けて、大使を呼び出した。大使は詳細を明らかにしなかった。"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        (b"Plain.\r\nTwo\rthree\n", "utf-8", "Plain.\r\nTwo\rthree\n"),
        ("Naïve “quotes” 👩‍👩‍👧 e\u0301".encode(), "utf-8", "Naïve “quotes” 👩‍👩‍👧 e\u0301"),
        (codecs.BOM_UTF8 + b"Marked.", "utf-8", "\ufeffMarked."),
        (codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le"), "utf-16-le", "\ufeffZoë"),
        (codecs.BOM_UTF16_BE + "Zoë".encode("utf-16-be"), "utf-16-be", "\ufeffZoë"),
        (codecs.BOM_UTF32_LE + "Zoë".encode("utf-32-le"), "utf-32-le", "\ufeffZoë"),
        (codecs.BOM_UTF32_BE + "Zoë".encode("utf-32-be"), "utf-32-be", "\ufeffZoë"),
        ("No mark here.".encode("utf-16-le"), "utf-16-le", "No mark here."),
        ("No mark here.".encode("utf-16-be"), "utf-16-be", "No mark here."),
        (GERMAN.encode("latin-1"), "cp1252", GERMAN),
        (FRENCH.encode("cp1252"), "cp1252", FRENCH),
        (b"She said \x93no\x94 \x97 and left.", "cp1252", "She said “no” — and left."),
        (POLISH.encode("cp1250"), "cp1250", POLISH),
        (POLISH.encode("iso8859-2"), "iso8859_2", POLISH),
        (CZECH.encode("cp1250"), "cp1250", CZECH),
        (CZECH.encode("iso8859-2"), "iso8859_2", CZECH),
        (HUNGARIAN.encode("cp1250"), "iso8859_2", HUNGARIAN),
        (SPANISH.encode("latin-1"), "cp1252", SPANISH),
        (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8_r", RUSSIAN),
        (JAPANESE.encode("shift_jis"), "cp932", JAPANESE),
        (b"PKK fighters left. %PDF is a format.", "utf-8", "PKK fighters left. %PDF is a format."),
    ],
)
def test_text_and_encoding(data: bytes, encoding: str, text: str) -> None:
    assert decode(data) == (text, encoding)
    assert data.decode(encoding) == text
    assert decode(data) == decode(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1 text}", "rich text"),
        (b"text with a \x00 in it", "NUL"),
        (bytes(range(256)) * 4, "NUL"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", "control"),
        ("Zoë and Chloë “met” in Malmö.".encode() + "é".encode()[:1], "damaged UTF-8: byte 36"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(data)


@settings(max_examples=150, deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_round_trip(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    try:
        found, name = decode(data)
    except Undecodable:
        return
    assert data.decode(name) == found
    if encoding != "utf-8" or text:
        assert found.lstrip("\ufeff") == text.lstrip("\ufeff")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except Undecodable:
        return
    assert data.decode(encoding) == text


def test_a_large_file_in_another_encoding() -> None:
    data = ((GERMAN + "\n") * 5000).encode("cp1252")
    text, encoding = decode(data)
    assert encoding == "cp1252"
    assert data.decode(encoding) == text
