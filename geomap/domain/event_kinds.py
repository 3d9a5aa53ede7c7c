"""Kinds of events, each with its place in the code books of ACLED and UCDP."""

from enum import IntEnum, StrEnum


class EventKind(StrEnum):
    """What happened, in geomap's own short list."""

    BATTLE = "battle"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    OFFENSIVE = "offensive"
    SIEGE = "siege"
    SIEGE_BROKEN = "siege_broken"
    AGREEMENT = "agreement"
    WITHDRAWAL = "withdrawal"
    SURRENDER = "surrender"
    DISPLACEMENT = "displacement"
    DECLARATION = "declaration"
    LEAFLETS = "leaflets"
    ATTACK_ON_CIVILIANS = "attack_on_civilians"
    ARREST = "arrest"
    HEADQUARTERS_ESTABLISHED = "headquarters_established"
    OTHER = "other"


class UcdpType(IntEnum):
    """UCDP GED `type_of_violence`."""

    STATE_BASED = 1
    NON_STATE = 2
    ONE_SIDED = 3


# Sub-event types of the ACLED code book (2023 edition). What ACLED has no word for is its "Other"
# strategic development.
ACLED_SUB_EVENT_TYPES = {
    EventKind.BATTLE: "Armed clash",
    EventKind.AIR_STRIKE: "Air/drone strike",
    EventKind.SHELLING: "Shelling/artillery/missile attack",
    EventKind.BOMBING: "Remote explosive/landmine/IED",
    EventKind.OFFENSIVE: "Armed clash",
    EventKind.SIEGE: "Other",
    EventKind.SIEGE_BROKEN: "Armed clash",
    EventKind.AGREEMENT: "Agreement",
    EventKind.WITHDRAWAL: "Non-violent transfer of territory",
    EventKind.SURRENDER: "Change to group/activity",
    EventKind.DISPLACEMENT: "Other",
    EventKind.DECLARATION: "Other",
    EventKind.LEAFLETS: "Other",
    EventKind.ATTACK_ON_CIVILIANS: "Attack",
    EventKind.ARREST: "Arrests",
    EventKind.HEADQUARTERS_ESTABLISHED: "Headquarters or base established",
    EventKind.OTHER: "Other",
}

# UCDP counts deaths in organised violence; kinds without violence have no type there. Whether a
# battle is state-based or non-state depends on the parties, so `ucdp_type` asks for that.
_FIGHTING = frozenset(
    {
        EventKind.BATTLE,
        EventKind.AIR_STRIKE,
        EventKind.SHELLING,
        EventKind.BOMBING,
        EventKind.OFFENSIVE,
        EventKind.SIEGE,
        EventKind.SIEGE_BROKEN,
    }
)


def ucdp_type(kind: EventKind, *, involves_state: bool) -> UcdpType | None:
    """The UCDP type of violence of an event, or None where UCDP has none."""
    if kind is EventKind.ATTACK_ON_CIVILIANS:
        return UcdpType.ONE_SIDED
    if kind in _FIGHTING:
        return UcdpType.STATE_BASED if involves_state else UcdpType.NON_STATE
    return None
