"""A number is a figure only beside words that say what it counts."""

from datetime import date

import pytest

from geomap.domain.statements import Figure, Measure, Unit
from geomap.reading.calendar.of_sentence import dates_in
from geomap.reading.figures.of_sentence import FigureContext, FigureFound, figures_in
from geomap.reading.language.sentences import sentences

PUBLISHED = date(2017, 12, 27)


def found(text: str, language: str) -> list[FigureFound]:
    figures: list[FigureFound] = []
    for sentence in sentences(text):
        dates = dates_in(sentence, PUBLISHED, language)
        before = figures[-1] if figures else None
        figures += figures_in(sentence, FigureContext(language, dates, before=before))
    return figures


def read(text: str, language: str) -> list[str]:
    return [f"{one.measure} {_number(one)}" for one in found(text, language)]


def _number(figure: FigureFound) -> str:
    if figure.value is not None:
        return f"{figure.value:.10g}"
    return f"{figure.low or 0:g}..{figure.high or 0:g}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # The dead and the wounded.
        ("22 dead and 40 wounded", ["killed 22", "wounded 40"]),
        ("The blast killed 22 people and wounded 40 others.", ["killed 22", "wounded 40"]),
        ("A bomb killed at least 22, wounding 40.", ["killed 22", "wounded 40"]),
        ("At least 22 Islamic State fighters were killed.", ["killed 22"]),
        ("22 rebels killed five civilians.", ["fighters 22", "killed 5"]),
        ("12 civilians, including 7 children, were killed.", ["killed 12"]),
        ("The death toll rose to 156.", ["killed 156"]),
        ("The UN puts the dead at 739 and the wounded at more than 4,400.",
         ["killed 739", "wounded 4400"]),
        ("A family of five was killed.", ["killed 5"]),
        ("Twenty-five soldiers died when 3 car bombs exploded.", ["killed 25"]),
        ("417 IS men were killed, and 194 on the other side.", ["killed 417", "killed 194"]),
        ("leaving 12 people dead and 30 injured", ["killed 12", "wounded 30"]),
        ("On 17 October 12 soldiers died.", ["killed 12"]),
        ("One sailor was killed.", ["killed 1"]),
        ("Police said 11 of the 14 attackers were shot dead.", ["killed 11"]),
        ("The army lost 75 men.", ["killed 75"]),
        ("They filmed the execution of at least 160 captured soldiers.", ["killed 160"]),
        ("The number of dead among soldiers and police was put at 64.", ["killed 64"]),
        # Those who fled and those who gave up.
        ("More than 37,000 people fled the area.", ["displaced 37000"]),
        ("Half a million people were displaced.", ["displaced 500000"]),
        ("More than 200,000 people have left the town.", ["displaced 200000"]),
        ("Two-thirds of the city's 30,000 residents fled.", ["displaced 20000"]),
        ("About 2,000 people managed to escape to the suburb.", ["displaced 2000"]),
        ("60,000 people fled, among them 5,000 fighters who surrendered.",
         ["displaced 60000", "surrendered 5000"]),
        ("About 1,000 fighters surrendered.", ["surrendered 1000"]),
        ("981 people left on Saturday.", ["displaced 981"]),
        ("Some 2,000 people had arrived since Thursday.", ["displaced 2000"]),
        ("The assault drove 400,000 people from their shelters.", ["displaced 400000"]),
        ("30,000 people fled on Friday. The UN put the total at 40,000.",
         ["displaced 30000", "displaced 40000"]),
        ("200 more fighters gave up on Friday.", ["surrendered 200"]),
        ("531 fighters had surrendered, bringing the total to 2,439.",
         ["surrendered 531", "surrendered 2439"]),
        # Fighters.
        ("About 2,000 IS fighters remain in Raqqa.", ["fighters 2000"]),
        ("Fewer than 350 of them are thought to remain.", ["fighters 0..350"]),
        ("The militants there are thought to number 2,000.", ["fighters 2000"]),
        ("Fewer than 1,000 militants are left, down from 2,500 in June.",
         ["fighters 0..1000", "fighters 2500"]),
        ("Up to 400 fighters are believed to be trapped.", ["fighters 400"]),
        ("A convoy of 3,000 militiamen arrived.", ["fighters 3000"]),
        ("between 20,000 and 31,500 fighters", ["fighters 20000..31500"]),
        ("42,000 foreign fighters went to IS.", ["foreign_fighters 42000"]),
        ("40,000 fighters from abroad joined.", ["foreign_fighters 40000"]),
        ("a 3,000-strong force", ["fighters 3000"]),
        # Land.
        ("IS held 90,800 square kilometres in January.", ["territory 90800"]),
        ("IS lost about 70,000 km2.", ["territory_lost 70000"]),
        ("IS holds less than 1,000 km2.", ["territory 0..1000"]),
        ("The enclave has shrunk to 700 square metres.", ["territory 700"]),
        ("IS controls 1,000 square miles.", ["territory 2589.988"]),
        ("IS has lost 78 percent of its territory.", ["share_lost 78"]),
        ("a drop of 45 % in the number of fighters", ["share_lost 45"]),
        ("The group has 45% fewer fighters than at the start.", ["share_lost 45"]),
        ("IS lost two thirds of its territory.", ["share_lost 66.66666667"]),
        # Others.
        ("The coalition flew 7 air strikes on Sunday. It has carried out 600 raids since July.",
         ["strikes 7", "strikes 600"]),
        ("The coalition carried out 22 air strikes.", ["strikes 22"]),
        ("The town's 25,000 inhabitants had mostly fled.", ["population 25000"]),
        ("a city of 200,000 people", ["population 200000"]),
        ("The city, home to 1.5 million people, fell.", ["population 1500000"]),
        ("The list holds 19,000 names.", ["names_listed 19000"]),
        ("Fourteen neighbours did not survive it.", ["killed 14"]),
        ("Some 20,000 Yazidis have come down from the mountain.", ["displaced 20000"]),
        ("200,000 people were put to flight.", ["displaced 200000"]),
        ("28 civilians were crushed in a three-storey house.", ["killed 28"]),
        ("Thirty people are dead, a hundred in hospital.", ["killed 30", "wounded 100"]),
        ("IS has shrunk from 90,000 square kilometres to 36,000.",
         ["territory_lost 90000", "territory 36000"]),
        ("It lost 60 per cent of its land and four fifths of its income.", ["share_lost 60"]),
        ("Five died and one was kept.", ["killed 5"]),
        ("More than 1,000 Taliban poured in.", []),
        ("Estimates of the number of dead range from 150 to 2,000.", ["killed 150..2000"]),
        ("Refugees from the villages number 56,000.", ["displaced 56000"]),
        ("All 2,000 American soldiers will leave.", ["fighters 2000"]),
        ("It will send 2,000 soldiers.", []),
        ("It killed 85 people, 13 servicemen among them.", ["killed 85"]),
        ("The loss of 89 soldiers was acknowledged.", ["killed 89"]),
        ("Some 400 jihadists laid down their weapons.", ["surrendered 400"]),
        ("As many as 100,000 civilians remain inside the city.", ["population 100000"]),
        ("The number of displaced has passed 200,000.", ["displaced 200000"]),
    ],
)  # fmt: skip
def test_an_english_figure(text: str, figures: list[str]) -> None:
    assert read(text, "en") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("22 doden en 40 gewonden", ["killed 22", "wounded 40"]),
        ("Een dode en drie gewonden", ["killed 1", "wounded 3"]),
        ("Zeker 22 strijders van IS werden gedood.", ["killed 22"]),
        ("Er kwamen 22 mensen om en 40 anderen raakten gewond.", ["killed 22", "wounded 40"]),
        ("Tientallen burgers kwamen om het leven.", ["killed 20..90"]),
        ("Vijfentwintig militairen sneuvelden.", ["killed 25"]),
        ("Zeker 3.250 doden, onder wie 1.130 burgers", ["killed 3250"]),
        ("Daarbij vielen elf doden onder militairen en zeker acht onder burgers.",
         ["killed 11", "killed 8"]),
        ("De strijd heeft 12.000 levens gekost.", ["killed 12000"]),
        ("Ruim 37.000 mensen zijn op de vlucht geslagen.", ["displaced 37000"]),
        ("Ruim 94.000 inwoners zijn gevlucht.", ["displaced 94000"]),
        ("Een half miljoen mensen zijn gevlucht.", ["displaced 500000"]),
        ("300.000 mensen hebben huis en haard verlaten.", ["displaced 300000"]),
        ("Zaterdag waren al 981 mensen vertrokken.", ["displaced 981"]),
        ("Zo'n 30.000 mensen hebben er hun toevlucht gezocht.", ["displaced 30000"]),
        ("Een bomaanslag kostte donderdag vier mensen het leven.", ["killed 4"]),
        ("Daarbij kwamen twee bemanningsleden om.", ["killed 2"]),
        ("Dat ging gepaard met de executie van zeker 160 militairen.", ["killed 160"]),
        ("Het dodental is opgelopen tot 90.", ["killed 90"]),
        ("Dat kostte het leven aan zes buurtgenoten.", ["killed 6"]),
        ("Van de 2000 strijders zijn er 1300 gedood.", ["fighters 2000", "killed 1300"]),
        ("Er zijn 51 gesneuvelden, waarmee het totaal op 483 komt.",
         ["killed 51", "killed 483"]),
        ("Zeker 120.000 inwoners zijn op drift geraakt.", ["displaced 120000"]),
        ("Acht van zijn strijders zijn omgekomen.", ["killed 8"]),
        ("De laatste zeventig strijders gaven zich niet over.", ["fighters 70"]),
        ("De coalitie voerde zeven luchtaanvallen uit. Sinds juli waren het ruim 600 aanvallen.",
         ["strikes 7", "strikes 600"]),
        ("Het leger heeft er meer dan 80 procent van heroverd.", ["share_lost 80"]),
        ("Vijfduizend SDF-strijders namen deel.", ["fighters 5000"]),
        ("Ongeveer 1000 strijders gaven zich over.", ["surrendered 1000"]),
        ("Er zijn nog zo'n 2.000 IS-strijders in Raqqa.", ["fighters 2000"]),
        ("Over het aantal strijders verschillen ze: de VN houden het op 20.000 tot 30.000.",
         ["fighters 20000..30000"]),
        ("300 gewapende mannen vielen aan.", ["fighters 300"]),
        ("42.000 buitenlandse strijders", ["foreign_fighters 42000"]),
        ("IS beheerste 90.800 vierkante kilometer.", ["territory 90800"]),
        ("IS verloor 14.000 km2.", ["territory_lost 14000"]),
        ("IS heeft 78 procent van zijn grondgebied verloren.", ["share_lost 78"]),
        ("een daling van 45 procent van het aantal strijders", ["share_lost 45"]),
        ("De coalitie voerde 22 luchtaanvallen uit.", ["strikes 22"]),
        ("een stad met 200.000 inwoners", ["population 200000"]),
        ("In Mosoel wonen nog 1,5 miljoen mensen.", ["population 1500000"]),
        # Verbs that part, and other ways to die and to flee.
        ("IS schoot er tachtig mannen dood.", ["killed 80"]),
        ("De militie bracht zestig dorpelingen om.", ["killed 60"]),
        ("In de kelder stikten 42 mensen.", ["killed 42"]),
        ("De vier schutters overleefden het niet.", ["killed 4"]),
        ("Ruim 65.000 Armeniërs staken de grens over.", ["displaced 65000"]),
        ("Zo'n 3000 mensen werden uit het dorp weggebracht.", ["displaced 3000"]),
        ("De laatste 40 rebellen legden de wapens neer.", ["surrendered 40"]),
        ("De politie pakte 1300 verdachten op.", []),
        ("Zeker vijftien ontheemden kwamen om.", ["killed 15"]),
        ("Amnesty houdt rekening met tot 2000 doden.", ["killed 2000"]),
        ("Zo'n 5400 strijders en burgers vertrokken.", ["displaced 5400"]),
        ("Tot 800.000 mensen zouden dan op de vlucht kunnen slaan.", []),
        ("Ten minste 400 patiënten moeten worden geëvacueerd.", []),
        ("Zeker 40.000 inwoners zitten vast in de stad.", ["population 40000"]),
        ("De aanslag eiste aan 57 mensen het leven.", ["killed 57"]),
        ("De rebellen zeggen 200 regeringssoldaten te hebben gedood.", ["killed 200"]),
        ("Zo'n 2000 burgers zitten opgesloten in de enclave.", ["population 2000"]),
    ],
)  # fmt: skip
def test_a_dutch_figure(text: str, figures: list[str]) -> None:
    assert read(text, "nl") == figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A 22-year-old man was killed."),
        ("en", "The town is 40 km from Raqqa."),
        ("en", "The US will send 400 soldiers."),
        ("en", "Four soldiers were arrested."),
        ("en", "It fired 30 rockets and T-72 tanks with 152 mm guns."),
        ("en", "$5 million was paid for the road."),
        ("en", "The 17th Division left."),
        ("en", "In 2014 it fell."),
        ("en", "BEIRUT/MOSCOW, March 27 - Syrian government forces took it."),
        ("en", "ADEN, April 25, 2016 (Reuters) - Yemeni forces took it."),
        ("en", "Forces have seized about 60 percent of the city since June."),
        ("en", "The last fighters left on Sunday in a convoy of 86 vehicles."),
        ("en", "At least 14 Russian fighter jets were flown in."),
        ("en", "None of the 12 hostages were hurt."),
        ("nl", "BAGDAD, 22 juni - Soennitische opstandelingen namen het in."),
        ("en", "Nine out of ten residents need food."),
        ("en", "The group holds less than 7 percent of Iraq, down from 40 percent."),
        ("en", "It was passed by 15 members."),
        ("nl", "IS heeft nog minder dan 7 procent van Irak in handen."),
        ("en", "SDF controls 45 percent of the city."),
        ("nl", "Een 22-jarige man kwam om."),
        ("nl", "Turkije zal 400 militairen sturen."),
        ("nl", "Zo'n negen op de tien inwoners hebben honger."),
        ("nl", "Brigade 47 reed over de M5."),
        ("nl", "Het duurde drie weken."),
        ("tr", "22 kişi öldü."),
        ("en", ""),
    ],
)
def test_other_numbers_are_no_figures(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fewer than 1,000 fighters are left, a third of three weeks ago."),
        ("en", "There are fewer than 1,000 fighters left. That is a third of three weeks ago."),
        ("nl", "Er zijn minder dan 1000 strijders over, een derde van drie weken geleden."),
    ],
)
def test_what_is_compared_with_is_a_figure_of_its_own_day(language: str, text: str) -> None:
    now, then = found(text, language)
    assert (now.measure, now.value, now.high, now.when) == (Measure.FIGHTERS, None, 1000, None)
    assert (then.measure, then.value) == (Measure.FIGHTERS, 3000)
    assert then.when is not None
    assert then.when.earliest <= date(2017, 12, 6) <= then.when.latest


