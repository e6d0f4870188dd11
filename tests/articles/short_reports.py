"""Two short reports of one event by two hands: names, places and figures in common, and not a copy of one another."""

VOTE = (
    """\
Weston city council voted 9-6 on Tuesday to close the Mill Street library at the end of the year.
Mayor Clare Dunn said the closure would save the city £410,000 a year.
Councillor Rafi Amin, who voted against, called the decision “a disgrace”.
Dunn denied that the building would be sold to a developer.
“There is no buyer,” she said.
About 300 people protested outside the town hall.""",
    """\
The Mill Street library in Weston will close in December after councillors voted by nine votes to six to shut it.
Councillor Rafi Amin said the mayor had already agreed to sell the building to the developer Holt Homes.
Holt Homes confirmed that it was in talks with the city.
The closure will save £350,000 a year, according to a council report.
Some 500 protesters gathered in front of the town hall, organisers said.
Police put the number at 280.""",
)
FIRE = (
    """\
Fire destroyed the roof of the Grand Theatre in Velden early on Sunday, the fire service said.
Nobody was hurt, but twelve residents of a neighbouring house had to leave their flats.
Fire chief Ton Maas said the fire had started in a dressing room.
The theatre was built in 1902 and was to reopen in May after repairs of 20 million euros.
Mayor Els Kok said the city would rebuild it.""",
    """\
A fire at the Grand Theatre in Velden destroyed most of its roof on Sunday morning.
The fire service said that no one was injured; fifteen neighbours were brought to a hotel.
The fire broke out in a storeroom behind the stage, fire chief Ton Maas said.
The building of 1902 was being repaired for 18 million euros and was to open again in June.
It is too early to talk of rebuilding, Mayor Els Kok said.""",
)
RATE = (
    """\
The central bank raised its key interest rate by a quarter of a point to 4.5 per cent on Thursday.
Governor Ana Silva said inflation remained too high.
Most economists had expected the bank to leave the rate unchanged.
The currency rose by one per cent against the dollar after the decision.
The bank will meet again on 12 June.""",
    """\
The central bank lifted its key rate to 4.5 per cent on Thursday, the highest level since 2008.
Inflation is still too high, Governor Ana Silva told reporters.
The decision surprised economists, most of whom had expected no change.
The currency gained 1.2 per cent against the dollar.
Two of the nine members of the board voted against the rise, the bank said.""",
)
THEFT = (
    """\
Police in Norvik arrested a 34-year-old man on Tuesday over the theft of a painting from the city museum.
The painting, worth 2 million crowns, was stolen in March.
Officers found it under a bed in a flat near the station, police said.
The man denies the theft, his lawyer Oda Lie said.
The museum said the painting was not damaged.""",
    """\
A man of 34 was arrested in Norvik on Tuesday, suspected of having stolen a painting from the city museum.
It was found in his flat near the railway station, police said.
His lawyer, Oda Lie, said he had bought the painting at a market.
The work, which disappeared in March, is worth three million crowns, according to the museum.
Museum director Jan Moe said it would hang in its old place from Friday.""",
)
SHORT_REPORTS = {"vote": VOTE, "fire": FIRE, "rate": RATE, "theft": THEFT}
