"""The map tells holders apart by colour, for readers who are colour-blind as well."""

import csv
from itertools import combinations
from math import dist
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import geomap

ACTORS = Path(geomap.__file__).parent / "data" / "isis-campaign" / "actors.csv"
CLAIMS = ACTORS.with_name("claims.csv")
# A difference of 2.3 is just noticed in two patches side by side; small marks need far more.
LEAST_DIFFERENCE = 25.0

# Machado, Oliveira and Fernandes (2009), full severity; applied to linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# Linear sRGB to CIE XYZ, and the white of D65.
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


@pytest.mark.parametrize("sight", SIGHT)
def test_holders_differ(sight: str) -> None:
    seen = {actor: _lab(colour, SIGHT[sight]) for actor, colour in _holders().items()}
    close = {
        pair: round(dist(seen[pair[0]], seen[pair[1]]))
        for pair in combinations(sorted(seen), 2)
        if dist(seen[pair[0]], seen[pair[1]]) < LEAST_DIFFERENCE
    }
    assert close == {}


def _holders() -> dict[str, str]:
    with CLAIMS.open(encoding="utf-8") as file:
        holding = {row["holder"] for row in csv.DictReader(file)}
    with ACTORS.open(encoding="utf-8") as file:
        return {row["id"]: row["colour"] for row in csv.DictReader(file) if row["id"] in holding}


def _lab(colour: str, sight: NDArray[np.float64]) -> list[float]:
    """CIE L*a*b* of a colour as it is seen."""
    encoded = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    ratio = XYZ @ np.clip(sight @ linear, 0, 1) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return [float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))]
