"""What another rule makes of the same claims: other sources heard, another dispute window."""

from dataclasses import replace

from sqlalchemy.orm import Session

from geomap.domain.answers import Alternative, AlternativesAnswer, ControlQuery
from geomap.domain.learning import answers_differ
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import InvalidParameter
from geomap.services.control import control_on_day
from geomap.services.explaining import register_at


def alternatives(
    session: Session, query: ControlQuery, standpoint: Standpoint, standard: Rule
) -> AlternativesAnswer:
    """The places whose answer by the rule that is asked differs from that by the standard rule.

    Both answers are given from the same knowledge and the same revision. Raises InvalidParameter
    where the two rules are one, and otherwise as `control_on_day`.
    """
    if standpoint.rule == standard:
        raise InvalidParameter(
            "source",
            "is missing; give source, reliability or dispute_window, to compare with the standard"
            " rule.",
        )
    asked = control_on_day(session, query, standpoint)
    usual = control_on_day(session, query, replace(standpoint, rule=standard))
    places = tuple(
        Alternative(one.place, other.control, one.control)
        for one, other in zip(asked.places, usual.places, strict=True)
        if answers_differ(query.day, one.control, other.control)
    )
    register = register_at(session, asked.revision)
    return AlternativesAnswer(
        asked.frame, query, standpoint, standard, asked.revision, places, register
    )