def test_a_third_of_a_number_is_that_part_of_it() -> None:
    assert read("A third of the 3,000 fighters of last week were killed.", "en") == ["killed 1000"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("7,500 Peshmerga began to walk.", ["fighters 7500"]),
        ("In all 430 Houthis surrendered.", ["surrendered 430"]),
        ("They lost 12 Houthi bases.", []),
    ],
)
def test_the_name_of_a_party_stands_for_its_fighters(text: str, figures: list[str]) -> None:
    (sentence,) = sentences(text)
    named = {"peshmerga", "houthis", "houthi"}
    parties = {index: index + 1 for index, lower in enumerate(sentence.lowers) if lower in named}
    one = figures_in(sentence, FigureContext("en", parties=parties))
    assert [f"{figure.measure} {_number(figure)}" for figure in one] == figures


def test_a_table_of_numbers_is_no_sentence() -> None:
    assert read("12 dead, " * 40, "en") == ["killed 12"] * 40
    assert read("12 dead, " * 41, "en") == []


def test_the_span_runs_from_the_bound_to_the_noun() -> None:
    text = "On Monday at least 22 suspected IS fighters were killed."
    (one,) = found(text, "en")
    assert text[one.start : one.end] == "at least 22 suspected IS fighters"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_figure_is_one_that_an_atlas_takes(language: str) -> None:
    text = (
        "22 dead, 40 wounded, 700 m2 held, 45 percent lost land, 3 air strikes; minder dan 20 "
        "strijders over, tientallen doden, 5 km2 verloren, 30 procent minder grondgebied."
    )
    for one in found(text, language):
        units = Figure.UNITS.get(one.measure, frozenset({Unit.PERSONS}))
        bounds = [number for number in (one.low, one.value, one.high) if number is not None]
        assert one.unit in units
        assert bounds == sorted(bounds)
        assert bounds


