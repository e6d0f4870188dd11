"use strict";
// Shows one case at a time, and lights in its sources what is pointed at or chosen in its brief. The page can be read
// without any of this.
(() => {
  const root = document.documentElement;
  const cases = [...document.querySelectorAll("section.case")];
  const index = document.getElementById("index");
  const bar = document.getElementById("bar");
  const told = bar.querySelector("span");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let chosen = null; // {section, key, button, places, at}

  root.classList.add("js");

  function show() {
    clear();
    const found = cases.find((section) => "#" + section.id === location.hash);
    const only = found || (cases.length === 1 && location.hash !== "#index" ? cases[0] : null);
    index.hidden = Boolean(only);
    for (const section of cases) section.hidden = section !== only;
    scrollTo(0, 0);
  }

  function within(section, part, key) {
    return [...section.querySelectorAll(`${part} [data-k~="${key}"]`)];
  }

  // Segments that touch are one place.
  function places(section, key) {
    const found = [];
    for (const span of within(section, ".right", key)) {
      const last = found.at(-1)?.at(-1);
      if (last && last.nextSibling === span) found.at(-1).push(span);
      else found.push([span]);
    }
    return found;
  }

  function clear() {
    for (const lit of document.querySelectorAll(".on")) lit.classList.remove("on");
    for (const button of document.querySelectorAll("[aria-pressed=true]")) button.setAttribute("aria-pressed", "false");
    bar.hidden = true;
    chosen = null;
  }

  function choose(section, key, button) {
    clear();
    chosen = { section, key, button, places: places(section, key), at: -1 };
    for (const lit of section.querySelectorAll(`[data-k~="${key}"]`)) lit.classList.add("on");
    button?.setAttribute("aria-pressed", "true");
    bar.hidden = false;
  }

  function next() {
    const { button, places, key } = chosen;
    const name = button ? button.textContent : key;
    if (!places.length) {
      told.textContent = `${name} stands at no place in the sources`;
      return;
    }
    chosen.at = (chosen.at + 1) % places.length;
    const span = places[chosen.at][0];
    const file = span.closest("article").querySelector("h4").textContent;
    told.textContent = `${name}: place ${chosen.at + 1} of ${places.length}, in ${file}`;
    reveal(span);
  }

  function reveal(element) {
    const behavior = calm.matches ? "auto" : "smooth";
    const pane = element.closest(".right");
    if (pane && getComputedStyle(pane).overflowY === "auto") {
      const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior });
    } else {
      element.scrollIntoView({ block: "center", behavior });
    }
  }

  // From a place in a source back to what cites it; a further click goes to the next that does.
  function back(section, span) {
    const keys = span.dataset.k.split(" ").filter((key) => section.querySelector(`.left li[data-k="${key}"]`));
    if (!keys.length) return;
    const key = keys[(keys.indexOf(chosen?.key) + 1) % keys.length];
    const row = section.querySelector(`.left li[data-k="${key}"]`);
    choose(section, key, row.querySelector("button.key"));
    chosen.at = chosen.places.findIndex((place) => place.includes(span));
    const file = span.closest("article").querySelector("h4").textContent;
    told.textContent = `${chosen.button.textContent}: place ${chosen.at + 1} of ${chosen.places.length}, in ${file}`;
    reveal(row);
  }

  document.addEventListener("click", (event) => {
    const action = event.target.closest("[data-do]")?.dataset.do;
    if (action === "next" && chosen) return next();
    if (action === "back") return leave();
    const section = event.target.closest("section.case");
    if (!section) return undefined;
    const span = event.target.closest(".text [data-k]");
    if (span) return back(section, span);
    if (String(getSelection())) return undefined; // somebody copies a sentence
    const mark = event.target.closest(".left [data-k]");
    if (!mark) return undefined;
    const { k: key } = mark.dataset;
    const button = mark.matches("button") ? mark : mark.querySelector("button.key");
    if (chosen?.section !== section || chosen.key !== key) choose(section, key, button);
    return next();
  });

  function leave() {
    const button = chosen?.button;
    clear();
    if (button) {
      button.focus({ preventScroll: true });
      button.scrollIntoView({ block: "nearest" });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches("button.key")) return;
    const keys = [...event.target.closest("section.case").querySelectorAll("button.key")];
    const to = keys[keys.indexOf(event.target) + step];
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });

  for (const [type, lit] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(type, (event) => {
      const mark = event.target.closest?.("section.case [data-k]");
      if (!mark) return;
      const section = mark.closest("section.case");
      const other = mark.closest(".left") ? ".right" : ".left";
      for (const key of mark.dataset.k.split(" "))
        for (const found of within(section, other, key)) found.classList.toggle("hot", lit);
    });
  }

  for (const button of document.querySelectorAll("button[data-k]")) button.setAttribute("aria-pressed", "false");
  addEventListener("hashchange", show);
  show();
})();
