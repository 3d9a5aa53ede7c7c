"""What is done over a whole report: who "they" are, where "the city" is, which day counts."""

from geomap.domain.reading import Mention, Names, ReportText
from geomap.reading.report import read_report
from tests.unit.reading.reading_of import PUBLISHED, claims_of, events_of, reading_of


def test_the_city_is_the_place_last_named() -> None:
    text = "The army shelled [[Palmyra]]. On Monday it took the city."
    assert claims_of(text) == [
        ("Palmyra", "takes", "syrian-government", None, "2017-10-16"),
    ]


def test_they_are_the_actor_last_named() -> None:
    text = "Kurdish forces reached [[Tabqa]]. They captured [[Raqqa]] on Sunday."
    assert claims_of(text) == [("Raqqa", "takes", "sdf", None, "2017-10-15")]


def test_a_sentence_without_a_date_goes_on_from_the_one_before() -> None:
    text = "The SDF attacked on Saturday. It seized [[Tabqa]]."
    assert claims_of(text)[0][4] == "2017-10-14"


def test_a_new_paragraph_happened_between_the_first_date_and_publication() -> None:
    text = "The SDF attacked on Saturday.\n\nIt seized [[Tabqa]]."
    assert claims_of(text)[0][4] == "2017-10-14/2017-10-17"


def test_news_that_begins_long_ago_says_nothing_of_its_other_days() -> None:
    text = "The SDF attacked on 2 October.\n\nIt seized [[Tabqa]]."
    assert claims_of(text)[0][4] == "2017-10-17"


def test_what_holds_now_is_of_the_day_of_publication() -> None:
    text = "De SDF viel zaterdag aan. Het regime houdt nog het belegerde dorp [[Fua]] in handen."
    assert ("siege", "Fua", "2017-10-17") in events_of(text, "nl")


def test_news_in_the_perfect_is_as_old_as_the_first_day() -> None:
    text = "The SDF attacked on Saturday. It has seized [[Tabqa]]."
    assert claims_of(text)[0][4] == "2017-10-14/2017-10-17"


def test_history_in_passing_keeps_its_own_date() -> None:
    text = "IS lost [[Raqqa]], which it had captured in January 2014, to the SDF on Tuesday."
    assert ("Raqqa", "takes", "is", None, "2014-01") in claims_of(text)


def test_the_same_claim_told_twice_is_one_with_the_better_date() -> None:
    text = "The SDF has taken [[Raqqa]]. The SDF captured [[Raqqa]] on Monday."
    assert claims_of(text) == [("Raqqa", "takes", "sdf", None, "2017-10-16")]


def test_who_withdraws_from_what_another_takes_is_its_loser_and_no_claim() -> None:
    text = "IS withdrew from [[Manbij]] on Monday. The SDF captured [[Manbij]] on Monday."
    assert [claim[:2] for claim in claims_of(text)] == [("Manbij", "takes")]


def test_a_dateline_is_not_where_it_happened() -> None:
    text = "[[DAMASCUS]] - The army has retaken the town of [[Palmyra]]."
    assert [claim[0] for claim in claims_of(text)] == ["Palmyra"]


def test_an_abbreviation_in_brackets_does_not_part_a_sentence() -> None:
    text = "The Syrian Democratic Forces (SDF) have captured [[Raqqa]]."
    assert claims_of(text) == [("Raqqa", "takes", "sdf", None, "2017-10-17")]


def test_the_army_is_that_of_the_country_of_the_place() -> None:
    claims = claims_of("The army retook [[Palmyra]]. The army retook [[Kunduz|town|AF]].")
    assert [claim[2] for claim in claims] == ["syrian-government", "afghan-government"]


def test_islamic_state_goes_by_another_id_in_libya() -> None:
    assert claims_of("Islamic State seized [[Sirte|town|LY]].")[0][2] == "is-libya"


def test_a_party_that_no_lexicon_knows_makes_no_claim() -> None:
    assert claims_of("The Free Gardeners seized [[Raqqa]].") == []


def test_the_atlas_can_name_a_party() -> None:
    names = Names({"Free Gardeners": "gardeners"})
    reading = reading_of("The Free Gardeners seized [[Raqqa]].", names=names)
    assert [claim.holder for claim in reading.claims] == ["gardeners"]


