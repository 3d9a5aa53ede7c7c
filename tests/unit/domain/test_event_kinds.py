"""Every kind of event has its place in the code books of the field."""

from geomap.domain.event_kinds import ACLED_SUB_EVENT_TYPES, EventKind, UcdpType, ucdp_type


def test_every_kind_maps_to_an_acled_sub_event_type() -> None:
    assert set(ACLED_SUB_EVENT_TYPES) == set(EventKind)


def test_a_battle_with_a_state_is_state_based_violence() -> None:
    assert ucdp_type(EventKind.BATTLE, involves_state=True) is UcdpType.STATE_BASED


def test_a_battle_between_armed_groups_is_non_state_violence() -> None:
    assert ucdp_type(EventKind.BATTLE, involves_state=False) is UcdpType.NON_STATE


def test_an_attack_on_civilians_is_one_sided_violence() -> None:
    assert ucdp_type(EventKind.ATTACK_ON_CIVILIANS, involves_state=True) is UcdpType.ONE_SIDED


def test_a_declaration_is_no_violence() -> None:
    assert ucdp_type(EventKind.DECLARATION, involves_state=True) is None
