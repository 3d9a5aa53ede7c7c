"""The words of a clause, as it says them."""

from geomap.reading.clauses.scenes import Scene


def words_of(scene: Scene) -> tuple[str, ...]:
    """The words of a clause in small letters, marks among them."""
    return scene.line.sentence.lowers[scene.clause.first : scene.clause.last]