def test_a_general_word_among_the_names_of_an_atlas_counts_where_no_country_says_more() -> None:
    names = Names({"rebels": "hill-rebels"})
    here = reading_of("Rebels seized [[Raqqa]].", names=names)
    elsewhere = reading_of("Rebels seized [[Thimphu|town|BT]].", names=names)
    assert [claim.holder for claim in here.claims] == ["syrian-opposition"]
    assert [claim.holder for claim in elsewhere.claims] == ["hill-rebels"]


def test_a_claim_keeps_its_sentence_and_its_source() -> None:
    reading = reading_of("It rained. The SDF has captured [[Raqqa]], the Observatory said.")
    (claim,) = reading.claims
    assert claim.quote == "The SDF has captured Raqqa, the Observatory said."
    assert (claim.start, claim.end) == (11, 60)
    assert claim.source == "Observatory"


def test_a_hedged_claim_is_less_sure() -> None:
    plain = reading_of("The SDF has captured [[Raqqa]].").claims[0]
    hedged = reading_of("The SDF has reportedly captured [[Raqqa]].").claims[0]
    assert hedged.confidence < plain.confidence


def test_without_a_day_of_publication_only_dated_claims_are_read() -> None:
    text = "The SDF captured Raqqa on 17 October 2017. It has captured Tabqa."
    place = reading_of("[[Raqqa]]").mentions[0].place
    mentions = [
        Mention("Raqqa", 17, 22, place, 1.0),
        Mention("Tabqa", text.index("Tabqa"), text.index("Tabqa") + 5, place, 1.0),
    ]
    reading = read_report(ReportText(text), "en", mentions)
    assert [claim.when.edtf for claim in reading.claims] == ["2017-10-17"]


def test_a_place_that_is_not_resolved_makes_no_claim() -> None:
    text = "The SDF captured Raqqa."
    mention = Mention("Raqqa", 17, 22, None, 0.0)
    assert read_report(ReportText(text, PUBLISHED), "en", [mention]).claims == ()


def test_a_language_without_a_lexicon_has_mentions_only() -> None:
    mention = reading_of("[[Raqqa]]").mentions[0]
    reading = read_report(ReportText("Raqqa est tombée.", PUBLISHED), "fr", [mention])
    assert reading.mentions == (mention,)
    assert (reading.claims, reading.events, reading.figures) == ((), (), ())


def test_text_without_words_is_read_as_nothing() -> None:
    for text in ("", "   \n\n ", "…!?()[]", "\u202e\u2066 )( "):
        reading = read_report(ReportText(text, PUBLISHED), "en", [])
        assert (reading.claims, reading.events, reading.figures) == ((), (), ())


def test_who_took_a_place_is_inferred_with_less_confidence() -> None:
    reading = reading_of("Azerbaijani forces took [[Fuzuli]]. [[Jabrayil]] fell on 4 October.")
    told, inferred = reading.claims
    assert inferred.holder == told.holder == "azerbaijan"
    assert inferred.confidence < told.confidence


def test_a_stretch_without_end_is_passed_over_in_time_by_its_length() -> None:
    endless = "The SDF takes " + "takes and (a) when " * 900
    reading = read_report(ReportText(endless, PUBLISHED), "en", [])
    assert reading.claims == ()


def test_a_town_that_no_gazetteer_has_is_what_is_spoken_of() -> None:
    claims = claims_of(
        "Somali forces took [[Gambale|unknown|SO]], east of [[Jowhar|town|SO]]. "
        "Al-Shabaab men withdrew from the town."
    )
    assert claims == []


def test_the_capital_is_the_one_that_is_named_behind_it() -> None:
    claims = claims_of(
        "Al-Shabaab has retaken [[Merca|town|SO]]. The group was driven from the capital, "
        "[[Mogadishu|capital|SO]], in early August 2011."
    )
    assert ("Mogadishu", "loses", None, "al-shabaab", "2011-08-01/2011-08-10") in claims
    assert len(claims) == 2


def test_where_a_monitor_has_its_seat_takes_no_town() -> None:
    claims = claims_of(
        "IS held [[Morek]]. The [[UK|country|GB]]-based observatory said the town had been retaken."
    )
    assert "united-kingdom" not in {claim[2] for claim in claims}
