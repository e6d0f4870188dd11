"""More invented articles, tried once the rules stood: reworded figures in LATER, traps of other kinds in LAST."""

from invented import Row

LATER = (
    Row(
        "wildfire: burned land, homes, contained, evacuees of two towns",
        (
            """The Pine Ridge fire has burned 14,000 acres since Thursday.
It destroyed 38 homes in Aster, the county said.
Some 900 residents of Aster were told to leave.
The fire was 20 percent contained on Friday.""",
            """Flames on Pine Ridge have consumed 17,500 acres of forest.
At least 52 homes in Aster burned down.
About 2,000 residents of Belmar were told to leave.
The fire was 35 percent contained on Saturday.""",
        ),
        (("14,000", "17,500"), ("38", "52")),
    ),
    Row(
        "data breach: customers hit, fine, staff",
        (
            """Hackers stole the data of 2.1 million customers from the lender Orva, it said on Tuesday.
Orva has 9 million customers.
The regulator fined Orva 3 million euros in 2020.""",
            """The breach at Orva affected 3.4 million customers, the data watchdog said.
Orva denied that passwords were stolen.
The lender employs 4,000 people.""",
            """Passwords were among the data stolen from Orva, the data watchdog said.
Orva has confirmed that passwords were stolen.""",
        ),
        (("denied", "confirmed"),),
        beyond=(("2.1 million", "3.4 million"),),
    ),
    Row(
        "mine: trapped, depth, rescued so far",
        (
            """Nineteen miners are trapped 400 metres below ground at the Korvel mine after Sunday's explosion.
Rescuers have brought six miners to the surface.""",
            """Twenty-three miners are trapped at the Korvel mine, the union said.
The explosion happened on Sunday.
The mine employs 700 people.""",
        ),
        (("nineteen", "twenty-three"),),
    ),
    Row(
        "trial: who shot, plea, date of the killing",
        (
            """Ruben Castell was killed outside his home in Brod on 3 March.
His brother Ivo shot Castell, the prosecutor told the court.
Ivo Castell pleaded not guilty.""",
            """Ruben Castell was killed outside his home in Brod on 5 March.
A former partner shot Castell, the defence told the court.
Six witnesses will testify.""",
        ),
        (("3 March", "5 March"), ("brother", "partner")),
    ),
    Row(
        "airline: delays, passengers, two airports",
        (
            """A computer fault grounded 140 flights at Ostmark airport on Monday.
About 25,000 passengers were stranded.
The airline apologised.""",
            """More than 200 flights were grounded at Ostmark airport on Monday after a computer fault.
Some 26,000 passengers were stranded.
At Velm airport 40 flights were delayed.""",
        ),
        (("140", "200"),),
    ),
    Row(
        "central bank: same move, other figures beside",
        (
            """The central bank raised its rate by half a point to 4.5 percent on Thursday.
Inflation was 6.1 percent in May.
Seven of nine members voted for it.""",
            """The central bank raised rates to 4.5 percent.
Prices rose 6.1 percent in the year to May; in April it was 6.8 percent.
Two members voted against the rise.""",
        ),
    ),
    Row(
        "concert crush: dead on two days, arrests",
        (
            """Eight people died in a crush at a concert in Elm on Friday night.
The hall holds 1,200 people.
Police arrested the manager.""",
            """Ten people have now died of injuries suffered in Friday's crush at a concert in Elm.
Two more are in critical condition.
More than 1,500 people had been let into the hall.""",
        ),
        (("eight", "ten"),),
    ),
    Row(
        "ceasefire: agreed or not, when it starts",
        (
            """The rebels accepted the ceasefire on Monday, the mediator said.
The army opened the road to Sura.""",
            """The rebels rejected the ceasefire on Monday, their spokesman said.
The road to Sura was closed.""",
        ),
        (("accepted", "rejected"),),
    ),
    Row(
        "vaccine: doses, share, another country's",
        (
            """Torvia has ordered 12 million doses of the vaccine.
Health workers will get it first.""",
            """Torvia ordered 15 million doses of the vaccine, the minister said.
Nordland ordered 8 million doses.""",
        ),
        (("12 million", "15 million"),),
    ),
    Row(
        "two rescues, two boats, one sea",
        (
            """The coast guard rescued 58 migrants off Calder on Monday.
Their boat had left Sura on Friday.""",
            """The navy rescued 31 migrants from a second boat off Calder on Tuesday.
One woman died.""",
        ),
    ),
    Row(
        "parliament: votes for and against",
        (
            """Lawmakers passed the bill by 211 votes to 189 on Wednesday.
The bill bans the sale of fireworks.""",
            """Parliament passed the bill on Wednesday; 211 lawmakers voted for it and 189 against.
Some 12 lawmakers were absent.
A similar bill failed in 2018 by 40 votes.""",
        ),
    ),
    Row(
        "shareholders: profit, dividend, quarter and year",
        (
            """Halden earned 310 million euros in the third quarter.
The carmaker sold 88,000 cars in the quarter.""",
            """Halden's profit for the year was 1.1 billion euros.
It sold 360,000 cars last year.
Third-quarter profit was 310 million euros.""",
        ),
    ),
)

