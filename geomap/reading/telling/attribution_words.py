"""The words by which a report names its sources, in Dutch and English."""

from collections.abc import Mapping
from dataclasses import dataclass

from geomap.reading.language.word_lists import phrases, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionWords:
    """What one language says of sources; all in lower case."""

    cues: frozenset[str]
    """Before the name of a source: "according to"."""
    verbs: frozenset[str]
    claims: frozenset[str]
    """Those of the verbs by which the report keeps its distance."""
    verbs_before_that: frozenset[str]
    """Other words as well; verbs only before "that" or a comma."""
    participles: frozenset[str]
    """After a verb of `having`, which then stands beside the source."""
    having: frozenset[str]
    passive: frozenset[str]
    """Before a verb: what is said without a speaker."""
    pronouns: frozenset[str]
    that: frozenset[str]
    backwards: frozenset[str]
    """"Dat meldt ...": what the sentence before told."""
    articles: frozenset[str]
    stops: frozenset[str]
    """Where the name of a source ends, or begins when it is read from behind."""
    leads: frozenset[str]
    """What can open a sentence before the source: days and adverbs."""
    openings: frozenset[str]
    """Prepositions after which, at the start, the verb stands before its subject."""
    name_links: frozenset[str]
    """Small words within a name; another one behind a name in capitals ends it. None for English,
    whose names go on in small letters: "the UN refugee agency"."""
    relatives: frozenset[str]
    """What tells more of the source between two commas: "SOHR, which ...,"."""
    appositions: frozenset[str]
    """How what somebody is begins: "Silo, a spokesman ..."."""


ENGLISH = AttributionWords(
    cues=phrases(
        "according to | citing | quoting | as reported by | reported by | a statement by "
        "| a statement from | statement by | claimed by"
    ),
    verbs=words(
        "said told announced reported claimed confirmed stated acknowledged warned added tweeted "
        "wrote denied declared alleged insisted admitted asserted noted explained estimated "
        "boasted vowed conceded maintained says"
    ),
    claims=words("claimed claims alleged alleges insisted asserted boasted maintained denied"),
    verbs_before_that=words("reports claims states confirms announces warns estimates say report"),
    participles=frozenset(),
    having=words("has have had"),
    passive=words("is are was were been be being as to not never"),
    pronouns=words(
        "he she it they we i who which that this one both all some none us them nobody everybody "
        "everyone anyone somebody someone others"
    ),
    that=words("that"),
    backwards=frozenset(),
    articles=words("the a an"),
    stops=words(
        "that but and while as when after because since if although though where whose with who "
        "which said says told than then so before had has have was were is are been will would "
        "can could may did does also not flatly first never whatever in on "
        "at by about during following amid"
    ),
    leads=words(
        "on in at late early earlier later today yesterday meanwhile also however separately "
        "monday tuesday wednesday thursday friday saturday sunday morning evening afternoon night "
        "last week weeks month months year years ago"
    ),
    openings=frozenset(),
    name_links=frozenset(),
    relatives=words("which who whose citing quoting"),
    appositions=words(
        "a an the its his head chief director spokesman spokeswoman spokesperson commander"
    ),
)

DUTCH = AttributionWords(
    cues=phrases(
        "volgens | aldus | op gezag van | bij monde van | naar zeggen van | zo meldt | zo melden "
        "| zo zegt | zo stelt | zo schrijft | een verklaring van | onder verwijzing naar"
    ),
    verbs=words(
        "zei zeiden zegt zeggen meldde meldden meldt melden berichtte berichtten meent meende "
        "verklaarde verklaarden verklaart bevestigde bevestigden bevestigt beweerde beweerden "
        "beweert beweren stelde stelden stelt schreef schrijft schrijven waarschuwde waarschuwden "
        "waarschuwt erkende erkenden erkent ontkende ontkenden ontkent ontkennen twitterde "
        "vertelde vertelden vertelt voegde claimde claimden claimt claimen benadrukte "
        "onderstreepte rapporteerde rapporteerden rapporteert schatte schat schatten"
    ),
    claims=words(
        "beweerde beweerden beweert beweren claimde claimden claimt claimen ontkende ontkenden "
        "ontkent ontkennen zou zouden"
    ),
    verbs_before_that=words(
        "bericht berichten kondigde liet laat lieten laten maakte maakten kondigden"
    ),
    participles=words(
        "gezegd gemeld bekendgemaakt verklaard bevestigd aangekondigd toegegeven ontkend geclaimd "
        "bericht meegedeeld gerapporteerd gewaarschuwd verteld weten beweerd"
    ),
    having=words("heeft hebben had hadden"),
    passive=words("wordt worden werd werden is zijn te het"),
    pronouns=words(
        "hij zij ze wij we ik het er dat dit die men deze wie ons hen niemand iedereen anderen"
    ),
    that=words("dat"),
    backwards=words("dat dit zo"),
    articles=words("de het een"),
    stops=words(
        "dat maar en terwijl toen omdat sinds als hoewel waar wiens met die wie zei zeggen dan dus "
        "voordat nadat had heeft hebben was waren is zijn zal zou kan kon werd werden wordt worden "
        "ook in op bij over tijdens na om tegen aan vlak door tot zich niet nog zo'n "
        "zo’n ten minstens zeker ruim enkele er meer"
    ),
    leads=words(
        "op in vandaag gisteren intussen ondertussen ook later eerder daarnaast verder zo "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend avond "
        "middag week weken "
        "maand maanden geleden vorige afgelopen"
    ),
    openings=words("in op bij na tijdens sinds vanuit"),
    name_links=words("van voor den der ten ter in 's - al"),
    relatives=words("die dat wiens waarvan"),
    appositions=words(
        "een de het hoofd woordvoerder woordvoerster directeur commandant leider minister chef"
    ),
)

ATTRIBUTION_WORDS: Mapping[str, AttributionWords] = {"en": ENGLISH, "nl": DUTCH}
