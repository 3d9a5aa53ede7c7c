"""Words that say whose those are who are counted, in Dutch and English."""

from geomap.reading.language.word_lists import words

SIDES = words("side sides ranks zijde kant gelederen rijen")
"""After or before a party: "on the government side", "aan de kant van IS"."""
ATTACKERS = words("attackers assailants aanvallers")
AMONG = words("among amongst onder bij")
"""Before a party whose people died: "64 dead among the soldiers", "bij de Turken sneuvelden"."""
OF = words("of van from uit")
OF_THEM = words("them their theirs its his whom hen hun haar zijn wie own eigen")
COUNTS = words(
    "losses casualties verliezen number numbers toll total figure count strength aantal "
    "aantallen dodental tol totaal sterkte"
)
HAVING = words(
    "has have had having keeps kept maintains maintained retains retained sends sent "
    "send sending deploys deployed deploy dispatched dispatches commands commanded "
    "fields fielded musters mustered lost loses lose losing moved moves withdrew "
    "withdraws pulled brought brings stationed flew rushed mobilised mobilized "
    "massed assembled recruited contributed heeft hebben had hadden houdt houden "
    "hield hielden stuurt sturen stuurde stuurden zond zonden zendt legerde legert "
    "telt tellen telde telden verloor verloren verliest verliezen trok trokken trekt "
    "bracht brachten brengt beschikt beschikken beschikte leverde levert rekruteerde "
    "mobiliseerde verzamelde verzamelden ontplooide kreeg kregen krijgt gestuurd gezonden "
    "gelegerd ingezet overgebracht "
    "verplaatst gemobiliseerd verzameld teruggetrokken"
)
"""Verbs whose subject has those who are counted."""
LOSING = words(
    "lost loses lose losing suffered suffers suffer suffering sustained sustains "
    "mourned buried verloor verloren verliest verliezen leed leden lijdt geleden "
    "betreurt betreurde betreuren betreurden begroef"
)
"""Verbs whose subject lost them."""
COSTING = words("cost costing costs kost kosten kostte kostten gekost")
"""Verbs whose other object lost them: "the battle cost IS 1,000 men"."""
ADMITTING = words(
    "acknowledged acknowledges acknowledge admitted admits admit conceded "
    "concedes erkent erkende erkennen erkenden erkend bekendgemaakt toegegeven"
)
"""Verbs of who tells of its own dead."""
REMAINING = words(
    "remain remains remained remaining left inside trapped holed surrounded besieged encircled "
    "cornered holding holdouts resteren resteerden resterende over ingesloten omsingeld achter "
    "verschanst achtergebleven binnen zitten zaten belegerd belegerde overgebleven"
)
"""In a sentence of those who are still there: of the party that is being beaten."""
NEITHER = words(
    "killed killing kills kill doodde doodden gedood wounded wounding by door shot executed "
    "massacred slaughtered slaughtering murdered murdering executing executeerde executeerden "
    "vermoordde vermoordden verwondde verwondden"
)
"""Words behind which those who are counted are not the subject's."""
_ROLES = {
    "government": words(
        "soldier soldiers policeman policemen policewomen officer officers "
        "police serviceman servicemen conscript conscripts sailor sailors pilot "
        "pilots airman airmen guardsmen marine marines cadets paratroopers "
        "commandos troops crew crewmen loyalists recruits gendarmes soldaat "
        "soldaten militair militairen agent agenten politieagent politieagenten "
        "dienstplichtige dienstplichtigen matrozen matroos piloot piloten "
        "marinier mariniers commando commando's politiemannen politiemensen "
        "bemanningsleden officier officieren rekruten regeringssoldaten "
        "regeringsmilitairen gendarmes"
    ),
    "rebels": words("rebel rebels insurgent insurgents rebellen rebel opstandeling opstandelingen"),
    "jihadists": words(
        "militant militants jihadist jihadists extremist extremists terrorist "
        "terrorists islamist islamists bomber bombers jihadisten extremisten "
        "militanten terroristen terrorist zelfmoordterroristen moslimextremisten "
        "islamisten"
    ),
    "militias": words(
        "paramilitary paramilitaries militiamen militiaman militia militias militieleden militie "
        "milities"
    ),
    "separatists": words("separatist separatists separatisten"),
}
ABOARD = words("pilot pilots crew crewmen piloot piloten bemanningsleden bemanning")
"""Whose they are says what they flew or sailed: "a Russian helicopter"."""


def role_of(word: str) -> str | None:
    """Give the role that a word of those who are counted stands for; see `Cast.who`."""
    return _ROLE_OF.get(word)


_ROLE_OF = {word: role for role, among in _ROLES.items() for word in among}
