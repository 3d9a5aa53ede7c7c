"""The formats of feature collections: what each is called, and who writes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from geomap.domain.items.collections import Collection
from geomap.domain.items.queries import Feature
from geomap.errors import NotAcceptable
from geomap.exports.feature_text import feature_sequence, feature_table
from geomap.exports.flatgeobuf import flatgeobuf

SEQUENCE = "geojsonseq"
Writer = Callable[[Collection, Iterable[Feature]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files: always all features, in constant memory."""

    name: str
    """As in `f=`."""
    media_type: str
    extension: str
    title: str
    write: Writer


def _parquet(collection: Collection, features: Iterable[Feature]) -> Iterator[bytes]:
    """GeoParquet; raises NotAcceptable where pyarrow is not installed."""
    try:
        from geomap.exports.geoparquet import geoparquet  # noqa: PLC0415 -- An extra, and heavy.
    except ModuleNotFoundError as error:
        raise NotAcceptable(
            "This geomap was installed without GeoParquet; its operator can add it by"
            " `pip install 'geomap[parquet]'`. FlatGeobuf (f=fgb) holds the same."
        ) from error
    return geoparquet(collection, features)


FILE_FORMATS = {
    one.name: one
    for one in (
        FileFormat(
            "csv", "text/csv; charset=utf-8; header=present", "csv", "CSV table", feature_table
        ),
        FileFormat("fgb", "application/vnd.flatgeobuf", "fgb", "FlatGeobuf", flatgeobuf),
        FileFormat(
            SEQUENCE,
            "application/geo+json-seq",
            "geojsonl",
            "GeoJSON text sequence",
            lambda _layer, features: feature_sequence(features),
        ),
        FileFormat("parquet", "application/vnd.apache.parquet", "parquet", "GeoParquet", _parquet),
    )
}
