"""The words that say what a number counts, in Dutch and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from geomap.reading.word_lists import phrases, words


class Fate(Enum):
    """What became of the people who are counted."""

    KILLED = auto()
    WOUNDED = auto()
    DISPLACED = auto()
    SURRENDERED = auto()
    LOST = auto()
    """Of fighters: killed for the most part, and gone for the others."""
    OTHER = auto()
    """Something that no measure counts: arrested, freed, missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """What one language counts, and how it says what became of it; all in lower case."""

    fighters: frozenset[str]
    people: frozenset[str]
    foreign: frozenset[str]
    """Before fighters: those who came from abroad."""
    dead: frozenset[str]
    wounded: frozenset[str]
    displaced: frozenset[str]
    refugees: frozenset[str]
    strikes: frozenset[str]
    air: frozenset[str]
    """In the sentence of a word for strikes that can mean others."""
    inhabitants: frozenset[str]
    names: frozenset[str]
    lists: frozenset[str]
    no_counts: frozenset[str]
    """Nouns behind a number that make it no figure: ages, distances, money, arms, times."""
    money: frozenset[str]
    families: frozenset[str]
    """Before "of five": the number counts persons."""
    square: Mapping[str, tuple[str, float]]
    """Units of area, with the unit of figures and how many of it they are."""
    fates: Mapping[str, Fate]
    """Verbs and phrases of what became of people."""
    counts: frozenset[str]
    """Nouns that a number follows: "the death toll rose to 156", "het aantal strijders"."""
    puts: frozenset[str]
    """Between those and the number."""
    out_of: frozenset[str]
    """Between the two numbers of a ratio: "nine out of ten"."""
    active: frozenset[str]
    """Those of the verbs whose object is counted behind them: "killing 22"."""
    auxiliaries: frozenset[str]
    parting: frozenset[str]
    """Verbs whose "om" at the end of the clause means death."""
    among: frozenset[str]
    """Before a part of a number already told: "including"."""
    lost: frozenset[str]
    held: frozenset[str]
    regained: frozenset[str]
    """Verbs by which territory changes hands, away from who had it."""
    land: frozenset[str]
    population: frozenset[str]
    lived_in: frozenset[str]
    shares: frozenset[str]
    """What may be compared with: "a third of three weeks ago"."""
    stops: frozenset[str]
    """Words at which a noun phrase ends: what follows is not what the number counts."""


def _fates(**groups: str) -> dict[str, Fate]:
    return {phrase: Fate[name.upper()] for name, text in groups.items() for phrase in phrases(text)}


