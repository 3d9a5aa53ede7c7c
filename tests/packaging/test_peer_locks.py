"""What a peer is installed from: exact versions with hashes, and no address."""

import json
from pathlib import Path

import pytest

from tests.serving import ROOT

PEERS = sorted(path.parent for path in (ROOT / "bench" / "peers").glob("*/requirements.in"))


@pytest.mark.parametrize("peer", [pytest.param(peer, id=peer.name) for peer in PEERS])
def test_a_peer_is_locked_with_hashes_and_no_address(peer: Path) -> None:
    lock = (peer / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = [line.split("==")[0] for line in lock.splitlines() if "==" in line.split(" ")[0]]
    assert set((peer / "requirements.in").read_text(encoding="utf-8").split()) <= set(pinned)
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert (peer / "measure.py").is_file() or (peer / "serve.py").is_file()


def test_there_are_peers() -> None:
    assert PEERS


def test_the_peers_of_the_page_are_locked_with_hashes_and_no_address() -> None:
    folder = ROOT / "bench" / "peers" / "page"
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert all("resolved" not in package for package in packages.values())
    assert all(package["integrity"].startswith("sha") for package in packages.values())
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
