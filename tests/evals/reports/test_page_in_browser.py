"""The page in a real browser: what is chosen is lit and brought into view, by mouse and by keyboard alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Tab, browser, installed
from sample_runs import hostile_report, report

from summarizer.evals.reports import page

LIT = '[...document.querySelectorAll(".text .on")].filter(e => e.checkVisibility()).map(e => e.textContent).join("|")'
SHOWN = '[...document.querySelectorAll("section.case")].filter(e => e.checkVisibility()).map(e => e.id).join()'
BAR = 'document.querySelector("#bar").checkVisibility() ? document.querySelector("#bar span").textContent : ""'
FOCUS = "document.activeElement.textContent"


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    program = installed()
    if program is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with browser(program) as found:
        yield found


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page.render([report()]), encoding="utf-8")
    return path


def test_the_index_leads_to_one_case_at_a_time(tab: Tab, shown: Path) -> None:
    tab.open(shown)
    assert tab.run(SHOWN) == ""
    tab.run('document.querySelector(".index a").click()')
    assert tab.run(f"new Promise(done => setTimeout(() => done({SHOWN}), 50))") == "c0"
    assert tab.errors == []


def test_a_click_on_a_sentence_lights_its_spans_through_every_cut(tab: Tab, shown: Path) -> None:
    tab.open(shown, "#c0")
    tab.run('document.querySelectorAll("#c0 .said")[1].click()')
    assert tab.run(LIT) == "struck the north pier of Orlund| on Tuesday evening|, and |nine passengers were hurt"
    assert tab.run(BAR) == "b2: place 1 of 1, in herald.txt"
    tab.run("""document.querySelector('#c0 button[data-k="b0"]').click()""")
    assert tab.run(LIT).startswith("A ferry with 212 people aboard ")


def test_a_click_on_a_place_leads_back_to_what_cites_it(tab: Tab, shown: Path) -> None:
    tab.open(shown, "#c0")
    for expected in ("b1", "b2", "f1"):
        tab.run("""[...document.querySelectorAll('#c0 .text [data-k~="f0"]')][0].click()""")
        assert tab.run('document.querySelector("#c0 .left li.on button.key").textContent') == expected


def test_the_keyboard_does_what_the_mouse_does(tab: Tab, shown: Path) -> None:
    tab.open(shown, "#c0")
    tab.run("""document.querySelector('#c0 button[data-k="b2"]').focus()""")
    tab.key("ArrowUp")
    assert tab.run(FOCUS) == "b2"
    tab.key("Enter")
    assert tab.run(BAR) == "b2: place 1 of 1, in herald.txt"
    assert tab.run('document.activeElement.getAttribute("aria-pressed")') == "true"
    tab.key("Escape")
    assert tab.run(LIT) == ""
    assert tab.run(BAR) == ""
    assert tab.run(FOCUS) == "b2"


@pytest.mark.parametrize(("width", "height"), [(1400, 700), (390, 700)])
def test_what_is_chosen_is_brought_into_view(tab: Tab, shown: Path, width: int, height: int) -> None:
    tab.open(shown, "#c0", width, height)
    tab.run("""document.querySelector('#c0 button[data-k="f2"]').click()""")
    assert tab.run(LIT) == "Divers found no hole in the hull"
    box = "document.querySelector('.text .on').getBoundingClientRect()"
    assert 0 <= tab.run(f"{box}.top") <= height
    assert tab.run("document.documentElement.scrollWidth <= innerWidth"), "nothing stands beyond the edge"


def test_a_place_that_the_brief_has_not_lights_nothing(tab: Tab, shown: Path) -> None:
    tab.open(shown, "#c0")
    tab.run("""document.querySelector('#c0 button[data-k="b2"]').click()""")
    assert tab.run(BAR) == "b3 stands at no place in the sources"


def test_a_dark_screen_gets_a_dark_page(tab: Tab, shown: Path) -> None:
    colours = []
    for dark in (False, True):
        tab.open(shown, "#c0", dark=dark)
        colours.append(tab.run("getComputedStyle(document.documentElement).backgroundColor"))
    assert colours == ["rgb(251, 250, 246)", "rgb(25, 24, 22)"]


def test_hostile_articles_run_nothing_and_break_no_policy(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page.render([hostile_report()]), encoding="utf-8")
    tab.errors.clear()
    tab.open(path, "#c0")
    assert tab.run("document.querySelectorAll('script, style').length") == 2
    assert tab.run("document.querySelectorAll('img, iframe, object, link, [onerror], [onmouseover]').length") == 0
    tab.run("document.querySelectorAll('#c0 button.key').forEach(button => button.click())")
    assert tab.errors == []


def test_even_markup_that_got_through_could_run_nothing(tab: Tab, shown: Path, tmp_path: Path) -> None:
    path = tmp_path / "breached.html"
    text = shown.read_text(encoding="utf-8")
    evil = '<script>window.evil = 1</script><img src=x onerror="window.evil = 2"><b style="color: red">b</b>'
    path.write_text(text.replace("</main>", f"{evil}</main>"), encoding="utf-8")
    tab.errors.clear()
    tab.open(path)
    assert tab.run("String(window.evil)") == "undefined"
    assert len([error for error in tab.errors if "Content Security Policy" in error]) >= 3