@pytest.mark.parametrize("piece", ["22 dead and ", "killed 3 ", "een derde van ", "9 op de 10 "])
def test_hostile_sentences_are_read_to_their_end(piece: str) -> None:
    for language in ("en", "nl"):
        figures = found(piece * 400, language)
        assert all(one.start < one.end for one in figures)


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "The monitor puts the dead at 327: 183 rebels, 100 soldiers, 44 civilians.",
         ["killed 327", "killed 183", "killed 100", "killed 44"]),
        ("en", "It has cost the lives of 824 militants and 47 civilians.",
         ["killed 824", "killed 47"]),
        ("en", "Of 300 fighters, 20 of whom were killed, the rest left.",
         ["fighters 300", "killed 20"]),
        ("en", "The UN put the number of people who had fled at 8,000.", ["displaced 8000"]),
        ("en", "The army lost at least 28 soldiers.", ["killed 28"]),
        ("en", "The army lost 28 villages.", []),
        ("en", "Jets flew 700 raids.", ["strikes 700"]),
        ("en", "Police carried out 700 raids.", []),
        ("en", "Canada lost 137,000 square kilometres of forest.", []),
        ("en", "60,000 refugees are in camps.", ["displaced 60000"]),
        ("nl", "In Djibo wonen nog 300.000 mensen, van wie de meesten zijn gevlucht.",
         ["population 300000"]),
        ("nl", "Het leger verloor zeker tien militairen.", ["killed 10"]),
        ("nl", "Wat daarvan over is: 700 vierkante meter.", ["territory 700"]),
        ("nl", "Ze vrezen een belegering van de 600.000 inwoners.", ["population 600000"]),
    ],
)  # fmt: skip
def test_what_a_number_counts_is_told_around_it(
    language: str, text: str, figures: list[str]
) -> None:
    assert read(text, language) == figures


@pytest.mark.parametrize(
    ("language", "text", "vague"),
    [
        ("en", "Dozens of people died.", True),
        ("en", "Several hundred people died.", True),
        ("nl", "Tientallen mensen kwamen om.", True),
        ("en", "Between 20 and 30 people died.", False),
        ("nl", "Een twintigtal mensen kwam om.", False),
    ],
)
def test_a_word_alone_is_a_vague_figure(language: str, text: str, *, vague: bool) -> None:
    (one,) = found(text, language)
    assert one.vague is vague
