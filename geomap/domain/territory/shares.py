"""Shares: what belongs to each of some sites on the plane, and the lines between two shares.

A point belongs to the nearest of the sites that reach it. Among sites that reach equally far that
is a tile cut by a circle. A site that reaches less far takes from its neighbours what lies in its
circle and nearer to it than to them; so its share is bounded by bisectors and by arcs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geomap.domain.territory.ground import Geometries
from geomap.domain.territory.tiles import (
    TOUCHING_METRES,
    Indices,
    Sites,
    Tiles,
    beyond_bisector,
    tiles_of,
)

ARCS = 128  # A circle of so many straight arcs lacks 0.04 % of its area.
_ANGLES = np.linspace(0.0, 2 * np.pi, ARCS, endpoint=False)
_UNIT_CIRCLE = np.column_stack((np.cos(_ANGLES), np.sin(_ANGLES)))
_WIDE = 1.6  # Reaches; more than the half diagonal of the square round a circle.


@dataclass(frozen=True, slots=True)
class Line:
    """The border between two sites, named by their numbers, the smaller first."""

    first: int
    second: int
    geometry: BaseGeometry
    owner: int
    """The row of the share that it runs along."""


@dataclass(slots=True)
class Shares:
    """The shares of some sites, one a row, before the weaker sites take theirs and after."""

    sites: Sites
    tiles: Tiles
    hulls: Geometries
    reached: Geometries
    """The hulls of the tiles, cut by the circles."""
    circles: dict[int, BaseGeometry]
    """By row, the circle that bounds it; most rows of a dense atlas have none."""
    taken: dict[int, dict[int, BaseGeometry]] = field(default_factory=dict)
    """By row and weaker site: what that site takes from the row."""
    _together: dict[int, BaseGeometry] = field(default_factory=dict)
    """By row, what all weaker sites take, once it was asked for."""

    def left(self, row: int, geometry: BaseGeometry, but: int | None = None) -> BaseGeometry:
        """A geometry without what weaker sites take from a row, but for one of them."""
        taken = self.taken.get(row, {})
        if but is not None:
            others = [one for weaker, one in taken.items() if weaker != but]
            return geometry - shapely.union_all(others) if others else geometry
        if taken and row not in self._together:
            self._together[row] = shapely.union_all(list(taken.values()))
        return geometry - self._together[row] if taken else geometry

    def geometries(self) -> Geometries:
        """What belongs to each site."""
        whole = self.reached.copy()
        for row in self.taken:
            whole[row] = self.left(row, whole[row])
        return whole

    def lines(self) -> Iterator[Line]:
        """The borders between shares; where two sites reach differently far, several lines."""
        row, corner, rival = self._borders()
        following = (corner + 1) % self.tiles.count[row]
        ends = [(self.tiles.x[row, at], self.tiles.y[row, at]) for at in (corner, following)]
        coordinates = np.stack([np.column_stack(end) for end in ends], axis=1)
        straight = np.asarray(shapely.linestrings(coordinates))
        for at, beyond, line in zip(row.tolist(), rival.tolist(), straight, strict=True):
            site = int(self.tiles.site[at])
            reached = line & self.circles[at] if at in self.circles else line
            yield Line(min(site, beyond), max(site, beyond), self.left(at, reached), at)
        yield from self._arcs()

    def _borders(self) -> tuple[Indices, Indices, Indices]:
        """Rows, corners and rivals of the borders between two of these sites, each one once."""
        reach, site = self.sites.reach, self.tiles.site
        row, corner = np.nonzero(self.tiles.used)
        rival = self.tiles.rival[row, corner]
        real = rival < len(self.sites)
        row, corner, rival = row[real], corner[real], rival[real]
        once = (reach[rival] > reach[site[row]]) | (site[row] < rival)
        once &= np.isin(rival, site)
        return row[once], corner[once], rival[once]

    def _arcs(self) -> Iterator[Line]:
        """The circles of weaker sites as far as they are borders."""
        rows = {int(site): row for row, site in enumerate(self.tiles.site)}
        for row, weaker_sites in self.taken.items():
            stronger = int(self.tiles.site[row])
            for weaker in weaker_sites:
                if weaker not in rows:
                    continue
                (circle,) = circles(self.sites, np.array([weaker]))
                own = self.left(rows[weaker], circle.boundary & self.hulls[rows[weaker]])
                arc = self.left(row, own & self.reached[row], but=weaker)
                yield Line(min(stronger, weaker), max(stronger, weaker), arc, row)


def shares_of(sites: Sites, wanted: Indices) -> Shares:
    """Share the plane out; only the shares of the wanted sites are made."""
    tiles = tiles_of(sites, wanted)
    hulls = tiles.polygons()
    reached = hulls.copy()
    reach = sites.reach[wanted]
    far = np.flatnonzero(tiles.farthest_squared > (reach * np.cos(np.pi / ARCS)) ** 2)
    around = _circles_through_tips(sites, tiles, far)
    reached[far] = shapely.intersection(hulls[far], around)
    shares = Shares(sites, tiles, hulls, reached, dict(zip(far.tolist(), around, strict=True)))
    _take(shares)
    return shares


def circles(sites: Sites, wanted: Indices) -> Geometries:
    """The circles of the reach of some sites, as polygons inscribed in them."""
    centre = np.column_stack((sites.x[wanted], sites.y[wanted]))[:, None]
    radius = sites.reach[wanted][:, None, None]
    return np.asarray(shapely.polygons(centre + radius * _UNIT_CIRCLE))


def _circles_through_tips(sites: Sites, tiles: Tiles, rows: Indices) -> Geometries:
    """The circles of some rows, with a corner wherever two circles of one size cross.

    There the border of two shares ends, so that it ends for both at one point. Seen from either
    site, the two crossings are the same numbers.
    """
    at, corner = np.nonzero(tiles.used_of(rows))
    rival, site = tiles.rival[rows[at], corner], tiles.site[rows[at]]
    real = rival < len(sites)
    at, rival, site = at[real], rival[real], site[real]
    across = np.column_stack((sites.x[rival] - sites.x[site], sites.y[rival] - sites.y[site]))
    middle = np.column_stack((sites.x[rival] + sites.x[site], sites.y[rival] + sites.y[site])) / 2
    squared = across[:, 0] * across[:, 0] + across[:, 1] * across[:, 1]
    crossing = (sites.reach[rival] == sites.reach[site]) & (squared < 4 * sites.reach[site] ** 2)
    at, across, middle, squared = (
        at[crossing],
        across[crossing],
        middle[crossing],
        squared[crossing],
    )
    along = across[:, ::-1] * (-1, 1)
    along *= np.sqrt(sites.reach[site[crossing]] ** 2 / squared - 0.25)[:, None]
    ring = shapely.get_coordinates(circles(sites, tiles.site[rows])).reshape(-1, 2)
    points = np.concatenate((ring, middle + along, middle - along))
    owner = np.concatenate((np.repeat(np.arange(len(rows)), ARCS + 1), at, at))
    order = np.argsort(owner, kind="stable")
    return np.asarray(shapely.convex_hull(shapely.multipoints(points[order], indices=owner[order])))


def touching(sites: Sites, wanted: Indices) -> Indices:
    """The sites whose share can change when one of the wanted sites comes or goes.

    Those are the ones that touch it, and sometimes one that nearly does; without the wanted.
    """
    near = np.zeros(len(sites), dtype=np.bool_)
    for site in wanted:
        for reach in np.unique(sites.reach[sites.reach >= sites.reach[site]]):
            near |= _bounding(sites, site, reach)
    return np.setdiff1d(np.flatnonzero(near), wanted)


def _bounding(sites: Sites, site: np.int64, reach: np.float64) -> NDArray[np.bool_]:
    """Who bounds the tile of a site among those that reach at least so far, or nearly does.

    A site takes from another's tile only if, on the way from there to the other, their bisector
    is met within the half diagonal of that tile's square. So it is enough to look that far.
    """
    reaches = sites.reach.copy()
    reaches[site] = reach
    tile = tiles_of(
        Sites(sites.x, sites.y, reaches), np.array([site]), float(_WIDE * sites.reach.max())
    )
    others = np.arange(len(sites))
    return _takes(sites, tile, (np.zeros_like(others), others))


def _takes(
    sites: Sites, tiles: Tiles, pairs: tuple[Indices, Indices], metres: float = -1e-3
) -> NDArray[np.bool_]:
    """Whether some of a tile is nearer to another site than to its own, or within a millimetre."""
    return np.asarray(beyond_bisector(sites, tiles, pairs, metres).any(axis=1))


def _take(shares: Shares) -> None:
    """Note what weaker sites take from each share."""
    sites, tiles = shares.sites, shares.tiles
    weaker = np.flatnonzero(sites.reach < sites.reach.max(initial=0.0))
    if not len(weaker):
        return
    around = circles(sites, weaker)
    number, row = shapely.STRtree(shares.reached).query(around, predicate="intersects")
    takes = _takes(sites, tiles, (row, weaker[number]), TOUCHING_METRES)
    takes &= sites.reach[weaker[number]] < sites.reach[tiles.site[row]]
    order = np.lexsort((number[takes], row[takes]))
    for at, one in zip(row[takes][order].tolist(), number[takes][order].tolist(), strict=True):
        site = int(weaker[one])
        half = _near_side(sites, site, int(tiles.site[at]))
        shares.taken.setdefault(at, {})[site] = around[one] & half


def _near_side(sites: Sites, site: int, other: int) -> BaseGeometry:
    """What is nearer to a site than to another, as far as the site reaches."""
    point = np.array((sites.x[site], sites.y[site]))
    across = np.array((sites.x[other], sites.y[other])) - point
    apart = np.sqrt(across[0] * across[0] + across[1] * across[1])
    towards = across / apart
    along = np.array((-towards[1], towards[0])) * (2 * sites.reach[site])
    back = towards * (2 * sites.reach[site] + apart)
    middle = point + across / 2
    return shapely.Polygon(
        (middle - along, middle + along, middle + along - back, middle - along - back)
    )
