"""Tiles: the convex part of the plane that is nearer to a site than to its rivals.

A rival of a site is another one that reaches at least as far. Each tile is cut out of a square
round its site by the perpendicular bisectors of site and rival, the nearest rival first, until the
next one is too far to matter. Every corner is computed as the point at equal distance from the
three sites that make it, always in their own order. So a tile is a function of the sites near it,
bit for bit the same whichever other sites there are and whichever other tiles are asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

TOUCHING_METRES = 1e-6
"""A corner that lies no further than this beyond a bisector is left alone."""
# Rivals are looked up ring by ring, as most tiles are closed by the nearest few. In reaches.
_RINGS = (0.125, 0.25, 0.5, 1.0, 2.0)
_ROOM_BESIDE_CIRCLE = 1.0625
_FEW = 64
_CORNERS = np.array([(1, -1), (1, 1), (-1, 1), (-1, -1)], dtype=np.float64)
_SIDES = np.array([(2, 0), (0, 2), (-2, 0), (0, -2)], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Sites:
    """Points of the plane in a fixed order; coordinates and reaches are metres."""

    x: Numbers
    y: Numbers
    reach: Numbers

    def __len__(self) -> int:
        """How many sites there are."""
        return len(self.x)


@dataclass(slots=True)
class Tiles:
    """Convex polygons, one a row, anticlockwise; only the first `count` corners of a row count.

    `rival` names the site beyond the border from a corner to the next; numbers from the count of
    sites on are the sides of the square.
    """

    site: Indices
    x: Numbers
    y: Numbers
    rival: Indices
    count: Indices
    farthest_squared: Numbers
    """The squared distance from each site to its farthest corner."""

    @property
    def used(self) -> NDArray[np.bool_]:
        """Which corners count."""
        return self.used_of(np.arange(len(self.site)))

    def used_of(self, rows: Indices) -> NDArray[np.bool_]:
        """Which corners of some rows count."""
        return np.arange(self.x.shape[1]) < self.count[rows, None]

    def polygons(self) -> NDArray[np.object_]:
        """The tiles as polygons; the hull, so that rounding cannot make one invalid."""
        row, corner = np.nonzero(self.used)
        coordinates = np.column_stack((self.x[row, corner], self.y[row, corner]))
        return np.asarray(shapely.convex_hull(shapely.multipoints(coordinates, indices=row)))


def tiles_of(sites: Sites, wanted: Indices, metres: float | None = None) -> Tiles:
    """The tiles of some sites, each in a square that holds the circle of its reach.

    Or, if so many metres are given, in a square that goes so far; then rivals beyond reach count,
    too.
    """
    own = sites.reach[wanted] * _ROOM_BESIDE_CIRCLE
    half = own if metres is None else np.full(len(wanted), metres)
    cutter = _Cutter(sites, wanted, half, 1.0 if metres is None else np.inf)
    near = _Near(sites, len(wanted))
    rows, inner = np.arange(len(wanted)), np.zeros(len(wanted))
    for ring in (*_RINGS, None):
        # Twice the half diagonal of a square is as far as a rival can be that cuts it.
        outer = half[rows] * 3 if ring is None else sites.reach[wanted[rows]] * ring
        for at, rivals, squared in _rivals(sites, near, wanted[rows], (inner, outer)):
            matters = squared <= cutter.limit_squared(rows[at])
            cutter.cut(rows[at[matters]], rivals[matters])
        going = cutter.limit_squared(rows) > outer**2
        rows, inner = rows[going], outer[going]
        if not len(rows):
            break
    return cutter.tiles


class _Cutter:
    """Cuts tiles by the bisectors of their rivals; the sides of a square are bisectors, too."""

    def __init__(self, sites: Sites, wanted: Indices, half: Numbers, reaches: float) -> None:
        self._sites = sites
        self._cap = sites.reach[wanted] * reaches
        centre = np.column_stack((sites.x[wanted], sites.y[wanted]))[:, None]
        mirrored = centre + _SIDES * half[:, None, None]
        corners = centre + _CORNERS * half[:, None, None]
        # Each side of a square has a site of its own mirrored in it, numbered after all others.
        self._x = np.concatenate((sites.x, mirrored[..., 0].ravel()))
        self._y = np.concatenate((sites.y, mirrored[..., 1].ravel()))
        sides = len(sites) + np.arange(4 * len(wanted)).reshape(-1, 4)
        count = np.full(len(wanted), 4)
        self.tiles = Tiles(wanted, corners[..., 0], corners[..., 1], sides, count, 2 * half**2)

    def limit_squared(self, rows: Indices) -> Numbers:
        """The squared distance beyond which no rival can cut a tile within its reach."""
        return np.asarray(4 * np.minimum(self.tiles.farthest_squared[rows], self._cap[rows] ** 2))

    def cut(self, rows: Indices, rivals: Indices) -> None:
        """Take from each tile what is nearer to its rival."""
        tiles = self.tiles
        beyond = beyond_bisector(self._sites, tiles, (rows, rivals), TOUCHING_METRES)
        hit = beyond.any(axis=1)
        if not hit.any():
            return
        rows, rivals, beyond = rows[hit], rivals[hit], beyond[hit]
        used, count = tiles.used_of(rows), tiles.count[rows, None]
        following = (np.arange(beyond.shape[1]) + 1) % count
        then_beyond = np.take_along_axis(beyond, following, axis=1)
        leaves = used & ~beyond & then_beyond
        crosses = leaves | (used & beyond & ~then_beyond)
        row, corner = np.nonzero(crosses)
        new_x, new_y = np.zeros(beyond.shape), np.zeros(beyond.shape)
        new_x[row, corner], new_y[row, corner] = self._equidistant(
            tiles.site[rows[row]], tiles.rival[rows[row], corner], rivals[row]
        )
        border = np.where(leaves, rivals[:, None], tiles.rival[rows])
        order, kept = _kept_first(_alternating(used & ~beyond, crosses))
        self._put(
            rows,
            kept,
            [
                np.take_along_axis(_alternating(old, new), order, axis=1)
                for old, new in (
                    (tiles.x[rows], new_x),
                    (tiles.y[rows], new_y),
                    (tiles.rival[rows], border),
                )
            ],
        )

    def _equidistant(self, *three: Indices) -> tuple[Numbers, Numbers]:
        """The point at equal distance from three sites, always computed in their order."""
        a, b, c = np.sort(np.column_stack(three), axis=1).T
        bx, by = self._x[b] - self._x[a], self._y[b] - self._y[a]
        cx, cy = self._x[c] - self._x[a], self._y[c] - self._y[a]
        b_squared, c_squared = bx * bx + by * by, cx * cx + cy * cy
        twice = 2 * (bx * cy - by * cx)
        x = (cy * b_squared - by * c_squared) / twice
        y = (bx * c_squared - cx * b_squared) / twice
        return self._x[a] + x, self._y[a] + y

    def _put(self, rows: Indices, count: Indices, columns: list[NDArray[Any]]) -> None:
        tiles = self.tiles
        more = columns[0].shape[1] - tiles.x.shape[1]
        if more > 0:
            room = ((0, 0), (0, more))
            tiles.x, tiles.y = np.pad(tiles.x, room), np.pad(tiles.y, room)
            tiles.rival = np.pad(tiles.rival, room)
        width = columns[0].shape[1]
        tiles.x[rows, :width], tiles.y[rows, :width], tiles.rival[rows, :width] = columns
        tiles.count[rows] = count
        site = tiles.site[rows, None]
        squared = (columns[0] - self._x[site]) ** 2 + (columns[1] - self._y[site]) ** 2
        used = np.arange(width) < count[:, None]
        tiles.farthest_squared[rows] = np.where(used, squared, 0.0).max(axis=1)


def beyond_bisector(
    sites: Sites, tiles: Tiles, pairs: tuple[Indices, Indices], metres: float
) -> NDArray[np.bool_]:
    """Which corners lie more than so many metres beyond the bisector of a tile and another site.

    The pairs are rows of the tiles and numbers of sites. Seen from the other site, the distance
    to the bisector has the other sign and not one other bit.
    """
    rows, others = pairs
    site = tiles.site[rows]
    across_x, across_y = sites.x[others] - sites.x[site], sites.y[others] - sites.y[site]
    middle_x, middle_y = (
        (sites.x[site] + sites.x[others]) / 2,
        (sites.y[site] + sites.y[others]) / 2,
    )
    past = (tiles.x[rows] - middle_x[:, None]) * across_x[:, None]
    past += (tiles.y[rows] - middle_y[:, None]) * across_y[:, None]
    apart = np.sqrt(across_x * across_x + across_y * across_y)
    return np.asarray(tiles.used_of(rows) & (past > metres * apart[:, None]))


def _alternating(old: NDArray[Any], new: NDArray[Any]) -> NDArray[Any]:
    """Two tables as one whose columns come from each in turn."""
    return np.stack((old, new), axis=2).reshape(len(old), -1)


def _kept_first(kept: NDArray[np.bool_]) -> tuple[Indices, Indices]:
    """For each row the columns that are kept, in their order; and how many they are."""
    count = kept.sum(axis=1)
    return np.argsort(~kept, axis=1, kind="stable")[:, : count.max()], count


class _Near:
    """Finds the sites in squares: with a tree, or by looking at all when few squares are asked."""

    def __init__(self, sites: Sites, squares: int) -> None:
        self._sites = sites
        points = np.asarray(shapely.points(sites.x, sites.y)) if squares > _FEW else None
        self._tree = None if points is None else shapely.STRtree(points)

    def pairs(self, centres: tuple[Numbers, Numbers], half: Numbers) -> tuple[Indices, Indices]:
        """The numbers of squares and of sites in them, at least."""
        x, y = centres
        if self._tree is not None:
            square, site = self._tree.query(shapely.box(x - half, y - half, x + half, y + half))
            return square, site
        beside = np.abs(self._sites.x - x[:, None]) <= half[:, None]
        square, site = np.nonzero(beside & (np.abs(self._sites.y - y[:, None]) <= half[:, None]))
        return square, site


def _rivals(
    sites: Sites, near: _Near, wanted: Indices, ring: tuple[Numbers, Numbers]
) -> Iterator[tuple[Indices, Indices, Numbers]]:
    """The rivals in a ring round each site, nearest first: one rank of them after the other.

    Gives rows of `wanted`, a rival of each and the squared distance.
    """
    inner, outer = ring
    x, y = sites.x[wanted], sites.y[wanted]
    row, rival = near.pairs((x, y), outer)
    squared = (sites.x[rival] - x[row]) ** 2 + (sites.y[rival] - y[row]) ** 2
    fits = (squared > inner[row] ** 2) & (squared <= outer[row] ** 2)
    fits &= (rival != wanted[row]) & (sites.reach[rival] >= sites.reach[wanted[row]])
    row, rival, squared = row[fits], rival[fits], squared[fits]
    order = np.lexsort((rival, squared, row))
    row, rival, squared = row[order], rival[order], squared[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    by_rank = np.argsort(rank, kind="stable")
    ends = np.cumsum(np.bincount(rank))
    for at in np.split(by_rank, ends[:-1]):
        if len(at):
            yield row[at], rival[at], squared[at]
