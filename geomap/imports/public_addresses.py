"""Which addresses may be fetched: those of public hosts, so that nobody reaches inside through us.

A name is looked up once, every address that it has must be public, and the connection goes to one
that was checked, so that a second answer of the name server changes nothing.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from geomap.errors import NotFetched

LONGEST_URL = 2000
LONGEST_SHOWN = 100
SCHEMES = {"http": 80, "https": 443}
Resolve = Callable[[str, int], list[str]]

# Beside what `is_global` leaves out (private, loopback, link-local, carrier-grade NAT, reserved):
# addresses that carry another address inside, and relays.
_NEVER = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # Carrier-grade NAT. Versions of Python differ on this and the next.
        "192.0.0.0/24",  # Protocols.
        "192.88.99.0/24",  # Relays of 6to4.
        "198.18.0.0/15",  # Benchmarks.
        "2001:db8::/32",  # Documentation, as the next.
        "3fff::/20",
        "::/8",  # IPv4-mapped and IPv4-compatible addresses, the unspecified one and loopback.
        "64:ff9b::/96",  # NAT64.
        "64:ff9b:1::/48",  # NAT64 of one network.
        "2001::/23",  # Teredo and other protocols.
        "2002::/16",  # 6to4.
        "fec0::/10",  # Site-local, as it once was.
    )
)
_GLOBAL_UNICAST = ip_network("2000::/3")


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be fetched: its parts, and where to connect to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    """With the query."""
    addresses: tuple[str, ...]

    @property
    def site(self) -> str:
        """The host and its port, as they stand in the address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"


def is_public(address: str) -> bool:
    """Whether an IP address is one of a public host."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not found.is_global or found.is_multicast or found.is_reserved or "%" in address:
        return False
    if isinstance(found, IPv6Address) and found not in _GLOBAL_UNICAST:
        return False
    return not any(found in network for network in _NEVER if network.version == found.version)


def resolve_host(host: str, port: int) -> list[str]:
    """Every IP address of a host, in the order in which to try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def public_target(url: str, ports: frozenset[int], resolve: Resolve = resolve_host) -> Target:
    """Take an address apart and look its host up.

    Raises NotFetched for what is no address of a public host: another scheme or port, a user's
    name in it, a host that is not found or has an address that is not public.
    """
    parts, port = _parts(url)
    scheme, host = parts.scheme.lower(), parts.hostname
    shown = url[:LONGEST_SHOWN]
    if scheme not in SCHEMES or not host:
        raise NotFetched(f"{shown}: only addresses with http:// or https:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise NotFetched(f"{shown}: an address with a user's name in it is not fetched.")
    port = port or SCHEMES[scheme]
    if port not in ports:
        allowed = ", ".join(map(str, sorted(ports)))
        raise NotFetched(f"{shown}: port {port} is not fetched from, only {allowed}.")
    try:
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
        addresses = resolve(name, port)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{shown}: the host {host} is not found.", temporary=True) from error
    if not addresses or not all(map(is_public, addresses)):
        raise NotFetched(f"{shown}: {host} is no public host; only those are fetched from.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, scheme, name, port, path, tuple(addresses))


def _parts(url: str) -> tuple[SplitResult, int | None]:
    if len(url) > LONGEST_URL or not url.isprintable() or " " in url:
        raise NotFetched(f"{url[:LONGEST_SHOWN]!r} is no address that can be fetched.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotFetched(f"{url[:LONGEST_SHOWN]!r} is no address: {error}.") from error
    return parts, port