ENGLISH = MeasureWords(
    fighters=words(
        "fighters fighter militants militant soldiers soldier troops rebels rebel jihadists "
        "insurgents combatants gunmen terrorists militiamen commandos policemen marines "
        "paratroopers extremists mercenaries conscripts recruits forces members servicemen "
        "loyalists strong"
    ),
    people=words(
        "people civilians civilian residents persons person men women children others child woman "
        "man migrants workers journalists personnel staff victims citizens iraqis syrians "
        "yazidis turks kurds iranians russians americans ukrainians libyans yemenis boys girls "
        "worshippers patients medics prisoners passengers students police officers minors adults "
        "inhabitants more"
    ),
    foreign=words("foreign foreigners"),
    dead=words("dead deaths fatalities killed lives bodies"),
    wounded=words("wounded injured injuries"),
    displaced=words("displaced idps evacuees"),
    refugees=words("refugees"),
    strikes=words("airstrikes strikes raids airstrike sorties bombardments bombings"),
    air=words("air aerial coalition bombing jets warplanes planes aircraft bombers drones"),
    inhabitants=words("inhabitants"),
    names=words("names"),
    lists=words("list database register lists"),
    no_counts=words(
        "year years month months week weeks day days hour hours minute minutes km kilometres "
        "kilometers kilometer kilometre miles mile metres meters metre meter mm cm m feet tonnes "
        "tons kg dollars euros pounds families houses homes vehicles tanks trucks buses tents "
        "villages towns cities countries districts provinces rockets missiles shells mines "
        "times points seats votes graves bases checkpoints positions groups"
    ),
    money=words("$ € £ us$"),
    families=words("family families group crew convoy team band"),
    square={
        "square kilometres": ("km2", 1.0),
        "square kilometers": ("km2", 1.0),
        "sq km": ("km2", 1.0),
        "sq . km": ("km2", 1.0),
        "km2": ("km2", 1.0),
        "km²": ("km2", 1.0),
        "km ²": ("km2", 1.0),
        "square miles": ("km2", 2.589988),
        "sq miles": ("km2", 2.589988),
        "square metres": ("m2", 1.0),
        "square meters": ("m2", 1.0),
        "m2": ("m2", 1.0),
        "m²": ("m2", 1.0),
        "hectares": ("km2", 0.01),
    },
    fates=_fates(
        killed="killed | killing | kill | kills | died | dead | slain | massacred | perished "
        "| lost their lives | lost his life | executed | beheaded | death toll | claimed the lives "
        "| shot dead | dying | deaths | fallen | shot "
        "| cost the lives of | the lives of",
        lost="lost | lose | losing | loses",
        wounded="wounded | wounding | injured | injuring | hurt",
        displaced="displaced | displacing | fled | flee | fleeing | flees | uprooted | evacuated "
        "| left their homes | leave their homes | from their homes | abandoned their homes "
        "| have left | had left | left the | come out of | came out of | escaped | escaping "
        "| on the run | crossed | over the border | driven out of their homes",
        surrendered="surrendered | surrender | surrendering | gave themselves up "
        "| given themselves up | giving themselves up | laid down their arms | gave up "
        "| turned themselves in | handed themselves over | capitulated",
        other="arrested | arresting | captured | capturing | detained | detaining | freed "
        "| missing | kidnapped | abducted | trapped | rescued | released | hostage | stranded "
        "| returned "
        "| taken prisoner | besieged | imprisoned | starving | disappeared",
    ),
    counts=words("number numbers toll total count figure tally"),
    puts=words("at to as"),
    out_of=phrases("out of | in every"),
    active=words(
        "killing killed kill kills wounding wounded injuring injured displacing displaced uprooted "
        "arrested arresting captured capturing detained freed executed massacred beheaded slain "
        "evacuated shot cost the lost lose losing loses"
    ),
    auxiliaries=words("was were been be being is are have has had got"),
    parting=frozenset(),
    among=words("including among"),
    lost=words(
        "lost losing loss losses lose loses drop dropped fall fell fallen down shrunk shrink "
        "decline declined fewer reduced decrease decreased ceded smaller less"
    ),
    held=words(
        "hold holds held holding control controls controlled controlling remain remains left "
        "rule rules ruled territory area confined enclave pocket patch occupies occupy occupied "
        "caliphate"
    ),
    regained=words(
        "recaptured retaken retook regained liberated freed reclaimed cleared recovered captured "
        "seized took taken liberating recapturing wrested"
    ),
    land=words("territory land area ground territories caliphate"),
    population=words("population home city town inhabited inhabitants residents"),
    lived_in=words("live lived living home population"),
    shares=words("half third thirds quarter quarters fifth percent %"),
    stops=words(
        "in on at from to by with for after before when while as who which that and or but was "
        "were is are be been have has had will would could near since during into against over "
        "under through about than because where between"
    ),
)

