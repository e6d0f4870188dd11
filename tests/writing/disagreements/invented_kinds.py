"""More invented articles, with traps: times of day, votes, results, crowds, money of one rate, nobody as a figure."""

from invented import Row

SHOWN = (
    Row(
        "train: when it left and arrived",
        (
            """The night train left Velm at 22:10 and reached Elm at 06:30.
It was carrying 340 passengers.""",
            """The train had left Velm at 22:50, the operator said.
It arrived in Elm at 06:30.""",
        ),
        (("22:10", "22:50"),),
    ),
    Row(
        "train trap: departure against arrival, two trains",
        (
            """The first train left Velm at 08:10 on Monday.
The mail train arrived in Elm at 09:40.""",
            """The second train left Velm at 09:15 on Monday.
The mail train left Velm at 07:05.""",
        ),
    ),
    Row(
        "assembly: votes for a law",
        (
            """The assembly voted 61-38 on Thursday to ban plastic bags.
The law takes effect in May.""",
            """Plastic bags will be banned after the assembly voted 61 to 36 for the ban on Thursday.
Shops have until May.""",
        ),
        (("61-38", "61 to 36"),),
    ),
    Row(
        "assembly trap: two votes, two houses",
        (
            """The senate voted 30-20 on Thursday to ban plastic bags.
The committee voted 7-4 for the ban in March.""",
            """The house voted 61-38 to ban plastic bags.
The senate voted 33-17 to raise the fuel tax.
The committee voted 8-3 on Monday to delay the law on fuel.""",
        ),
    ),
    Row(
        "match: result, and half-time",
        (
            """Torv beat Nord United 3-1 on Sunday.
About 9,000 people watched.""",
            """Nord United lost 4-1 to Torv at home on Sunday.
Nord United led Torv 1-0 at half-time.""",
        ),
        (("3-1", "4-1"),),
    ),
    Row(
        "match trap: the earlier match",
        (
            """Torv beat Nord United 3-1 on Sunday.""",
            """Torv lost 2-0 to Nord United in the first leg.
Torv beat Racing 2-1 on Wednesday.""",
        ),
    ),
    Row(
        "march: crowd, arrests",
        (
            """Some 4,000 people marched through Elm on Saturday against the mine.
Police arrested 12 demonstrators.""",
            """About 7,000 demonstrators gathered in Elm on Saturday.
Twelve demonstrators were arrested.""",
        ),
        (("4,000", "7,000"),),
    ),
    Row(
        "march trap: two towns, a part of it",
        (
            """Some 4,000 people marched in Elm on Saturday.
About 200 people protested in Velm.""",
            """About 900 demonstrators gathered in Brod on Saturday.
Of the marchers in Elm, 60 protesters blocked a road.""",
        ),
    ),
    Row(
        "mill fire: nobody against one",
        (
            """Nobody was killed when the mill in Elm burned down on Friday, the owner said.
The mill was built in 1902.""",
            """One worker died when fire destroyed the mill in Elm on Friday.
The owner declined to comment.""",
        ),
        (("Nobody was killed", "One worker died"),),
    ),
    Row(
        "mill trap: nobody in one house, animals",
        (
            """Nobody was hurt in the office.
No one died in the mill fire of 2011.""",
            """Nine workers were hurt when the mill burned.
The fire killed 30 horses.""",
        ),
    ),
)
KEPT = (
    Row(
        "plane: when it crashed, and the crew",
        (
            """The plane crashed at 3:20 p.m. on Tuesday near Brod.
It had taken off at 2:55 p.m.""",
            """The aircraft crashed near Brod at 3:45 p.m., the airport said.
Rescuers arrived at 4:10 p.m.""",
        ),
        (("3:20 p.m", "3:45 p.m"),),
    ),
    Row(
        "plane trap: a rounding, and another clock",
        (
            """The plane landed in Brod at 3:32 p.m. on Tuesday.
The quake struck at 04:12 local time.""",
            """The plane landed in Brod at about 3:30 p.m. on Tuesday.
The quake struck at 22:12 GMT.""",
        ),
    ),
    Row(
        "board: votes over a merger",
        (
            """The board of Orva voted 8-3 to reject the bid of Sandel.
Orva's shares fell.""",
            """Orva's directors voted 7-4 to reject the bid, a person close to them said.""",
        ),
        (("8-3", "7-4"),),
    ),
    Row(
        "harbour: saving of one rate",
        (
            """The new crane would save the port $2.1 million a year, its director said.
The crane cost $9 million.""",
            """The crane will save the port $1.6 million a year, the auditor said.
The port earns $40 million a year.""",
        ),
        (("$2.1 million", "$1.6 million"),),
    ),
    Row(
        "harbour trap: a year against a month, old and new price",
        (
            """The crane saves the port $2.4 million a year.
A ticket costs $30.
The port paid a fine of $5,000 in 2019.""",
            """The crane saves the port $200,000 a month.
The ticket price rose from $25 to $30.
The port paid a fine of $8,000.""",
        ),
    ),
    Row(
        "bus: dead, and others hurt",
        (
            """Three people died and 22 others were hurt when a bus overturned in Brod on Sunday.""",
            """A bus overturned in Brod on Sunday, killing three people and injuring 28.""",
        ),
        (("22", "28"),),
    ),
    Row(
        "bus trap: others hurt on top of the first",
        (
            """Twenty people were hurt on Sunday and 15 others were hurt on Monday.""",
            """The bus crash injured 20 people on Sunday.""",
        ),
    ),
    Row(
        "recall: cars, what they can do",
        (
            """Lumo is recalling 12,000 vans because the doors can open.
A van can carry nine people.""",
            """Lumo recalled 15,000 vans on Monday, the transport office said.
Lumo sold 90,000 vans last year.""",
        ),
        (("12,000", "15,000"),),
    ),
    Row(
        "storm: a day of mourning is not the day of the storm",
        (
            """Families gathered on Wednesday after the storm killed nine people in Elm.""",
            """The storm killed 12 people in Elm on Sunday, officials said.""",
        ),
        (("nine", "12"),),
    ),
    Row(
        "store: nobody hurt, and who was",
        (
            """No one was injured when the roof of a store in Brod collapsed, police said.""",
            """Four people were injured when the roof of the store in Brod collapsed.
A dog was killed.""",
        ),
        (("No one was injured", "four"),),
    ),
    Row(
        "traps: two stops, two councils, two groups, two days",
        (
            """The bus left the depot at 7:40 a.m.
The council of Weston voted 9-6 to close the library.
The plant pays workers $300 a week.
Nobody was killed on Monday.""",
            """The bus left the school at 8:05 a.m.
The council of Elm voted 10-5 to close its library.
The plant pays managers $900 a week.
Two people were killed on Tuesday.""",
        ),
    ),
)
