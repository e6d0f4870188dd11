"""Small invented sets of articles: what is taken back in each, and sets in which nothing may be."""

from datetime import date
from typing import NamedTuple

from summarizer.articles.nouns import Article
from summarizer.articles.topic import Topic


class Told(NamedTuple):
    """One article: its paper, the day of May 2031 on which it came out, its sentences."""

    outlet: str
    day: int
    text: str


class Set(NamedTuple):
    """Articles on one event, and the sentences that must be withheld, by how they begin."""

    name: str
    articles: tuple[Told, ...]
    withheld: tuple[str, ...] = ()


def topic_of(articles: tuple[Told, ...]) -> Topic:
    return Topic.of(
        [
            Article(
                id=f"s{n}",
                path=f"{n}.txt",
                sha256=str(n),
                encoding="utf-8",
                media_type="text/plain",
                text=told.text,
                outlet=told.outlet,
                published=date(2031, 5, told.day),
            )
            for n, told in enumerate(articles, 1)
        ]
    )


TAKEN_BACK = (
    Set(
        "an earlier version",
        (
            Told("Alder Post", 3, "The Norwick bridge has collapsed after four days of rain. Two roads were closed."),
            Told(
                "Norwick Herald",
                4,
                "The river at Norwick stood at 4.1 metres on Sunday. An earlier version of this article said that the "
                "Norwick bridge had collapsed. The bridge was closed as a precaution.",
            ),
        ),
        ("The Norwick bridge has collapsed", "An earlier version"),
    ),
    Set(
        "a report that its paper has withdrawn",
        (
            Told("Tarn Weekly", 5, "Lena Park has resigned as mayor of Ostin. She will leave at the end of June."),
            Told(
                "Ostin Echo",
                7,
                "The Tarn Weekly has withdrawn its report that the mayor of Ostin, Lena Park, had resigned. The "
                "council meets on Friday.",
            ),
        ),
        ("Lena Park has resigned", "She will leave"),
    ),
    Set(
        "false, police said",
        (
            Told("Pell Star", 8, "Two children were missing in the woods near Pell on Thursday night."),
            Told(
                "Pell Times",
                9,
                "Reports that two children were missing in the woods near Pell were false, police said on Friday. "
                "The search was called off.",
            ),
        ),
        ("Two children were missing",),
    ),
    Set(
        "wrongly reported, with a figure in words",
        (
            Told("Brask Mail", 2, "Fourteen people died in the fire at the Brask mill. The roof fell in at noon."),
            Told(
                "Vale News",
                3,
                "Four people died in the fire at the Brask mill, the fire service said. The Brask Mail wrongly "
                "reported that 14 people had died in the fire at the mill.",
            ),
        ),
        ("Fourteen people died",),
    ),
    Set(
        "by reference",
        (
            Told("Hemmer Post", 6, "The school in Hemmer was evacuated on Tuesday after a smell of gas."),
            Told(
                "Hemmer Post",
                7,
                "On Tuesday we reported that the school in Hemmer had been evacuated. That was incorrect. Lessons went "
                "on as usual.",
            ),
        ),
        ("The school in Hemmer was evacuated", "On Tuesday we reported"),
    ),
    Set(
        "contrary to earlier reports",
        (
            Told("Quay Mail", 6, "The ferry was carrying passengers when it struck the pier at Orlund."),
            Told(
                "Orlund Herald",
                7,
                "Contrary to earlier reports, the ferry was not carrying passengers. Its crew of five were unhurt.",
            ),
        ),
        ("The ferry was carrying passengers",),
    ),
    Set(
        "a death that was none",
        (
            Told("Peak Journal", 11, "The climber Ivo Marsh has died in hospital. He was 44."),
            Told(
                "Valley Post",
                12,
                "Reports of the death of Ivo Marsh were wrong, the hospital said on Monday. He is out of danger.",
            ),
        ),
        ("The climber Ivo Marsh",),
    ),
    Set(
        "no evidence, as had been reported",
        (
            Told("Daily Flash", 11, "The pilot had been drinking before the flight, a source said."),
            Told(
                "Coast Times",
                20,
                "The inquest found no evidence that the pilot had been drinking before the flight, as had been "
                "reported. The jury heard nine witnesses.",
            ),
        ),
        ("The pilot had been drinking",),
    ),
    Set(
        "an arrest under the name and under the office, and on the paper's word",
        (
            Told("Marl Courier", 5, "The head of the Marl ferry company was arrested at his office on Monday."),
            Told(
                "North Gazette",
                6,
                "Tomas Reuter, who leads the company, was taken away in a police car, the Marl Courier reported. "
                "Tickets remain valid, the company said.",
            ),
            Told(
                "Marl Courier",
                8,
                "On Monday we reported that Tomas Reuter, the head of the Marl ferry company, had been arrested. This "
                "was wrong. Mr Reuter was not arrested. We withdraw the report and apologise to him.",
            ),
        ),
        ("The head of the Marl ferry", "Tomas Reuter, who leads", "On Monday we reported"),
    ),
    Set(
        "it was not so, tests have shown",
        (
            Told("Evening Sun", 4, "The fish in the Aller were killed by acid from the dye works. Anglers are angry."),
            Told(
                "Aller Observer",
                9,
                "The Evening Sun reported that the fish in the Aller had been killed by acid from the dye works. Tests "
                "have since shown that this was not the case.",
            ),
        ),
        ("The fish in the Aller were killed", "The Evening Sun reported"),
    ),
    Set(
        "a licence that was not lost",
        (
            Told("Post", 3, "Dr Anna Roe has lost her licence, the Post has learned. Patients were told by letter."),
            Told(
                "Post",
                4,
                "Clarification: A story published on Tuesday stated that Dr Anna Roe had lost her licence. She has "
                "not. The board is still looking into it.",
            ),
        ),
        ("Dr Anna Roe has lost", "Clarification: A story"),
    ),
    Set(
        "one figure, not the other",
        (
            Told("Post", 3, "Police made 40 arrests at the rally in Lund. The march ended at noon."),
            Told(
                "Gazette",
                4,
                "Correction: The Gazette on Tuesday incorrectly stated the number of arrests at the rally. Police made "
                "11 arrests at the rally in Lund, not 40.",
            ),
        ),
        ("Police made 40 arrests",),
    ),
    Set(
        "a story that was taken down",
        (
            Told("Sentinel", 3, "The team's coach, Rob Tarn, has quit after a row with the owner."),
            Told(
                "Echo",
                5,
                "The Sentinel took down an article that claimed that the team's coach had quit. Tarn will lead the "
                "team on Sunday.",
            ),
        ),
        ("The team's coach",),
    ),
    Set(
        "contradicting earlier reports",
        (
            Told("Post", 3, "Shots were fired at the station on Monday morning. Trains ran late."),
            Told("Echo", 5, "No shots were fired at the station, police said, contradicting earlier reports."),
        ),
        ("Shots were fired",),
    ),
)

