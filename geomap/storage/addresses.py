"""Addresses that are, or were, fetched: feeds, and the pages that they name."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from geomap.domain.ingested import Address, AddressState
from geomap.storage.ingested_models import AddressRow


def find_address(session: Session, url: str) -> Address | None:
    """What is known of an address."""
    row = session.get(AddressRow, url)
    return None if row is None else _address(row)


def keep_address(session: Session, address: Address) -> None:
    """Keep what is known of an address in the place of what was."""
    columns = _columns(address)
    if session.get(AddressRow, address.url) is None:
        session.execute(insert(AddressRow), [columns])
    else:
        session.execute(update(AddressRow).where(AddressRow.url == address.url).values(columns))
    session.expire_all()


def add_waiting(session: Session, feed: str, addresses: Iterable[Address]) -> int:
    """Let the pages of a feed wait that are not known yet; gives how many there are."""
    fresh = {
        one.url: _columns(replace(one, feed=feed))
        for one in addresses
        if session.get(AddressRow, one.url) is None
    }
    if fresh:
        session.execute(insert(AddressRow), list(fresh.values()))
    return len(fresh)


def waiting_of(session: Session, feed: str) -> list[Address]:
    """The pages of a feed that wait, in the order of their addresses."""
    row = AddressRow
    query = select(row).where(row.feed == feed, row.state == AddressState.WAITING.value)
    return [_address(one) for one in session.scalars(query.order_by(row.url))]


def _columns(address: Address) -> dict[str, Any]:
    return asdict(address) | {"state": address.state.value}


def _address(row: AddressRow) -> Address:
    return Address(
        row.url,
        row.is_feed,
        row.feed,
        row.title,
        row.published,
        AddressState(row.state),
        row.reason,
        row.attempts,
        row.checked,
        row.etag,
        row.modified,
    )
