"""The words that say what a number counts, in English."""

from geomap.reading.figures.measure_words import MeasureWords, fates
from geomap.reading.language.word_lists import phrases, words

ENGLISH = MeasureWords(
    fighters=words(
        "fighters fighter militants militant soldiers soldier troops rebels rebel jihadists "
        "insurgents combatants gunmen terrorists militiamen commandos policemen marines "
        "paratroopers extremists mercenaries conscripts recruits forces members servicemen "
        "loyalists strong separatists islamists peshmerga bombers attackers assailants "
        "paramilitaries guerrillas defenders reinforcements legionnaires reservists cadres "
        "infiltrators tribesmen raiders gendarmes"
    ),
    people=words(
        "people civilians civilian residents persons person men women children others child woman "
        "man migrants workers journalists personnel staff victims citizens iraqis syrians "
        "yazidis turks kurds iranians russians americans ukrainians libyans yemenis boys girls "
        "worshippers patients medics prisoners passengers students police officers minors adults "
        "inhabitants more peacekeepers farmers drivers guards officials tribesmen villagers "
        "protesters demonstrators pilgrims activists doctors nurses teachers fishermen mourners "
        "hostages captives officers cadets pilots sailors engineers contractors refugees "
        "reporters shoppers townspeople schoolgirls pupils bodyguards monks priests nuns drivers "
        "herders "
        "libyans sudanese palestinians armenians azerbaijanis israelis afghans somalis ethiopians "
        "eritreans nigerians chadians cameroonians kenyans rwandans congolese malians georgians "
        "serbs bosnians lebanese jordanians egyptians druze alawites shiites sunnis turkmen "
        "rohingya tigrayans labourers laborers bystanders tourists passers relatives toddlers "
        "babies teenagers students shopkeepers miners parishioners neighbours neighbors "
        "merchants traders guests firefighters rescuers prisoners detainees inmates"
    ),
    foreign=words("foreign foreigners"),
    dead=words("dead deaths fatalities killed lives bodies"),
    wounded=words("wounded injured injuries"),
    displaced=words("displaced idps evacuees"),
    refugees=words("refugees"),
    strikes=words("airstrikes strikes raids airstrike sorties bombardments bombings"),
    air=words(
        "air aerial coalition bombing jets warplanes planes aircraft bombers drones drone jet "
        "warplane airstrikes airstrike helicopters gunships"
    ),
    inhabitants=words("inhabitants"),
    names=words("names"),
    lists=words("list database register lists"),
    no_counts=words(
        "year years month months week weeks day days hour hours minute minutes km kilometres "
        "kilometers kilometer kilometre miles mile metres meters metre meter mm cm m feet tonnes "
        "tons kg dollars euros pounds families houses homes vehicles tanks trucks buses tents "
        "villages towns cities countries districts provinces rockets missiles shells mines "
        "times points seats votes graves bases checkpoints positions groups casualties jets jet "
        "planes plane aircraft helicopters warplanes bombs "
        "motorcycles cars pickups trains ships boats barrels"
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
    fates=fates(
        killed="killed | killing | kill | kills | died | dead | slain | massacred | perished "
        "| lost their lives | lost his life | executed | beheaded | death toll | claimed the lives "
        "| shot dead | dying | deaths | fallen | shot "
        "| cost the lives of | the lives of | to death | eliminated | fell | wiped out | gave "
        "their "
        "lives | execution of | executions of | murder of "
        "| murders of | massacre of | beheading of | beheadings of | death of | murdered | "
        "murdering "
        "| gunned down | burned alive | blown up | hanged | slaughtered | slaughtering | put to "
        "death "
        "| lynched | drowned | slaying | slayed | did not survive | did n't survive | not survived "
        "| crushed | buried under | buried in | buried when | suffocated | asphyxiated | gassed "
        "| mown down | mowed down | cut down | burned to death | burnt to death | lost his life "
        "| lost her life | found dead | lay dead | bled to death | stoned to death | lifeless "
        "| butchered | knifed to death | hacked to death | cost the life of | claimed the life of",
        lost="lost | loss of | losses of | lose | losing | loses | cost | costing | costs",
        wounded="wounded | wounding | injured | injuring | hurt | in hospital | hospitalised "
        "| hospitalized | to hospital | maimed",
        displaced="displaced | displacing | fled | flee | fleeing | flees | uprooted | evacuated "
        "| left their homes | leave their homes | from their homes | abandoned their homes | "
        "have left | had left | left the | come out of | came out of | escaped | escaping | "
        "escape | on the run | crossed | over the border | driven out of their homes | arrived | "
        "arriving | ferried | airlifted | to safety | broken out | have run | moved out | walked "
        "out | streamed out | poured out | pouring out | bused out | bussed out | people left | "
        "residents left | civilians left | families left | persons left | made homeless | left "
        "homeless | driven from | forced from | forced out | forced to flee | forced to leave | "
        "on the move | sheltering | taken refuge | took refuge | sought refuge | seeking refuge "
        "| took shelter | run away | drove | driving | from their shelters | come down | came "
        "down | decamped | streaming | streamed | put to flight | spilled across | spilled over "
        "| made their way out | taken to | put on buses | boarded buses | bused to | bussed to | "
        "cleared out | got out | displaced by | flooded into | flooded across | poured across | "
        "poured into | bundled out | herded out | from their houses | from their villages | from "
        "their towns | lost their homes",
        surrendered="surrendered | surrender | surrendering | gave themselves up | given "
        "themselves up | giving themselves up | laid down their arms | laid down their weapons | "
        "laid down arms | lay down their arms | put down their weapons | gave up their weapons | "
        "handed themselves in | handed over their weapons | gave up | turned themselves in | "
        "handed themselves over | capitulated",
        other="neutralised | neutralized | arrested | arresting | captured | capturing | "
        "detained | detaining | freed | missing | kidnapped | abducted | trapped | rescued | "
        "released | hostage | stranded | returned | taken prisoner | remain in | remain inside | "
        "remained in | remained inside | remain trapped | holed up | besieged | imprisoned | "
        "starving | disappeared",
    ),
    counts=words("losses number numbers toll total count figure tally"),
    puts=words("at to as passed exceeded topped surpassed reached hit"),
    out_of=phrases("out of | in every"),
    active=words(
        "killing killed kill kills wounding wounded injuring injured displacing displaced "
        "uprooted arrested arresting captured capturing detained freed executed massacred "
        "beheaded slain evacuated shot cost costing costs the lost lose losing loses execution "
        "executions murder murders massacre beheading beheadings death murdered murdering gunned "
        "slaughtered slaughtering put hanged forced driven claimed drove driving"
    ),
    auxiliaries=words("was were been be being is are have has had got"),
    parting={},
    among=words("including among"),
    lost=words(
        "lost losing loss losses lose loses drop dropped fall fell fallen down shrunk shrink "
        "decline declined fewer reduced decrease decreased ceded smaller less"
    ),
    held=words(
        "hold holds held holding control controls controlled controlling remain remains left "
        "rule rules ruled territory area confined enclave pocket patch occupies occupy occupied "
        "caliphate strip"
    ),
    regained=words(
        "recaptured retaken retook regained liberated freed reclaimed cleared recovered captured "
        "seized took taken liberating recapturing wrested"
    ),
    land=words("territory land area ground territories caliphate"),
    population=words(
        "population home city town inhabited inhabitants residents place village enclave district "
        "camp suburb neighbourhood neighborhood capital port settlement"
    ),
    lived_in=words("live lived living home population"),
    shares=words("half third thirds quarter quarters fifth percent %"),
    stops=words(
        "in on at from to by with for after before when while as who which that and or but was "
        "were is are be been have has had will would could near since during into against over "
        "among under through about than because where between"
    ),
)