POLICE_FALSE = "Reports that the depot in Lund had been searched were false, police said on Friday."
TRAPS = (
    Set(
        "a denial by the accused",
        (
            Told("Post", 3, "The treasurer, Daan Veld, has taken 40,000 crowns from the fund."),
            Told(
                "Echo",
                4,
                "Daan Veld denied that he had taken the money. “The report that I have taken 40,000 crowns from the "
                "fund is false,” he said. His lawyer said that the claim that Daan Veld had taken 40,000 crowns from "
                "the fund was untrue.",
            ),
        ),
    ),
    Set(
        "a paper that stands by its report",
        (
            Told("Lund Mail", 8, "The depot in Lund was searched on Thursday morning."),
            Told("Lund Times", 9, f"{POLICE_FALSE} The Lund Mail said that it stood by its report."),
        ),
    ),
    Set(
        "an offer that was withdrawn",
        (
            Told("Post", 3, "Corvex has made an offer of 12 crowns a share. The board had been asked to accept it."),
            Told("Echo", 5, "Corvex has withdrawn its offer of 12 crowns a share. It withdrew the offer on Friday."),
        ),
    ),
    Set(
        "products that were recalled",
        (
            Told("Post", 3, "The Veldt dairy sold 4,000 wheels of a soft cheese in May."),
            Told("Echo", 5, "The Veldt dairy has withdrawn its soft cheese from shops, and apologised for the error."),
        ),
    ),
    Set(
        "the spelling of a name",
        (
            Told("Post", 3, "Lena Park has resigned as mayor of Ostin."),
            Told(
                "Echo",
                4,
                "An earlier version of this article misspelled the name of the mayor of Ostin, Lena Park. An earlier "
                "version of this article said that her name was Lina Park.",
            ),
        ),
        ("An earlier version of this article said",),  # by itself it tells a wrong name
    ),
    Set(
        "two events",
        (
            Told("Post", 3, "A footbridge in Belmont has collapsed, and three people were hurt."),
            Told("Echo", 4, "The Daily Tor has withdrawn its report that a footbridge in Arden had collapsed."),
        ),
    ),
    Set(
        "a figure of something else",
        (
            Told("Post", 3, "The Brask mill was sold in 1990. The Brask mill employs 1,908 people."),
            Told(
                "Echo",
                4,
                "Correction: the Echo wrongly reported that the Brask mill was built in 1908. It was built in 1890.",
            ),
        ),
    ),
    Set(
        "what happened after all, later",
        (
            Told("Echo", 6, "The Marl Courier has withdrawn its report that Tomas Reuter had been arrested."),
            Told("Post", 9, "Tomas Reuter was arrested on Friday."),
        ),
    ),
    Set(
        "asked for, refused, threatened",
        (
            Told("Post", 3, "Lena Park has resigned as mayor of Ostin."),
            Told(
                "Echo",
                4,
                "Her lawyer asked the Post to withdraw its report that Lena Park had resigned. The Post has not "
                "withdrawn its report that Lena Park had resigned. It would have withdrawn its report that Lena Park "
                "had resigned, it said, had she answered. If the report that Lena Park had resigned was wrong, it "
                "would say so.",
            ),
        ),
    ),
    Set(
        "a ministry at war, and police about themselves",
        (
            Told("Post", 3, "Fifty soldiers were killed near Tavar on Sunday. Officers had beaten the prisoner."),
            Told(
                "Echo",
                4,
                "Reports that fifty soldiers were killed near Tavar were false, the defence ministry said. Reports "
                "that officers had beaten the prisoner were false, police said.",
            ),
        ),
    ),
    Set(
        "another person, another deed",
        (
            Told(
                "Post",
                3,
                "Tomas Reuter was interviewed on Monday. Tomas Reuter's deputy, Jan Holt, was arrested. A man of 41 "
                "was arrested at the works. The head of the Marl hospital was arrested in April.",
            ),
            Told(
                "Echo",
                6,
                "Reports that Tomas Reuter, the head of the Marl ferry company, had been arrested were wrong.",
            ),
        ),
    ),
    Set(
        "what the police said stays theirs",
        (
            Told("Post", 3, "Tomas Reuter was arrested at his home, police said. A judge had signed the warrant."),
            Told("Echo", 6, "The Marl Courier has withdrawn its report that Tomas Reuter had been arrested."),
        ),
    ),
)