LAST = (
    Row(
        "court traps",
        (
            """Police did not arrest the driver on Monday.
Lawyers for Hagen said he was not at the party.
The judge denied Hagen bail on Tuesday.
Hagen was convicted of theft in 2015.
The court opened at nine on Monday.""",
            """Police arrested the driver on Thursday.
Hagen was at the party until midnight, two guests said.
Hagen was acquitted of assault on Friday.
The court opened again on Wednesday.""",
        ),
        beyond=(("was not at the party", "was at the party"),),
    ),
    Row(
        "sport traps",
        (
            """Union won on Saturday and lost on Wednesday.
Coach Ada Lund, 51, said she would stay.
Lund signed a new contract on Friday.
Striker Per Moe did not play against Racing.""",
            """Union lost 2-0 to Torv on Wednesday.
Coach Ada Lund said in March that she might leave.
Per Moe played for 20 minutes against Torv.
Keeper Jan Moe, 22, saved two penalties.
Per Moe, 31, was on the bench against Racing.""",
        ),
    ),
    Row(
        "politics traps",
        (
            """Premier Ina Falk has not said whether she will run again.
The opposition rejected the budget on Monday.
The upper house approved the budget on Tuesday.
Falk's office declined to comment on the leak.
Nordland denied any role in the leak.""",
            """Premier Ina Falk said on Sunday that taxes will not rise.
The lower house approved the budget on Friday.
Falk's office confirmed that she will travel to Nordland.
Nordland confirmed that its envoy will meet Falk.""",
        ),
    ),
    Row(
        "crash: how many aboard in three wordings, where it fell",
        (
            """A plane with 62 people on board crashed in the village of Arn on Friday.
It had left Ostmark at noon.
Eleven bodies were found.""",
            """The aircraft was carrying 58 passengers and four crew when it crashed in the village of Belt on Friday.
Rescuers found eleven bodies.""",
            """The plane had 65 people on board, the airline said.
It crashed on Friday shortly after noon.""",
        ),
        (("62", "65"),),
        (("village of Arn", "village of Belt"),),
    ),
    Row(
        "cyclone: wind, evacuated, dead of two countries",
        (
            """Cyclone Mira made landfall in Sura on Sunday with winds of 180 kilometres an hour.
At least 14 people died in Sura and three in Torvia.
Some 70,000 people were evacuated in Sura.""",
            """Mira hit Sura on Sunday.
The storm killed three people in Torvia, officials there said.
About 120,000 people were evacuated from the coast of Sura before the storm.
The death toll in Sura stood at 14.""",
        ),
        (("70,000", "120,000"),),
    ),
    Row(
        "strike: who walked out, talks",
        (
            """Bus drivers in Velm stopped work on Monday over pay.
The union represents 3,200 drivers.
Talks failed on Sunday.""",
            """The drivers' union in Velm has 2,700 members.
Talks resumed on Monday.
Bus drivers in Velm stopped work on Monday.""",
        ),
    ),
    Row(
        "fine and deal",
        (
            """The regulator fined the bank Orva 40 million euros for laundering money.
Orva said it would appeal.""",
            """Orva was fined 45 million euros by the regulator over money laundering.
The bank will not appeal, a person close to it said.""",
        ),
        (("40 million", "45 million"),),
    ),
    Row(
        "shooting: age, wounded, who fired",
        (
            """A gunman wounded six people at a market in Brod on Saturday, police said.
The suspect, Emil Voss, 24, was arrested.
He had fired 30 shots.""",
            """Nine people were wounded by a gunman at a Brod market on Saturday.
Emil Voss, 27, was detained nearby.
Voss has denied the shooting.""",
        ),
        (("six", "nine"), ("24", "27")),
    ),
    Row(
        "border: who is blamed",
        (
            """Sura accused Torvia of firing on its border guards on Monday.
Two guards were killed, Sura's army said.""",
            """Torvia denied firing on the guards.
Torvia's army said rebels killed the guards.
Two guards died.""",
        ),
        (("accused", "denied"),),
    ),
    Row(
        "weather and water: levels of two days",
        (
            """The reservoir stood at 41 percent on Monday.
It will rain on Thursday, forecasters said.""",
            """The reservoir was at 39 percent on Friday.
No rain is expected before Sunday, forecasters said.""",
        ),
    ),
    Row(
        "museum: value, number stolen, day of the theft",
        (
            """Thieves stole 12 paintings worth about $30 million from a museum in Elm on Sunday night.
The museum was closed on Monday.""",
            """The 15 paintings stolen from the museum in Elm are worth $50 million, the museum said.
The thieves came on Sunday night.""",
        ),
        (("12", "15"), ("$30", "$50")),
    ),
    Row(
        "obituary: when born",
        (
            """The painter Olga Reis died on Monday in Elm, aged 88.
Reis was born in 1939 in Velm.""",
            """Olga Reis, the painter, died on Sunday in Elm.
Reis was born in 1937 in Velm.""",
        ),
        (("Monday", "Sunday"), ("1939", "1937")),
    ),
    Row(
        "strike: who counts the strikers, cancelled flights",
        (
            """About 2,300 nurses stopped work in Varden on Tuesday, the union said.
The airport said that 140 flights had been cancelled.
Some 400 porters went on strike with them, the union said.""",
            """Some 1,800 nurses took part in Tuesday's walkout in Varden, the health board said.
At least 210 flights were cancelled, the pilots' union said.
The Red Cross is lending 40 volunteers for the duration of the strike.""",
        ),
        (("2,300", "1,800"), ("140", "210")),
    ),
    Row(
        "strike traps: two trades, two days, the talks, a vote",
        (
            """Some 900 drivers walked out in Velm on Monday, the union said.
Of the union's members, 3,100 drivers voted.
Two drivers walked out of the talks on Friday.""",
            """About 150 cleaners walked out in Velm on Monday, the city said.
On Tuesday 700 drivers were on strike, the city said.
The union has 5,000 drivers.""",
        ),
    ),
)
