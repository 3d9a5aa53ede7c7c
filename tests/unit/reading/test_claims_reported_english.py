"""What real articles say in passing: whose hands, the area of a town, "it", and repute."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        pytest.param(
            "en",
            "In Kyiv they spoke of [[Lyman|town|UA]], a town which fell to Russian hands in June.",
            [("Lyman", "takes", "russia", "2017-06")],
            id="whose hands a town fell into",
        ),
        pytest.param(
            "en",
            "[[Raqqa]] was the seat of the caliphate until it fell to the SDF in August.",
            [("Raqqa", "takes", "sdf", "2017-08")],
            id="until it fell",
        ),
        pytest.param(
            "en",
            "Shops in [[Raqqa]] opened. It had been held by IS since 2014.",
            [("Raqqa", "holds", "is", "2014/..")],
            id="it had been held",
        ),
        pytest.param(
            "en",
            "The SDF say that they entered the centre of [[Raqqa]] and it is in their hands.",
            [("Raqqa", "holds", "sdf", "2017-10-17")],
            id="who has the whole fights for no part",
        ),
        pytest.param(
            "en",
            "Jets struck [[Hajin]], [[Sousa]] and [[Shafa]], all thought to be IS strongholds.",
            [
                ("Hajin", "holds", "is", "2017-10-17"),
                ("Sousa", "holds", "is", "2017-10-17"),
                ("Shafa", "holds", "is", "2017-10-17"),
            ],
            id="what several towns are thought to be",
        ),
        pytest.param(
            "en",
            "The Iraqi army captured the [[Qayyarah|town|IQ]] area.",
            [("Qayyarah", "takes", "iraqi-government", "2017-10-17")],
            id="the area of a town",
        ),
        pytest.param(
            "en", "IS clashed with the army in the [[Hajin]] area.", [], id="fighting around it"
        ),
        pytest.param(
            "en",
            "The general announced the liberation of [[Hawija|town|IQ]] on Friday.",
            [("Hawija", "takes", "iraqi-government", "2017-10-13")],
            id="a liberation that is announced",
        ),
        pytest.param(
            "nl",
            "[[Lyman|town|UA]] viel in mei in Russische handen.",
            [("Lyman", "takes", "russia", "2017-05")],
            id="wiens handen",
        ),
    ],
)
def test_who_has_a_place(language: str, text: str, claims: list[tuple[str, str, str, str]]) -> None:
    found = [
        (place, effect, who, when) for place, effect, who, _, when in claims_of(text, language)
    ]
    assert found == claims


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "IS was forced from its last positions in [[Hajin]].", [("loses", None, "is")]),
        ("en", "IS has lost its final foothold in [[Sirte]] to the SDF.", [("takes", "sdf", "is")]),
        ("en", "The rebels left their last bases in [[Homs]].", [("loses", None, "rebels")]),
        (
            "nl",
            "IS werd uit zijn laatste bases in [[Hajin]] verdreven.",
            [("loses", None, "is")],
        ),
        ("nl", "IS verliet zijn laatste bases in [[Hajin]].", [("loses", None, "is")]),
        ("en", "The fall of [[Raqqa]] was a major setback for IS.", [("loses", None, "is")]),
        ("en", "The loss of [[Raqqa]] to the SDF was a blow to IS.", [("takes", "sdf", "is")]),
        ("en", "The capture of [[Raqqa]] by the SDF dealt IS a blow.", [("takes", "sdf", None)]),
        ("nl", "De val van [[Raqqa]] was een klap voor IS.", [("loses", None, "is")]),
        ("nl", "Het verlies van [[Raqqa]] is een nederlaag voor IS.", [("loses", None, "is")]),
        ("en", "IS retreated from [[Hajin]], leaving it to the SDF.", [("takes", "sdf", "is")]),
        ("en", "The raid led to IS letting the SDF enter [[Hajin]].", [("contests", "sdf", None)]),
    ],
)
def test_who_lost_a_place(
    language: str, text: str, claims: list[tuple[str, str | None, str | None]]
) -> None:
    rebels = {"syrian-opposition": "rebels"}
    found = [
        (effect, holder, rebels.get(loser or "", loser))
        for _, effect, holder, loser, _ in claims_of(text, language)
    ]
    assert found == claims


def test_who_took_a_place_was_driven_out_again() -> None:
    text = "IS captured [[Palmyra]] in May 2015, only to be driven out by the army in March 2016."
    assert claims_of(text) == [
        ("Palmyra", "takes", "is", None, "2015-05"),
        ("Palmyra", "takes", "syrian-government", "is", "2016-03"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        pytest.param(
            "en",
            "[[Goma|city|CD]] was a stronghold of M23 during a 2012 uprising.",
            [("Goma", "holds", "m23", "2012")],
            id="a year that names an uprising",
        ),
        pytest.param("en", "[[Goma|city|CD]] was an M23 stronghold.", [], id="the past, undated"),
        pytest.param(
            "en",
            "After retaking [[Palmyra]] in March, the Syrian army moved east.",
            [("Palmyra", "takes", "syrian-government", "2017-03")],
            id="after taking it",
        ),
        pytest.param(
            "en",
            "IS held [[Palmyra]] before the army drove it out in March.",
            [("Palmyra", "takes", "syrian-government", "2017-03")],
            id="driven out of what it held",
        ),
        pytest.param(
            "en",
            "Being driven out of [[Sirte]] in 2016, IS has no town left.",
            [("Sirte", "loses", None, "2016")],
            id="being driven out",
        ),
        pytest.param(
            "en",
            "The last IS stronghold in the province, [[Hajin]], fell on Friday.",
            [("Hajin", "loses", None, "2017-10-13")],
            id="the town between commas",
        ),
        pytest.param(
            "en",
            "The army captured [[Hajin]] on Friday. Hundreds fled when IS took [[Hajin]].",
            [("Hajin", "takes", "syrian-government", "2017-10-13")],
            id="what came before the news and has no date",
        ),
        pytest.param(
            "en",
            "The army has [[Hajin]], held by IS since May. Hundreds fled when IS took [[Hajin]].",
            [
                ("Hajin", "holds", "syrian-government", "2017-10-17"),
                ("Hajin", "takes", "is", "2017-05"),
            ],
            id="taken when it was held from",
        ),
        pytest.param(
            "nl",
            "Het leger nam vrijdag [[Hajin]] in. Honderden vluchtten toen IS [[Hajin]] innam.",
            [("Hajin", "takes", "syrian-government", "2017-10-13")],
            id="wat voor het nieuws kwam",
        ),
    ],
)
def test_history_is_dated_or_left_out(
    language: str, text: str, claims: list[tuple[str, str, str | None, str]]
) -> None:
    assert [(*claim[:3], claim[4]) for claim in claims_of(text, language)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Iraq's army cleared IS fighters from the town of [[Hit|town|IQ]].",
            [("Hit", "takes", "iraqi-government")],
            id="fighters from a town they are cleared from",
        ),
        pytest.param(
            "The Iraqi army has pushed IS militants from [[Hit|town|IQ]].",
            [("Hit", "takes", "iraqi-government")],
            id="militants from a town they are pushed from",
        ),
        pytest.param(
            "Troops from [[Anbar|governorate|IQ]] drove IS from a village near [[Hit|town|IQ]].",
            [],
            id="where those come from who drive others out",
        ),
        pytest.param(
            "The Taliban were driven out from power in [[Kabul|capital|AF]].", [], id="power"
        ),
        pytest.param(
            "IS overran part of northern [[Iraq|country|IQ]] from [[Raqqa]].",
            [],
            id="part of a country",
        ),
        pytest.param("In [[Raqqa]], 16 others were captured by IS.", [], id="others captured"),
        pytest.param(
            "IS attacked the mainly Kurdish town of [[Kobani]].", [], id="who lives in a town"
        ),
        pytest.param(
            "A shell hit an IS-held part of [[Kobani]].", [], id="a part that somebody holds"
        ),
        pytest.param(
            "Near [[Azaz]], the northern town that fell to IS in May, troops rested.",
            [("Azaz", "takes", "is")],
            id="the northern town is that town",
        ),
        pytest.param(
            "The army and its Hezbollah allies took [[Yabrud]].",
            [("Yabrud", "takes", "syrian-government")],
            id="an army and its allies",
        ),
        pytest.param(
            "The Taliban took a [[Helmand|governorate|AF]] district.",
            [],
            id="one of several",
        ),
    ],
)
def test_only_what_was_taken_is_claimed(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Turkey's defence ministry said [[Suluk]] had been brought under control.",
            [("Suluk", "takes", "turkey-sna")],
            id="brought under control by who tells it",
        ),
        pytest.param(
            "The Taliban want to build on last month's brief capture of [[Kunduz|city|AF]].",
            [("Kunduz", "takes", "taliban")],
            id="a deed that has a day is no plan",
        ),
        pytest.param(
            "IS has taken nearly all of [[Hit|town|IQ]].",
            [("Hit", "contests", "is")],
            id="nearly all of it",
        ),
        pytest.param(
            "The RSF maintains control of large areas in the city of [[Bahri|city|SD]].",
            [("Bahri", "contests", "rsf")],
            id="areas in the city",
        ),
        pytest.param(
            "[[Rawa|town|IQ]] lies near the town of [[Qaim|town|IQ]] that the army retook.",
            [("Qaim", "takes", "iraqi-government")],
            id="the town that was retaken is the one beside it",
        ),
        pytest.param("Troops were securing the surroundings of [[Azaz]].", [], id="around it"),
    ],
)
def test_who_took_what(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "The SDF captured [[Manbij]] on Friday. [[Manbij]] was recaptured after weeks.",
            [("Manbij", "takes", "sdf", "2017-10-13")],
            id="who took it took it back",
        ),
        pytest.param(
            "IS fled [[Sirte]]. The army recaptured ground west of [[Sirte]] in May.",
            [],
            id="ground beside a town",
        ),
        pytest.param(
            "IS rose in a 2013 revolt that briefly overran [[Raqqa]].",
            [("Raqqa", "takes", "is", "2013")],
            id="what a revolt of that year overran",
        ),
        pytest.param(
            "The GNA say they entered [[Surman]], near [[Tripoli]], and it is in their hands.",
            [("Surman", "holds", "gna", "2017-10-17")],
            id="it is the town and no next name",
        ),
        pytest.param("In [[Kherson]] they voted on being annexed by Russia.", [], id="a prospect"),
        pytest.param(
            "IS seized swathes of land -- cutting off the road to [[Azaz]].",
            [],
            id="two hyphens part a sentence",
        ),
    ],
)
def test_when_and_which(text: str, claims: list[tuple[str, str, str, str]]) -> None:
    assert [(*claim[:3], claim[4]) for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Turkey's military has captured [[Azaz]].",
            [("Azaz", "takes", "turkey-sna", "2017-10-17")],
            id="whose military it is",
        ),
        pytest.param(
            "The ministry said the last rebels had left [[Azaz]] on Friday.",
            [("Azaz", "loses", None, "2017-10-13")],
            id="the last of them left, it said",
        ),
        pytest.param(
            "On Friday the rebels left the only town they had captured, [[Azaz]].",
            [("Azaz", "loses", None, "2017-10-13")],
            id="what they had captured once",
        ),
        pytest.param(
            "[[Azaz]] was left to IS on Friday.",
            [("Azaz", "takes", "is", "2017-10-13")],
            id="left to another",
        ),
        pytest.param(
            "IS took [[Azaz]] from the SDF on Friday, three days after they had lost it.",
            [("Azaz", "takes", "is", "2017-10-13"), ("Azaz", "takes", "sdf", "2017-10-10")],
            id="who had taken it before",
        ),
        pytest.param(
            "The army has [[Azaz]], held by IS since May. Many fled when IS took [[Azaz]] and "
            "[[Jinan]].",
            [
                ("Azaz", "holds", "syrian-government", "2017-10-17"),
                ("Azaz", "takes", "is", "2017-05"),
                ("Jinan", "takes", "is", "2017-05"),
            ],
            id="taken on one day",
        ),
    ],
)
def test_who_had_it_before(text: str, claims: list[tuple[str, str, str | None, str]]) -> None:
    assert [(*claim[:3], claim[4]) for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Haditha|town|IQ]] lies where US troops train soldiers to fight IS militants who "
            "overran part of [[Iraq|country|IQ]] last year.",
            [],
            id="a part of a country",
        ),
        pytest.param(
            "The Iraqi army cleared IS from [[Haditha|town|IQ]], where US troops are, retaking the "
            "town hall, the US military said.",
            [("Haditha", "takes", "iraqi-government")],
            id="what is told of a place is an aside",
        ),
        pytest.param(
            "The army has retaken [[Haditha|town|IQ]], held by IS since May 2014. The US-based "
            "institute also said that the town was taken.",
            [
                ("Haditha", "takes", "iraqi-government"),
                ("Haditha", "holds", "is"),
            ],
            id="who is based in a state is no state",
        ),
    ],
)
def test_who_only_stands_beside(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "On Friday Hayat Tahrir al-Sham took [[Azaz]]. Rebels seized [[Azaz]] on Friday.",
            [("Azaz", "takes", "hts")],
            id="which rebels they were",
        ),
        pytest.param(
            "Rebels seized [[Azaz]] on Friday. The army took [[Azaz]] on Friday night.",
            [("Azaz", "takes", "syrian-opposition"), ("Azaz", "takes", "syrian-government")],
            id="rebels and the army",
        ),
    ],
)
def test_what_is_told_more_exactly_counts(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "The US also reported that the Iraqi army, backed by jets, had retaken "
            "[[Hit|town|IQ]].",
            [("Hit", "takes", "iraqi-government")],
            id="what was said goes on behind an aside",
        ),
        pytest.param(
            "(Reuters) [[Kirkuk|city|IQ]] - The army took three villages from IS control.",
            [],
            id="where a report was written, behind its agency",
        ),
        pytest.param(
            "Buses left [[Foua]]. The rebels say that they are forced out by sieges.",
            [],
            id="what is so in general",
        ),
    ],
)
def test_nothing_is_put_down_to_who_only_tells(
    text: str, claims: list[tuple[str, str, str]]
) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims
