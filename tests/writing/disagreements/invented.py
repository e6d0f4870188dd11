"""Invented articles of many beats, what they disagree about, and what looks like a disagreement and is none.

A row: what it is about | the articles, a sentence a line | the answers that must stand against each other | those that
are known to be missed. Whatever else is reported of a row is a false alarm. The rows of HELD, as all of
`invented_later`, were written before the rules that they try and not looked at until those stood.
"""

from typing import NamedTuple


class Row(NamedTuple):
    about: str
    articles: tuple[str, ...]
    expected: tuple[tuple[str, ...], ...] = ()  # a piece of each answer, for every disagreement
    beyond: tuple[tuple[str, ...], ...] = ()  # what a reader sees and these rules do not


TRIED = (
    Row(
        "recall of heaters: units, fires, another recall, price",
        (
            """Dornick Home is recalling about 40,000 heaters after reports of fires.
The company has received reports of at least nine fires, none of which caused injuries.
The heaters cost about $80 and were sold between March and November.
In 2019 the company recalled 12,000 kettles.""",
            """A recall announced by Dornick Home covers 46,000 units of its portable heaters.
The safety agency said the heaters had caused twelve fires.
Consumers should stop using the heaters and contact Dornick for a refund of $80.""",
        ),
        (("40,000", "46,000"), ("nine", "twelve")),
    ),
    Row(
        "ferry aground: aboard, cause, injured against treated",
        (
            """The ferry Solveig ran aground off Calder Point on Monday with 43 people aboard.
Its radar had failed minutes before, a passenger said.
Seven passengers were injured, the coast guard said.""",
            """There were 41 people on board the ferry Solveig when it struck rocks off Calder Point on Monday.
The radar was working, the operator said.
Three crew members were treated for shock.""",
        ),
        (("43", "41"), ("failed", "working")),
    ),
    Row(
        "quake: magnitude, dead, another quake, aftershock",
        (
            """A magnitude 6.4 earthquake hit the Talvik valley on Tuesday, killing at least 31 people, officials said.
More than 200 people were injured.
A quake in 1998 killed 4,000 people in the same valley.""",
            """The earthquake in the Talvik valley measured 6.2, the national observatory said.
Rescuers said 38 people had died and 230 were hurt.
An aftershock of magnitude 4.9 followed an hour later.""",
        ),
        (("6.4", "6.2"), ("31", "38")),
    ),
    Row(
        "strike: walk-out, days, offer, another union",
        (
            """Some 2,300 nurses walked out at five hospitals in Ostmark on Monday, the union said.
The hospitals have offered a pay rise of 4 percent.
The strike is to last three days.""",
            """About 1,600 nurses walked out in Ostmark on Monday, according to the hospital board.
The union wants a pay rise of 9 percent.
A strike of 800 cleaners ended last week.""",
        ),
        (("2,300", "1,600"),),
    ),
    Row(
        "election: share, turnout, seats of two parties",
        (
            """Premier Ina Falk won 52 percent of the vote in Sunday's election, with all votes counted.
Turnout was 61 percent.
Her party took 48 of the 90 seats.""",
            """Ina Falk won Sunday's election with 54 percent of the vote.
Turnout was 61 percent, the commission said.
The opposition took 42 seats.""",
        ),
        (("52", "54"),),
    ),
    Row(
        "court: sentence, age, charges, asked and given",
        (
            """Piet Amsel, 34, was sentenced to six years in prison on Friday for fraud.
The prosecution had asked for eight years in prison.
He was convicted on 11 counts.""",
            """A court in Velm sentenced the banker Piet Amsel to five years in prison on Friday.
Amsel, 36, had denied the charges.
Two colleagues were sentenced to two years each.""",
        ),
        (("six", "five"), ("34", "36")),
    ),
    Row(
        "sport: attendance, same score, two matches",
        (
            """Union beat Racing 3-1 in front of 21,000 spectators on Saturday.
Mira Lund scored twice.
On Wednesday 9,000 spectators saw Union lose to Torv.""",
            """Racing lost 3-1 to Union on Saturday before 18,500 spectators.
Union have won 12 games this season.
Racing have won seven games.""",
        ),
        (("21,000", "18,500"),),
    ),
    Row(
        "business: job cuts, loss, whole and part",
        (
            """Carmaker Halden will cut 1,200 jobs at its plant in Brod, the company said on Thursday.
Halden made a loss of 80 million euros last year.
The plant employs 5,000 people.""",
            """The union said Halden will cut 1,500 jobs at the Brod plant.
Some 300 of the jobs are in the paint shop.
Halden employs 31,000 people worldwide.""",
        ),
        (("1,200", "1,500"),),
    ),
    Row(
        "storm: homes without power, wind, per-day and total, later update",
        (
            """The storm left 120,000 homes without power in Westland on Monday.
Gusts reached 140 kilometres an hour.
Crews reconnect about 10,000 homes a day.""",
            """Some 118,000 homes were without power in Westland after the storm.
Gusts of up to 150 kilometres an hour had been forecast.
Two people died in the storm.""",
            """By Wednesday 30,000 homes were still without power in Westland.
Two people were killed.""",
        ),
    ),
    Row(
        "denial against claim",
        (
            """Nordland has sent drones to rebels in Sura, Sura's defence minister said on Monday.
Nordland denied sending drones to the rebels.""",
            """Sura's defence minister accused Nordland of sending drones to the rebels.
Nordland has not commented on the accusation.""",
        ),
        (("denied", "not commented"), ("denied sending", "accused")),
    ),
    Row(
        "confirmed by one, denied by the other",
        (
            """The miner Ardex confirmed that it is in talks to buy Coldwater, a rival.
Ardex shares rose 3 percent.""",
            """The miner Ardex denied that it is in talks to buy Coldwater.
Coldwater declined to comment.""",
        ),
        (("confirmed", "denied"),),
    ),
    Row(
        "who claimed it",
        (
            """The Red Dawn group claimed responsibility for the bombing in Marrow on Tuesday.
Eleven people were killed.""",
            """The Free Valley movement claimed responsibility for the bombing in Marrow.
The bomb killed eleven people.""",
        ),
        (("Red Dawn", "Free Valley"),),
    ),
    Row(
        "when it happened, and another day for another thing",
        (
            """The Larvik road bridge collapsed on Sunday, sending two cars into the fjord.
Divers found one car on Monday.""",
            """The Larvik road bridge collapsed on Saturday night, police said.
Divers found the second car on Tuesday.""",
        ),
        (("Sunday", "Saturday"),),
    ),
    Row(
        "where it happened: opposite ends, and a place within another",
        (
            """The plane crashed in northern Torvia on Friday with nine people aboard.
The pilot had radioed for help.""",
            """The plane crashed in southern Torvia on Friday.
All nine people aboard survived.
The pilot had radioed the tower in Elm for help.""",
        ),
        (("northern", "southern"),),
    ),
    Row(
        "opposite findings about one thing",
        (
            """The driver was sober when the bus left the road near Hask, police said.
The brakes were not tested before the journey.""",
            """The driver was drunk when the bus left the road, a witness said.
The brakes were tested before the journey, the bus company said.""",
        ),
        (("sober", "drunk"), ("not tested", "were tested")),
    ),
    Row(
        "all agree, in other words",
        (
            """A fire at a mill in Hask killed seven workers on Monday.
More than 40 firefighters fought the blaze for six hours.
The mill was closed in 2020 and reopened last year.""",
            """Seven people died when a mill burned in Hask.
About 45 firefighters fought the blaze.
Monday's fire began in the boiler room.
In 2011 a fire at the mill killed two people.""",
        ),
    ),
    Row(
        "subset, range, dead against injured, money of two things",
        (
            """The train derailed near Ulm bridge, injuring 60 people, 12 of them seriously.
The line carries 30,000 passengers a day.
Repairs will cost $4 million.""",
            """Between 50 and 70 people were hurt when the train derailed near Ulm bridge.
Twelve people were in hospital on Thursday.
The operator was fined $9 million for an earlier accident.
There were 210 passengers on the train.""",
        ),
    ),
    Row(
        "old figures quoted, and forecasts",
        (
            """Unemployment in Torvia fell to 5.1 percent in May from 5.4 percent in April.
The bank expects growth of 2 percent this year.""",
            """The jobless rate in Torvia was 5.1 percent in May.
Last year it was 6.3 percent.
The bank had earlier expected growth of 1.5 percent.""",
        ),
    ),
)

