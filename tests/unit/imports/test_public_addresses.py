"""Nobody reaches a host inside through an address that geomap fetches."""

import pytest

from geomap.errors import NotFetched
from geomap.imports.public_addresses import Target, is_public, public_target

PORTS = frozenset({80, 443})
PUBLIC = "93.184.215.14"


def target(url: str, *addresses: str, ports: frozenset[int] = PORTS) -> Target:
    return public_target(url, ports, lambda _host, _port: list(addresses or (PUBLIC,)))


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "8.8.8.8"])
def test_public_hosts_are_fetched(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("127.255.1.2", id="all of loopback"),
        pytest.param("0.0.0.0", id="this host"),  # noqa: S104 - only judged, not bound.
        pytest.param("10.1.2.3", id="private 10"),
        pytest.param("172.31.255.255", id="private 172"),
        pytest.param("192.168.1.1", id="private 192"),
        pytest.param("169.254.169.254", id="link-local, where clouds keep secrets"),
        pytest.param("100.64.0.1", id="carrier-grade NAT"),
        pytest.param("192.0.0.8", id="protocol assignments"),
        pytest.param("192.88.99.1", id="relay of 6to4"),
        pytest.param("198.18.0.1", id="benchmarks"),
        pytest.param("198.51.100.7", id="documentation"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("239.255.255.250", id="multicast of an organisation"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("::", id="unspecified"),
        pytest.param("::1", id="loopback of version 6"),
        pytest.param("::ffff:127.0.0.1", id="mapped loopback"),
        pytest.param("::ffff:93.184.215.14", id="mapped, even if public"),
        pytest.param("::7f00:1", id="compatible"),
        pytest.param("64:ff9b::7f00:1", id="NAT64"),
        pytest.param("64:ff9b:1::1", id="NAT64 of a network"),
        pytest.param("2001::1", id="Teredo"),
        pytest.param("2001:db8::1", id="documentation of version 6"),
        pytest.param("2002:7f00:1::", id="6to4"),
        pytest.param("fc00::1", id="unique local"),
        pytest.param("fd12:3456::1", id="unique local, as used"),
        pytest.param("fe80::1", id="link-local of version 6"),
        pytest.param("fe80::1%eth0", id="with a zone"),
        pytest.param("2606:2800:21f::1%eth0", id="public with a zone"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("ff02::1", id="multicast of version 6"),
        pytest.param("100::1", id="discarded"),
        pytest.param("localhost", id="no address"),
    ],
)
def test_no_other_host_is(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(NotFetched, match="is no public host"):
        target("http://inside.example/", address)


def test_one_address_inside_is_enough_to_refuse_a_host() -> None:
    with pytest.raises(NotFetched, match="is no public host"):
        target("http://rebound.example/", PUBLIC, "192.168.0.1")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://paper.example/", "only addresses with http"),
        ("file:///etc/passwd", "only addresses with http"),
        ("gopher://paper.example:80/", "only addresses with http"),
        ("http:///path", "only addresses with http"),
        ("http://paper.example:22/", "port 22 is not fetched from, only 80, 443"),
        ("http://paper.example:99999/", "no address"),
        ("http://paper.example:x/", "no address"),
        ("http://[::1/", "no address"),
        ("http://user@paper.example/", "a user's name"),
        ("http://:secret@paper.example/", "a user's name"),
        ("http://paper.example/a b", "no address that can be fetched"),
        ("http://paper.example/\r\nHost: inside", "no address that can be fetched"),
        ("http://paper.example/" + "a" * 2000, "no address that can be fetched"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, words: str) -> None:
    with pytest.raises(NotFetched, match=words):
        target(url)


def test_a_host_that_is_not_found_may_be_tried_again() -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    with pytest.raises(NotFetched, match="is not found") as refusal:
        public_target("http://nowhere.example/", PORTS, nowhere)
    assert refusal.value.temporary


def test_the_parts_of_an_address_are_taken_apart() -> None:
    found = target("HTTPS://News.Example:443/a/b?c=d#e")
    assert (found.scheme, found.host, found.port, found.path, found.site) == (
        *("https", "news.example", 443, "/a/b?c=d"),
        "news.example",
    )
    assert found.addresses == (PUBLIC,)


def test_a_port_that_is_allowed_stands_in_the_host() -> None:
    found = target("http://news.example:8080", ports=frozenset({8080}))
    assert (found.site, found.path) == ("news.example:8080", "/")


def test_a_name_in_another_script_is_looked_up_as_it_is_registered() -> None:
    assert target("http://zürich.example/").host == "xn--zrich-kva.example"
