"""The words that say what a number counts, in Dutch."""

from geomap.reading.figures.measure_words import Fate, MeasureWords, fates
from geomap.reading.language.word_lists import phrases, words

DUTCH = MeasureWords(
    fighters=words(
        "strijders strijder militanten militant soldaten soldaat militairen militair rebellen "
        "jihadisten opstandelingen manschappen terroristen leden militieleden troepen "
        "extremisten commando's agenten politieagenten schutters huurlingen dienstplichtigen "
        "rekruten man regeringssoldaten regeringsmilitairen regeringsstrijders regeringstroepen "
        "elitesoldaten para's elitetroepen reservisten paratroepers muitelingen elitemilitairen "
        "talibanstrijders rebellenstrijders jihadstrijders beroepsmilitairen legermilitairen "
        "legionairs gewapenden separatisten aanvallers verdedigers paramilitairen "
        "guerrillastrijders gendarmes islamisten peshmerga strijdsters moslimextremisten is'ers "
        "koppige ordehandhavers politiemensen politiemannen veiligheidsagenten grenswachten "
        "grenswachters veiligheidstroepen"
    ),
    people=words(
        "mensen burgers burger inwoners bewoners personen persoon mannen vrouwen kinderen anderen "
        "kind vrouw migranten medewerkers journalisten hulpverleners slachtoffers lijfwachten "
        "syriërs irakezen jezidi's jezidi koerden turken russen amerikanen oekraïners jongens "
        "meisjes gelovigen patiënten gevangenen passagiers studenten volwassenen burgerdoden "
        "burgerslachtoffers blauwhelmen boeren chauffeurs bewakers ambtenaren dorpelingen betogers "
        "demonstranten artsen leraren vissers gijzelaars officieren piloten matrozen verslaggevers "
        "gevangenbewaarders cipiers bemanningsleden reddingswerkers "
        "artsen verpleegkundigen monniken nonnen priesters leerlingen scholieren meisjes jongeren "
        "ouderen buitenlanders dorpsbewoners stadsbewoners christenen moslims koptische armeniërs "
        "palestijnen israëliërs libiërs jemenieten afghanen somaliërs soedanezen ethiopiërs "
        "eritreeërs nigerianen nigerezen tsjadiërs kameroeners kenianen rwandezen congolezen "
        "maliërs fransen britten duitsers belgen nederlanders georgiërs serviërs bosniërs "
        "iraniërs libanezen jordaniërs egyptenaren druzen alawieten sjiieten soennieten "
        "turkmenen rohingya rohingya's tigreeërs dagloners bezoekers voorbijgangers toeristen "
        "reizigers opvarenden inzittenden winkeliers handelaren studentes tieners peuters "
        "baby's vluchtende achterblijvers familieleden gezinsleden demonstranten pelgrims "
        "feestgangers bruiloftsgasten kerkgangers hulpverleenster arbeiders mijnwerkers herders "
        "veehouders gedetineerden ambulancemedewerkers brandweerlieden buurtbewoners"
    ),
    foreign=words("buitenlandse buitenlanders uitreizigers jihadreizigers"),
    dead=words(
        "doden dode burgerdoden dodelijke sterfgevallen gesneuvelden gesneuvelde gedode "
        "omgekomen levens lichamen lijken"
    ),
    wounded=words("gewonden gewonde zwaargewonden lichtgewonden"),
    displaced=words("ontheemden ontheemde evacués"),
    refugees=words("vluchtelingen"),
    strikes=words(
        "luchtaanvallen luchtaanval bombardementen luchtacties raketaanvallen aanvallen "
        "droneaanvallen"
    ),
    air=words(
        "luchtmacht vliegtuigen gevechtsvliegtuigen straaljagers bommenwerpers drones toestellen "
        "coalitievliegtuigen luchtaanvallen helikopters luchtsteun"
    ),
    inhabitants=words("inwoners inwonertal zielen"),
    names=words("namen"),
    lists=words("lijst databank database lijsten"),
    no_counts=words(
        "jaar jaren jarige jarig maand maanden week weken dag dagen uur uren minuten minuut "
        "km kilometer mijl "
        "meter mm cm m ton kilo dollar euro pond gezinnen families huizen woningen voertuigen "
        "tanks vrachtwagens bussen tenten dorpen steden landen districten provincies raketten "
        "granaten mijnen keer vliegtuigen straaljagers gevechtsvliegtuigen helikopters drones "
        "auto's schepen boten "
        "punten zetels stemmen graven bases posten stellingen groepen"
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
    fates=fates(
        killed="gedood | doodde | doodden | doden | omgekomen | omkwamen | omkwam | kwamen om | "
        "kwam om | om het leven | het leven lieten | lieten het leven | het leven gelaten | het "
        "leven gekost | het leven kostte | kostte het leven | verloren het leven | gesneuveld | "
        "sneuvelden | sneuvelde | gestorven | stierven | stierf | overleden | overleed | "
        "vermoord | vermoordde | vermoordden | doodgeschoten | geëxecuteerd | onthoofd | "
        "dodental | uitgeschakeld | geëlimineerd | geliquideerd | kostte het leven aan | kostten "
        "het leven aan | het leven gekost aan | executie van | executies van | dood van | moord "
        "op | onthoofding van | afslachting van | executeerde | executeerden | onthoofdde | "
        "onthoofdden | liquideerde | liquideerden | terechtgesteld | doodgemarteld | opgehangen "
        "| levend verbrand | neergeschoten | het leven aan | omkomen | omgebracht | gevallen "
        "doden | afgeslacht | vonden de dood | vond de dood | de dood vonden | de dood gevonden "
        "| de dood in | stikten | gestikt | verdronken | verdronk | bezweken | bezweek | "
        "verbrandden | verkoold | bedolven | overleefden het niet | overleefde het niet | niet "
        "overleefd | overleefden de aanval niet | overleefden de aanslag niet | overleefde de "
        "aanslag niet | doodsloegen | doodschoten | dood geschoten | dood aangetroffen | dood "
        "gevonden | levenloos | uitgemoord | vergast | uitmoordden | ombrachten | afslachtten | "
        "neermaaide | neermaaiden | neergemaaid | gefusilleerd | fusilleerde | fusilleerden | "
        "gelyncht | doodgeslagen | doodgestoken | geveld | gesmoord | opgeblazen | doodgebloed | "
        "verpletterd | gestenigd | doodgereden | doden gevallen | omgelegd",
        lost="verloor | verloren | verliest | verliezen | gekost | kostte | kostten | kost | "
        "kosten",
        wounded="gewond | verwond | verwondde | verwondden | gewonden | verwondingen | in het "
        "ziekenhuis | gewond geraakt | verwonding | zwaargewond | lichtgewond",
        displaced="gevlucht | vluchtten | vluchtte | vluchten | op de vlucht | ontheemd | "
        "verdreven | ontvlucht | ontvluchtten | ontvluchten | geëvacueerd | verlieten hun huizen "
        "| veilig heenkomen | hun biezen | huis en haard | hun huis | hun huizen | verjaagd | "
        "ontheemden | weggevlucht | uitgelopen | over de grens | de grens over | verlieten | "
        "verlaten | staken over | overgestoken | weggetrokken | vertrokken | vertrok | weggegaan "
        "| aangekomen | aankwamen | dakloos | geëvacueerde | weggevoerd | in veiligheid gebracht "
        "| een goed heenkomen | onderdak | ontvluchtte | liepen weg | vertrekken uit | toevlucht "
        "| bescherming gezocht | weggebracht | weggehaald | overgebracht naar | de wijk genomen "
        "| de wijk namen | uitgeweken | weken uit | huis hebben verlaten | elders een | "
        "thuisloos | vluchten | gevluchte | weggejaagd | uit hun huizen | uit hun huis | "
        "toevlucht gezocht | op drift | ontheemd geraakt | verjoeg | verjoegen | verdreef | "
        "verdreven uit | het veld ruimen | uitgevlucht | uitvluchtten",
        surrendered="zich over | overgegeven | zich overgaven | over te geven | capituleerden "
        "| gecapituleerd | overgave | zich overgegeven | wapens neer | wapens neergelegd",
        other="geneutraliseerd | gearresteerd | opgepakt | gevangengenomen | gevangen | "
        "krijgsgevangen | bevrijd | arresteerde | arresteerden | oppakte | oppakten | bevrijdde "
        "| bevrijdden | vrijgelaten | vrijliet | vermist | ontvoerd | gegijzeld | teruggekeerd | "
        "terug | ingesloten | opgesloten | klem | in de val | vast | gered | aangehouden | "
        "teruggekeerde | krijgsgevangenen",
    ),
    counts=words("verliezen aantal aantallen dodental totaal teller stand"),
    puts=words("op tot"),
    out_of=phrases("op de | op elke | van de"),
    active=words(
        "kost kostte kostten gekost verloor verloren verliest verliezen doodde doodden "
        "vermoordde vermoordden verwondde verwondden bevrijdde executeerde executeerden "
        "arresteerde arresteerden executie executies dood moord onthoofding afslachting"
    ),
    auxiliaries=words(
        "is zijn was waren wordt worden werd werden heeft hebben had hadden raakte raakten kwam "
        "kwamen vielen viel"
    ),
    parting={
        "om": ((words("kwam kwamen komen komt gekomen bracht brachten"), Fate.KILLED),),
        "leven": (
            (
                words("kostte kostten kost kosten lieten liet verloren verloor eiste eisten"),
                Fate.KILLED,
            ),
        ),
        "over": (
            (words("gaf gaven geeft geven gegeven"), Fate.SURRENDERED),
            (words("staken stak steken"), Fate.DISPLACED),
        ),
        "dood": (
            (
                words("schoot schoten sloeg sloegen stak staken martelden vond vonden joeg joegen"),
                Fate.KILLED,
            ),
        ),
        "neer": (
            (words("schoot schoten maaide maaiden sloeg"), Fate.KILLED),
            (words("legden legde leggen"), Fate.SURRENDERED),
        ),
        "uit": ((words("moordde moordden roeide roeiden"), Fate.KILLED),),
        "af": ((words("slachtte slachtten"), Fate.KILLED),),
        "op": ((words("pakte pakten pakt"), Fate.OTHER),),
        "weg": ((words("vluchtten trokken trok liepen renden gingen"), Fate.DISPLACED),),
        "aan": ((words("kwamen komen"), Fate.DISPLACED),),
        "mee": ((words("namen nam voerden voerde"), Fate.OTHER),),
        "vrij": ((words("liet lieten kwamen"), Fate.OTHER),),
        "niet": ((words("overleefde overleefden"), Fate.KILLED),),
    },
    among=words("waaronder onder waarvan inclusief"),
    lost=words(
        "verloren verloor verlies verliezen verlorengegaan kwijt kwijtgeraakt daling gedaald "
        "afgenomen afname minder gekrompen geslonken teruggang verkleind daalde kromp ingeleverd"
    ),
    held=words(
        "houdt hield houden controleert controleerde controleren beheerst beheerste bezet bezit "
        "bezat bezaten strook zak handen gebied grondgebied resteert over enclave heerst "
        "heerste bestrijkt kalifaat macht"
    ),
    regained=words(
        "heroverd heroverde heroverden bevrijd bevrijdde bevrijdden herwonnen teruggewonnen "
        "veroverd veroverde veroverden ingenomen heroveren teruggepakt"
    ),
    land=words("grondgebied gebied gebieden land terrein kalifaat"),
    population=words(
        "bevolking inwoners stad telt telde telden inwonertal thuisbasis dorp plaats enclave wijk "
        "kamp hoofdstad havenstad"
    ),
    lived_in=words("wonen woonden woont woonde bevolking telt telde"),
    shares=words("helft derde tweederde eenderde kwart driekwart vijfde procent %"),
    stops=words(
        "in op uit van naar door met voor na toen terwijl als die dat en of maar was waren is zijn "
        "werd werden wordt worden heeft hebben had hadden zal zou kan bij sinds tijdens tegen over "
        "onder waar tussen omdat zich kwamen kwam vielen om raakten raakte komt komen brengt bracht"
    ),
)
