"""Spans with what may be made of them by leaving out and joining (`+`), and what may not (`-`): one line a sentence.

Every word is the span's own, so that only its structure can tell one from the other. `|` parts the spans of one
sentence. Every third case of each kind was held back until the rules were written (`HELD_BACK`).
"""

from typing import NamedTuple

TABLE = """
= On Monday, South Korea’s foreign minister summoned the Russian ambassador regarding reports that North Korea was sending troops to assist the Russian military in the ongoing conflict in Ukraine.
+ South Korea’s foreign minister summoned the Russian ambassador.
+ South Korea’s foreign minister summoned the Russian ambassador on Monday regarding reports that North Korea was sending troops to assist the Russian military.
+ On Monday, South Korea’s foreign minister summoned the Russian ambassador regarding reports that North Korea was sending troops.
- South Korea was sending troops to assist the Russian military in the ongoing conflict in Ukraine.
- The Russian ambassador was sending troops to assist the Russian military.
- South Korea’s foreign minister summoned North Korea.
- South Korea’s foreign minister summoned the Russian military.
= Kim Hong-Kyun, the vice minister of South Korea, called for the immediate withdrawal of North Korean soldiers from Russia.
+ Kim Hong-Kyun called for the immediate withdrawal of North Korean soldiers from Russia.
+ The vice minister of South Korea called for the withdrawal of North Korean soldiers.
+ Kim Hong-Kyun, the vice minister of South Korea, called for the immediate withdrawal of North Korean soldiers.
- Kim Hong-Kyun called for the withdrawal of Russia.
- Kim Hong-Kyun, the vice minister of South Korea, called for North Korean soldiers.
- Kim Hong-Kyun, the minister of South Korea, called for the immediate withdrawal of North Korean soldiers from Russia.
- South Korea called for soldiers from Russia.
= South Korea’s Intelligence Service said on Friday that North Korea had shipped 1,500 special forces to train at Russian military bases in the Far East.
+ North Korea had shipped 1,500 special forces to train at Russian military bases in the Far East, South Korea’s Intelligence Service said on Friday.
+ South Korea’s Intelligence Service said that North Korea had shipped 1,500 special forces to train at Russian military bases.
+ South Korea’s Intelligence Service said on Friday that North Korea had shipped 1,500 special forces.
+ On Friday, South Korea’s Intelligence Service said that North Korea shipped 1,500 special forces to train at Russian bases.
- South Korea’s Intelligence Service said on Friday that North Korea had shipped 1,500 special forces in the Far East.
- South Korea had shipped 1,500 special forces to train at Russian military bases in the Far East.
- South Korea’s Intelligence Service said that North Korea had shipped 1,500 special forces to train at Russian military bases in the Far East on Friday.
- South Korea’s Intelligence Service said on Friday that 1,500 special forces had shipped North Korea to train.
= South Korea has sent a strong message by summoning the Russian ambassador and demanding the “immediate withdrawal” of North Korean troops who are allegedly receiving combat training in Ukraine.
+ South Korea has sent a strong message by summoning the Russian ambassador.
+ South Korea has sent a strong message by demanding the “immediate withdrawal” of North Korean troops.
- South Korea has summoned North Korean troops.
- South Korea has sent North Korean troops.
- South Korea has sent a strong message by summoning the Russian ambassador in Ukraine.
- South Korea has sent a strong message by demanding the “immediate withdrawal” of the Russian ambassador.
= Seoul’s intelligence agency claims that around 1,500 North Korean soldiers, some of whom are special forces, have already arrived in Russia.
+ Seoul’s intelligence agency claims that around 1,500 North Korean soldiers have already arrived in Russia.
+ Around 1,500 North Korean soldiers have arrived in Russia, Seoul’s intelligence agency claims.
- Seoul’s intelligence agency claims that around 1,500 special forces have already arrived in Russia.
- Seoul’s intelligence agency claims that around 1,500 North Korean soldiers are special forces.
- Seoul’s intelligence agency, some of whom are special forces, have already arrived in Russia.
= The bond between Moscow and Pyongyang has grown deeper since leaders Vladimir Putin and Kim Jong Un signed a security pact in June, pledging mutual help in the event of “aggression” against either country. Last week, Putin sent a ratification bill for the agreement to the Duma.
+ The bond between Moscow and Pyongyang has grown deeper since leaders Vladimir Putin and Kim Jong Un signed a security pact in June.
+ Last week, Putin sent a ratification bill to the Duma.
+ Putin sent a ratification bill for the agreement to the Duma last week.
+ Vladimir Putin and Kim Jong Un signed a security pact in June, and last week Putin sent a ratification bill for the agreement to the Duma.
- In June, Putin sent a ratification bill for the agreement to the Duma.
- Vladimir Putin and Kim Jong Un signed a security pact last week.
- Vladimir Putin and Kim Jong Un signed a security pact in June, pledging mutual “aggression” against either country.
- Kim Jong Un sent a ratification bill for the agreement to the Duma.
- The bond between Moscow and the Duma has grown deeper.
= On October 18, North Korea announced plans to send 12,000 troops, including special forces, to the Ukraine war.
+ On October 18, North Korea announced plans to send 12,000 troops to the Ukraine war.
+ North Korea announced plans to send 12,000 troops, including special forces.
- On October 18, North Korea announced plans to send 12,000 special forces to the Ukraine war.
- North Korea announced special forces to the Ukraine war.
- On October 18, North Korea announced the Ukraine war.
= NATO Secretary-General Mark Rutte said Monday that the presence of North Korean soldiers fighting alongside Russia would be a “significant escalation” in the current war.
+ NATO Secretary-General Mark Rutte said the presence of North Korean soldiers would be a “significant escalation”.
+ The presence of North Korean soldiers fighting alongside Russia would be a “significant escalation” in the war, Mark Rutte said Monday.
- NATO Secretary-General Mark Rutte said Monday that the presence of Russia would be a “significant escalation” in the current war.
- NATO Secretary-General Mark Rutte said Monday that the presence of North Korean soldiers fighting Russia would be a “significant escalation”.
- Mark Rutte said North Korean soldiers would be a “significant escalation”.
= The two countries' military cooperation violated Security Council resolutions, Kim Hong-kyun said. | Kim Jong Un signed a military deal in June.
+ Military cooperation violated Security Council resolutions, Kim Hong-kyun said, and Kim Jong Un signed a military deal in June.
- The two countries' military cooperation violated Security Council resolutions, Kim Jong Un said.
- Kim Hong-kyun signed a military deal in June.
- The military deal violated Security Council resolutions, Kim Hong-kyun said.
= There has been no comment on this from Moscow or Pyongyang. | Last week, both Ukrainian and South Korean officials reported that North Korea had started dispatching troops to Ukraine.
+ There has been no comment from Moscow or Pyongyang.
+ Last week, South Korean officials reported that North Korea had started dispatching troops.
+ Ukrainian and South Korean officials reported that North Korea had started dispatching troops to Ukraine; there has been no comment on this from Moscow.
- There has been no comment on this from South Korean officials.
- Last week, Ukrainian and North Korean officials reported that South Korea had started dispatching troops to Ukraine.
- Last week, Moscow had started dispatching troops to Ukraine.
= British Foreign Secretary David Lammy, during his visit to Seoul, described Russia’s actions as “reckless and illegal” and promised to work together with South Korea to address the situation, according to President Yoon’s office.
+ British Foreign Secretary David Lammy described Russia’s actions as “reckless and illegal”, according to President Yoon’s office.
+ David Lammy promised to work together with South Korea, according to President Yoon’s office.
+ According to President Yoon’s office, David Lammy described Russia’s actions as “reckless and illegal” and promised to work together with South Korea.
- David Lammy described South Korea as “reckless and illegal”, according to President Yoon’s office.
- David Lammy described President Yoon’s office as “reckless and illegal”.
- British Foreign Secretary David Lammy described Russia, according to President Yoon’s office.
- David Lammy promised Seoul to work together with Russia, according to President Yoon’s office.
= A passenger ferry carrying 212 people ran aground on a sandbank off the coast of Norland early on Tuesday, the coastguard said.
+ A passenger ferry ran aground on a sandbank early on Tuesday, the coastguard said.
+ A ferry carrying 212 people ran aground on a sandbank off the coast of Norland, the coastguard said.
+ The coastguard said a passenger ferry ran aground on a sandbank off the coast of Norland.
- A sandbank carrying 212 people ran aground on a passenger ferry off the coast of Norland early on Tuesday, the coastguard said.
- 212 people ran aground on a sandbank, the coastguard said.
- A passenger ferry carrying the coastguard ran aground on a sandbank.
- A passenger ferry carrying 212 people ran the coast of Norland, the coastguard said.
= The twin-engine plane, which had taken off from Brask, crashed into a field near a school in Oderup on Thursday, killing the pilot and injuring three passengers.
+ The plane crashed into a field in Oderup on Thursday, killing the pilot.
+ The twin-engine plane crashed into a field near a school in Oderup, killing the pilot and injuring three passengers.
+ The plane, which had taken off from Brask, crashed into a field on Thursday.
+ The twin-engine plane crashed on Thursday, injuring three passengers.
- The twin-engine plane crashed into a school in Oderup on Thursday.
- The plane crashed into Brask on Thursday, killing the pilot.
- The plane crashed into a field, killing three passengers.
- The pilot crashed into three passengers.
- The plane had taken off from a field near a school in Oderup.
= Investigators said the captain had warned the mechanic about the left engine before the airline cleared the aircraft for departure.
+ Investigators said the captain had warned the mechanic about the left engine.
+ The captain had warned the mechanic about the engine before the airline cleared the aircraft, investigators said.
- Investigators said the mechanic had warned the captain about the left engine.
- Investigators said the captain cleared the aircraft for departure.
- Investigators had warned the mechanic about the left engine.
- Investigators said the captain had warned the airline about the left engine.
- The captain said investigators had warned the mechanic about the left engine.
= Nurses at eleven hospitals in Velden walked out on Wednesday after talks between their union and the regional health board collapsed over night pay.
+ Nurses at eleven hospitals walked out on Wednesday after talks between their union and the regional health board collapsed.
+ Nurses walked out on Wednesday after talks collapsed over night pay.
+ Nurses at eleven hospitals in Velden walked out.
- Nurses at eleven hospitals collapsed on Wednesday.
- The regional health board walked out on Wednesday.
- Nurses walked out after talks collapsed on Wednesday.
- Nurses at eleven hospitals in Velden walked out on night pay.
- Eleven hospitals walked out on Wednesday.
= The union, which represents 4,200 drivers, rejected an offer of 3.5 percent from the company and called a second strike for March 3.
+ The union rejected an offer of 3.5 percent from the company.
+ The union called a second strike for March 3.
+ The union rejected an offer of 3.5 percent and called a strike for March 3.
- The company rejected an offer of 3.5 percent from the union.
- The union rejected a second strike for March 3.
- The union rejected 4,200 drivers and called a second strike.
- The company called a second strike for March 3.
- 4,200 drivers rejected an offer from the company.
= Halvard Motors is recalling about 86,000 sedans built between 2017 and 2019 because the airbags may fail in a crash, the regulator announced on Monday.
+ Halvard Motors is recalling about 86,000 sedans because the airbags may fail in a crash, the regulator announced on Monday.
+ The regulator announced on Monday that Halvard Motors is recalling about 86,000 sedans built between 2017 and 2019.
+ Halvard Motors is recalling about 86,000 sedans because the airbags may fail, the regulator announced.
- The regulator is recalling about 86,000 sedans built between 2017 and 2019, Halvard Motors announced on Monday.
- Halvard Motors is recalling about 86,000 airbags because the sedans may fail in a crash, the regulator announced on Monday.
- Halvard Motors may fail in a crash, the regulator announced on Monday.
- Halvard Motors is recalling about 86,000 sedans built on Monday, the regulator announced.
= The deputy mayor accused the contractor of hiding cracks in the bridge from the city council. | The contractor, Brenner AG, denies wrongdoing.
+ The deputy mayor accused the contractor of hiding cracks in the bridge.
+ The deputy mayor accused the contractor of hiding cracks from the city council; the contractor, Brenner AG, denies wrongdoing.
+ The deputy mayor accused the contractor of hiding cracks in the bridge, but the contractor denies wrongdoing.
- The contractor accused the deputy mayor of hiding cracks in the bridge.
- The mayor accused the contractor of hiding cracks in the bridge.
- The deputy mayor accused the city council of hiding cracks in the bridge from the contractor.
- The city council denies wrongdoing.
- The deputy mayor denies hiding cracks in the bridge.
= Elin Sandberg narrowly beat Jonas Falk in the runoff, taking 50.4 percent of the vote, while her Centre Party lost nine seats in parliament.
+ Elin Sandberg narrowly beat Jonas Falk in the runoff.
+ Elin Sandberg beat Jonas Falk in the runoff, taking 50.4 percent of the vote.
+ Elin Sandberg narrowly beat Jonas Falk, while her Centre Party lost nine seats.
- Jonas Falk narrowly beat Elin Sandberg in the runoff.
- Elin Sandberg lost nine seats in parliament.
- Jonas Falk beat her Centre Party in the runoff.
- Elin Sandberg narrowly beat Jonas Falk, taking nine seats in parliament.
= The court convicted Marta Ilic of fraud but acquitted her brother, Goran, of bribing two customs officers at the port of Zell.
+ The court convicted Marta Ilic of fraud.
+ The court convicted Marta Ilic of fraud but acquitted her brother of bribing two customs officers.
+ The court acquitted her brother, Goran, of bribing two customs officers.
- The court convicted Marta Ilic of bribing two customs officers.
- The court acquitted Marta Ilic of fraud.
- The court convicted her brother, Goran, of fraud.
- The court convicted two customs officers at the port of Zell.
- Marta Ilic acquitted her brother of bribing two customs officers.
= Judge Alma Reyes sentenced the former treasurer to six years in prison on Friday and ordered him to repay $2.3 million to the charity.
+ Judge Alma Reyes sentenced the former treasurer to six years in prison on Friday.
+ On Friday, Judge Alma Reyes sentenced the former treasurer to six years in prison.
+ Judge Alma Reyes sentenced the former treasurer to six years in prison and ordered him to repay $2.3 million.
- Judge Alma Reyes sentenced the treasurer to six years in prison on Friday.
- The former treasurer sentenced Judge Alma Reyes to six years in prison.
- Judge Alma Reyes sentenced the charity to six years in prison.
- Judge Alma Reyes ordered the charity to repay $2.3 million.
= Striker Tobias Lund scored twice as Rovers beat City 3-1 at home on Saturday, a week after losing to United in the cup.
+ Tobias Lund scored twice as Rovers beat City 3-1 on Saturday.
+ Striker Tobias Lund scored twice as Rovers beat City 3-1 at home.
- Tobias Lund scored twice as City beat Rovers 3-1 on Saturday.
- Rovers beat United 3-1 at home on Saturday.
- City beat United in the cup.
- Rovers scored twice as Tobias Lund beat City.
= Heavy rain from the storm flooded villages along the Arno river, cutting power to 30,000 homes and forcing schools in Pesola to close until Thursday.
+ Heavy rain flooded villages along the Arno river, cutting power to 30,000 homes.
+ Heavy rain from the storm flooded villages along the Arno river.
+ Rain from the storm flooded villages, forcing schools in Pesola to close until Thursday.
- Heavy rain flooded 30,000 homes along the Arno river.
- Heavy rain from the storm flooded schools in Pesola.
- The Arno river flooded villages, cutting power to 30,000 homes.
- Heavy rain flooded villages along the Arno river until Thursday.
= Health officials in Tarn confirmed 14 cases of measles, most of them in unvaccinated children, and urged parents who attended the fair on May 4 to check their records.
+ Health officials in Tarn confirmed 14 cases of measles.
+ Health officials confirmed 14 cases of measles and urged parents who attended the fair on May 4 to check their records.
+ Health officials in Tarn confirmed 14 cases of measles, most of them in unvaccinated children.
- Health officials confirmed 14 unvaccinated children.
- Parents confirmed 14 cases of measles on May 4.
- Health officials in Tarn confirmed 14 cases of measles on May 4.
- Health officials attended the fair on May 4.
- Health officials urged unvaccinated children to check their records.
= The first woman to lead the central bank resigned on Tuesday, hours after the finance minister criticised her decision to raise interest rates.
+ The first woman to lead the central bank resigned on Tuesday.
+ The first woman to lead the central bank resigned hours after the finance minister criticised her decision.
- The first woman resigned on Tuesday.
- The woman to lead the central bank resigned on Tuesday.
- The finance minister resigned on Tuesday.
- The finance minister resigned hours after the first woman to lead the central bank criticised her decision to raise interest rates.
= No passenger who wore a seat belt was seriously hurt when the bus overturned on an icy road outside Lindau.
+ No passenger who wore a seat belt was seriously hurt when the bus overturned.
+ No passenger who wore a seat belt was seriously hurt when the bus overturned on an icy road.
- No passenger was seriously hurt when the bus overturned on an icy road outside Lindau.
- No passenger who wore a seat belt was hurt when the bus overturned.
- The bus wore a seat belt when a passenger overturned.
= Ministers from 22 countries will meet in Tallis next month to discuss a ban on bottom trawling proposed by Iceland and opposed by Spain.
+ Ministers from 22 countries will meet in Tallis next month.
+ Ministers will meet in Tallis next month to discuss a ban on bottom trawling.
+ Ministers from 22 countries will meet to discuss a ban on bottom trawling proposed by Iceland.
- Ministers from Iceland will meet in Tallis next month.
- Ministers will meet in Tallis next month to discuss bottom trawling.
- Ministers from 22 countries will discuss a ban opposed by Iceland.
- Ministers from 22 countries proposed by Spain will meet in Tallis.
= A gunman shot a police officer and a bystander in the parking garage of a shopping mall, and the officer later died at a hospital.
+ A gunman shot a police officer and a bystander in the parking garage of a shopping mall.
+ A gunman shot a police officer in the parking garage of a shopping mall, and the officer later died.
+ A gunman shot a police officer and a bystander, and the officer died at a hospital.
- A police officer shot a gunman and a bystander in the parking garage of a shopping mall.
- A gunman shot a bystander at a hospital.
- A gunman died at a hospital.
- A gunman shot the officer at a hospital.
- A bystander shot a police officer in the parking garage.
= Fire crews rescued nine hikers from a ridge above Kaltbach after two of them slipped on ice and broke their legs.
+ Fire crews rescued nine hikers from a ridge after two of them slipped on ice.
+ Fire crews rescued nine hikers after two of them slipped on ice and broke their legs.
- Fire crews rescued two of them.
- Fire crews slipped on ice and broke their legs.
- Nine hikers slipped on ice and broke their legs.
- Nine hikers rescued fire crews from a ridge above Kaltbach.
= Regulators fined the bank 45 million euros for failing to report suspicious transfers by its Baltic branch between 2009 and 2014. | The bank said it would appeal against the decision.
+ Regulators fined the bank 45 million euros for failing to report suspicious transfers.
+ Regulators fined the bank 45 million euros, and the bank said it would appeal against the decision.
+ Regulators fined the bank 45 million euros for failing to report suspicious transfers by its Baltic branch, and the bank said it would appeal.
- Regulators fined its Baltic branch 45 million euros.
- The bank fined regulators 45 million euros.
- Regulators said it would appeal against the decision.
- Regulators fined the bank 45 million euros for suspicious transfers.
= Thousands of residents fled the capital as rebels led by General Issa Doro advanced from the north, according to aid workers in the city.
+ Thousands of residents fled the capital as rebels advanced from the north, according to aid workers.
+ According to aid workers in the city, thousands of residents fled the capital.
- Thousands of rebels fled the capital as residents advanced from the north, according to aid workers in the city.
- Rebels led by General Issa Doro fled the capital, according to aid workers in the city.
- General Issa Doro fled the capital, according to aid workers.
- Aid workers in the city fled the capital.
= The spacecraft, built by Orbit Labs, reached the moon on its third attempt and sent back pictures of a crater near the south pole.
+ The spacecraft reached the moon on its third attempt.
+ The spacecraft, built by Orbit Labs, sent back pictures of a crater.
+ The spacecraft reached the moon and sent back pictures of a crater near the south pole.
- Orbit Labs reached the moon on its third attempt.
- The spacecraft reached a crater near the south pole.
- The spacecraft sent back the moon.
= Pharma group Velix said its vaccine cut hospital stays by 62 percent among adults over 65, but warned that it had not been tested in children.
+ Velix said its vaccine cut hospital stays by 62 percent among adults over 65.
+ Pharma group Velix said its vaccine cut hospital stays by 62 percent among adults.
+ Velix said its vaccine cut hospital stays by 62 percent.
- Velix said its vaccine cut hospital stays by 62 percent in children.
- Velix said its vaccine cut adults by 62 percent.
- Velix said it had been tested in children.
- Pharma group Velix cut hospital stays by 62 percent among adults over 65.
= Two men arrested after the robbery told police that the manager of the shop had given them the keys, prosecutors said on Thursday.
+ Two men told police that the manager of the shop had given them the keys, prosecutors said.
+ Prosecutors said on Thursday that two men arrested after the robbery told police that the manager had given them the keys.
- The manager of the shop told police that two men had given them the keys, prosecutors said on Thursday.
- Police told two men that the manager of the shop had given them the keys, prosecutors said.
- Two men told police that prosecutors had given them the keys.
- The manager of the shop had given police the keys, prosecutors said on Thursday.
- The manager of the shop was arrested after the robbery, prosecutors said.
"""


class Case(NamedTuple):
    """`text` made of `spans`; `true` where it is faithful to them."""

    text: str
    spans: tuple[str, ...]
    true: bool


def _cases() -> tuple[Case, ...]:
    found: list[Case] = []
    spans: tuple[str, ...] = ()
    for line in TABLE.strip().splitlines():
        kind, rest = line[0], line[2:]
        if kind == "=":
            spans = tuple(part.strip() for part in rest.split(" | "))
        else:
            found.append(Case(rest, spans, kind == "+"))
    return tuple(found)


CASES = _cases()
_TRUE, _FALSE = [c for c in CASES if c.true], [c for c in CASES if not c.true]
HELD_BACK = (*_TRUE[2::3], *_FALSE[2::3])
