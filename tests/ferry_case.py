"""A small made-up event, written as a case to a folder: three articles, one of them about something else."""

import hashlib
from pathlib import Path

from summarizer.evals.cases import reading
from summarizer.evals.cases.nouns import Case

SOURCES = {
    "gazette.txt": """Ferry strikes pier at Orlund, two hurt

The ferry Sigrun struck the main pier at Orlund on Tuesday morning. \
Two passengers were taken to hospital with broken wrists. \
The harbour master, Ane Lund, said that the ferry had lost power.
""",
    "herald.txt": """Orlund pier closed after ferry crash

Orlund's main pier has been closed since the Sigrun ran into it on Tuesday. \
The ferry company said that 84 people were on board. \
Repairs will take six weeks, the town council said.
""",
    "bridge.txt": """Bridge over the Tarn reopens

The bridge over the river Tarn reopened on Monday after two years of work.
""",
}


def write(folder: Path, name: str = "ferry") -> Path:
    """The case `name` below `folder`: the path of its case.yaml."""
    home = folder / name
    (home / "sources").mkdir(parents=True)
    lines = ["format: summarizer.case/1", f"id: {name}", "title: A ferry strikes a pier", "words: 40", "sources:"]
    for file, text in SOURCES.items():
        (home / "sources" / file).write_text(text, "utf-8", newline="\n")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        lines.append(f"  - {{file: {file}, sha256: {sha256}{', relevant: false' if file == 'bridge.txt' else ''}}}")
    lines += ["facts:", "  - id: f1", "    text: The ferry struck the pier.", "    importance: 3", "    support:"]
    lines += ["      - [{file: gazette.txt, quote: The ferry Sigrun struck the main pier at Orlund}]", ""]
    (home / "case.yaml").write_text("\n".join(lines), "utf-8")
    return home / "case.yaml"


def make(folder: Path, name: str = "ferry") -> Case:
    return reading.read(write(folder, name))