DUTCH = MeasureWords(
    fighters=words(
        "strijders strijder militanten militant soldaten soldaat militairen militair rebellen "
        "jihadisten opstandelingen manschappen terroristen leden militieleden troepen extremisten "
        "commando's agenten politieagenten schutters huurlingen dienstplichtigen rekruten man "
        "gewapenden moslimextremisten is'ers koppige"
    ),
    people=words(
        "mensen burgers burger inwoners bewoners personen persoon mannen vrouwen kinderen anderen "
        "kind vrouw migranten medewerkers journalisten hulpverleners slachtoffers "
        "syriërs irakezen jezidi's jezidi koerden turken russen amerikanen oekraïners jongens "
        "meisjes gelovigen patiënten gevangenen passagiers studenten volwassenen burgerdoden "
        "burgerslachtoffers"
    ),
    foreign=words("buitenlandse buitenlanders uitreizigers jihadreizigers"),
    dead=words(
        "doden dode burgerdoden dodelijke sterfgevallen gesneuvelden levens lichamen lijken"
    ),
    wounded=words("gewonden gewonde zwaargewonden lichtgewonden"),
    displaced=words("ontheemden ontheemde evacués"),
    refugees=words("vluchtelingen"),
    strikes=words("luchtaanvallen luchtaanval bombardementen luchtacties raketaanvallen"),
    air=frozenset(),
    inhabitants=words("inwoners inwonertal zielen"),
    names=words("namen"),
    lists=words("lijst databank database lijsten"),
    no_counts=words(
        "jaar jaren jarige jarig maand maanden week weken dag dagen uur uren minuten minuut "
        "km kilometer mijl "
        "meter mm cm m ton kilo dollar euro pond gezinnen families huizen woningen voertuigen "
        "tanks vrachtwagens bussen tenten dorpen steden landen districten provincies raketten "
        "granaten mijnen keer punten zetels stemmen graven bases posten stellingen groepen"
    ),
    money=words("$ € £ us$"),
    families=words("gezin familie groep bemanning konvooi"),
    square={
        "vierkante kilometer": ("km2", 1.0),
        "vierkante kilometers": ("km2", 1.0),
        "km2": ("km2", 1.0),
        "km²": ("km2", 1.0),
        "km ²": ("km2", 1.0),
        "vierkante meter": ("m2", 1.0),
        "vierkante meters": ("m2", 1.0),
        "m2": ("m2", 1.0),
        "m²": ("m2", 1.0),
        "hectare": ("km2", 0.01),
    },
    fates=_fates(
        killed="gedood | doodde | doodden | doden | omgekomen | omkwamen | omkwam | kwamen om "
        "| kwam om | om het leven | het leven lieten | lieten het leven | het leven gelaten "
        "| het leven kostte | kostte het leven | verloren het leven | gesneuveld | sneuvelden "
        "| sneuvelde | gestorven | stierven | stierf | overleden | overleed | vermoord "
        "| vermoordde | vermoordden | doodgeschoten | geëxecuteerd | onthoofd | dodental "
        "| het leven aan | omkomen | omgebracht | gevallen doden | afgeslacht",
        lost="verloor | verloren | verliest | verliezen",
        wounded="gewond | verwond | verwondde | verwondden | gewonden",
        displaced="gevlucht | vluchtten | vluchtte | vluchten | op de vlucht | ontheemd "
        "| verdreven | ontvlucht | ontvluchtten | ontvluchten | geëvacueerd | verlieten hun huizen "
        "| huis en haard | hun huis | hun huizen | verjaagd | ontheemden | weggevlucht "
        "| uitgelopen | over de grens | de grens over | verlieten | verlaten "
        "| staken over | overgestoken | weggetrokken",
        surrendered="zich over | overgegeven | zich overgaven | over te geven | capituleerden "
        "| gecapituleerd | overgave | zich overgegeven | wapens neer | wapens neergelegd",
        other="gearresteerd | opgepakt | gevangengenomen | gevangen | krijgsgevangen | bevrijd "
        "| bevrijdde | vrijgelaten | vermist | ontvoerd | gegijzeld | teruggekeerd | terug "
        "| ingesloten | vast | gered | aangehouden | teruggekeerde | krijgsgevangenen",
    ),
    counts=words("aantal aantallen dodental totaal teller stand"),
    puts=words("op tot"),
    out_of=phrases("op de | op elke | van de"),
    active=words(
        "verloor verloren verliest verliezen doodde doodden vermoordde vermoordden verwondde "
        "verwondden bevrijdde executeerde "
        "executeerden arresteerde arresteerden"
    ),
    auxiliaries=words(
        "is zijn was waren wordt worden werd werden heeft hebben had hadden raakte raakten kwam "
        "kwamen vielen viel"
    ),
    parting=words("kwam kwamen komen komt gekomen kwamen"),
    among=words("waaronder onder waarvan inclusief"),
    lost=words(
        "verloren verloor verlies verliezen verlorengegaan kwijt kwijtgeraakt daling gedaald "
        "afgenomen afname minder gekrompen geslonken teruggang verkleind daalde kromp ingeleverd"
    ),
    held=words(
        "houdt hield houden controleert controleerde controleren beheerst beheerste bezet bezit "
        "handen gebied grondgebied resteert over enclave heerst heerste bestrijkt kalifaat macht"
    ),
    regained=words(
        "heroverd heroverde heroverden bevrijd bevrijdde bevrijdden herwonnen teruggewonnen "
        "veroverd veroverde veroverden ingenomen heroveren teruggepakt"
    ),
    land=words("grondgebied gebied gebieden land terrein kalifaat"),
    population=words("bevolking inwoners stad telt telde telden inwonertal thuisbasis"),
    lived_in=words("wonen woonden woont woonde bevolking telt telde"),
    shares=words("helft derde tweederde eenderde kwart driekwart vijfde procent %"),
    stops=words(
        "in op uit van naar door met voor na toen terwijl als die dat en of maar was waren is zijn "
        "werd werden wordt worden heeft hebben had hadden zal zou kan bij sinds tijdens tegen over "
        "onder waar tussen omdat zich kwamen kwam vielen om raakten raakte"
    ),
)

MEASURE_WORDS: Mapping[str, MeasureWords] = {"en": ENGLISH, "nl": DUTCH}