HELD = (
    Row(
        "flood: evacuated, dams, rain, dead of two days",
        (
            """Floods in the Arn valley forced 3,400 people from their homes on Monday.
Four people drowned.
The river rose to 7.2 metres in Arnsburg.""",
            """Some 4,100 people were forced from their homes by floods in the Arn valley.
Four people died.
The river stood at 5 metres in Belt.""",
        ),
        (("3,400", "4,100"),),
    ),
    Row(
        "takeover: price, staff, shops",
        (
            """Grocer Pellan agreed to buy its rival Maro for $2.4 billion, the companies said on Monday.
Maro runs 310 stores.
Pellan runs 620 stores.""",
            """Pellan is buying Maro for $2.7 billion in cash.
Maro has 290 stores and 8,000 employees.
Pellan employs 20,000 people.""",
        ),
        (("2.4", "2.7"), ("310", "290")),
    ),
    Row(
        "protest: the crowd and the arrests, of two cities",
        (
            """Tens of thousands of people marched in Ostmark on Saturday; police put the crowd at 20,000.
Police arrested 14 protesters in Ostmark.""",
            """Organisers said 60,000 people marched in Ostmark on Saturday.
Police arrested 31 protesters in Velm.""",
        ),
        beyond=(("20,000", "60,000"),),
    ),
    Row(
        "hostages: how many held, who freed them",
        (
            """Gunmen were holding 17 hostages at the bank in Marrow on Tuesday, police said.
Special forces freed the hostages before dawn.""",
            """The gunmen at the bank in Marrow were holding 22 hostages, the mayor said.
The hostages were freed before dawn on Wednesday.""",
        ),
        (("17", "22"),),
    ),
    Row(
        "crash: alive or dead, and a child's age",
        (
            """Lena Brandt, 9, was the only child on the bus that crashed near Hask.
Her father survived the crash, a hospital said.""",
            """Nine-year-old Lena Brandt was on the bus that crashed near Hask.
Her father died in the crash, her aunt said.""",
        ),
        (("survived", "died"),),
    ),
    Row(
        "verdict and day",
        (
            """A court in Velm acquitted the former mayor Otto Rask of bribery on Thursday.
Rask was mayor for 12 years.""",
            """Otto Rask, the former mayor of Velm, was convicted of bribery on Thursday.
He had been mayor since 2007.""",
        ),
        (("acquitted", "convicted"),),
    ),
    Row(
        "football: two teams' figures, agreeing hedges",
        (
            """Torv won the cup for the fourth time after beating Union on penalties.
A crowd of 40,112 watched the final.""",
            """Torv beat Union on penalties to win the cup.
More than 40,000 people watched the final.
Union have won the cup twice.""",
        ),
    ),
    Row(
        "outbreak: cases by day, deaths agree",
        (
            """Health officials reported 45 cases of measles in Westland on Monday.
No one has died.""",
            """Westland reported 12 new cases of measles on Tuesday, bringing the total to 57.
There have been no deaths.""",
        ),
    ),
    Row(
        "two agencies, two duties",
        (
            """The transport agency opened an inquiry into the derailment.
Police interviewed the driver for three hours.
The train was travelling at 90 kilometres an hour.""",
            """Prosecutors opened an inquiry into the derailment.
The driver, 41, has worked for the railway for 15 years.
The limit there is 60 kilometres an hour.""",
        ),
    ),
)
