"""CQL2 as text (OGC 21-065r2), read into the same document that CQL2 as JSON is.

What is read is what can be asked here: comparisons, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT,
S_INTERSECTS and the temporal functions. How deep conditions nest is limited while reading, so that
no text can exhaust the stack.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from geomap.domain.items.conditions import Relation
from geomap.errors import InvalidParameter

DEEPEST = 40
LONGEST_SHOWN = 40
_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<text>'(?:[^']|'')*')"
    r"|(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)"
    r"|(?P<name>[A-Za-z_:][A-Za-z0-9_:.\-]*|\"[^\"]+\")"
    r"|(?P<sign><>|<=|>=|[=<>(),])"
    r")"
)
_SIGNS = frozenset({"=", "<>", "<", "<=", ">", ">="})
_TEMPORAL = {one.value.upper(): one.value for one in Relation}
_POINTS = ("POINT", "LINESTRING", "POLYGON")
_SHAPES = frozenset({*_POINTS, *(f"MULTI{one}" for one in _POINTS), "GEOMETRYCOLLECTION"})
_WORDS = frozenset(["AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "NULL"])
Json = dict[str, Any]


class _Token(NamedTuple):
    kind: str
    text: str
    start: int

    @property
    def word(self) -> str:
        """The token as a keyword is compared."""
        return self.text.upper() if self.kind in {"name", "sign"} else ""


def document_of(text: str) -> Json:
    """The condition as CQL2 JSON. Raises InvalidParameter that says where it cannot be read."""
    reader = _Reader(text)
    document = reader.condition(0)
    if reader.token.kind != "end":
        raise reader.refusal("AND, OR or the end")
    return document


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.token = self._read()

    def refusal(self, wanted: str) -> InvalidParameter:
        """Say what was expected in place of the current token."""
        found = self.token.text[:LONGEST_SHOWN] or "the end"
        return InvalidParameter(
            "filter",
            f"cannot be read at character {self.token.start + 1}: {wanted} is expected there, not"
            f" {found!r}; write CQL2 such as kind='battle' AND start>=DATE('2017-01-01').",
        )

    def _read(self) -> _Token:
        match = _TOKEN.match(self._text, self._at)
        if match and match.lastgroup:
            self._at = match.end()
            return _Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup))
        rest = self._text[self._at :].strip()
        start = len(self._text) - len(self._text[self._at :].lstrip())
        return _Token("error" if rest else "end", rest, start)

    def _take(self) -> _Token:
        taken, self.token = self.token, self._read()
        return taken

    def _accept(self, word: str) -> bool:
        if self.token.word == word:
            self._take()
            return True
        return False

    def _expect(self, word: str) -> None:
        if not self._accept(word):
            raise self.refusal(word)

    def condition(self, depth: int) -> Json:
        """Conditions joined by OR."""
        if depth > DEEPEST:
            raise InvalidParameter("filter", f"nests deeper than {DEEPEST} levels.")
        return self._joined("OR", lambda: self._joined("AND", lambda: self._factor(depth)))

    def _joined(self, word: str, part: Callable[[], Json]) -> Json:
        parts = [part()]
        while self._accept(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else {"op": word.lower(), "args": parts}

    def _factor(self, depth: int) -> Json:
        negated = False
        while self._accept("NOT"):
            negated = not negated
        if self._accept("("):
            found = self.condition(depth + 1)
            self._expect(")")
        else:
            found = self._predicate()
        return {"op": "not", "args": [found]} if negated else found

    def _predicate(self) -> Json:
        if self.token.word == "S_INTERSECTS":
            self._take()
            return {"op": "s_intersects", "args": self._pair(self._shape)}
        if self.token.word in _TEMPORAL:
            operator = _TEMPORAL[self._take().word]
            return {"op": operator, "args": self._pair(self._time)}
        return self._comparison()

    def _pair(self, read: Callable[[], Any]) -> list[Any]:
        self._expect("(")
        first = read()
        self._expect(",")
        second = read()
        self._expect(")")
        return [first, second]

    def _comparison(self) -> Json:
        left = self._scalar()
        if self.token.text in _SIGNS and self.token.kind == "sign":
            return {"op": self._take().text, "args": [left, self._scalar()]}
        if self._accept("IS"):
            negated = self._accept("NOT")
            self._expect("NULL")
            found: Json = {"op": "isNull", "args": [left]}
        else:
            negated = self._accept("NOT")
            found = self._special(left)
        return {"op": "not", "args": [found]} if negated else found

    def _special(self, left: Any) -> Json:
        if self._accept("LIKE"):
            return {"op": "like", "args": [left, self._quoted()]}
        if self._accept("BETWEEN"):
            low = self._scalar()
            self._expect("AND")
            return {"op": "between", "args": [left, low, self._scalar()]}
        if self._accept("IN"):
            return {"op": "in", "args": [left, self._list()]}
        raise self.refusal("a comparison such as =, LIKE, BETWEEN, IN or IS NULL")

    def _list(self) -> list[Any]:
        self._expect("(")
        values = [self._scalar()]
        while self._accept(","):
            values.append(self._scalar())
        self._expect(")")
        return values

    def _scalar(self) -> Any:
        token = self.token
        if token.kind == "text":
            return self._quoted()
        if token.kind == "number":
            text = self._take().text
            return float(text) if set(text) & set(".eE") else int(text)
        if token.word in {"TRUE", "FALSE"}:
            return self._take().word == "TRUE"
        if token.word in {"DATE", "TIMESTAMP"}:
            return self._instant()
        if token.kind == "name" and token.word not in _WORDS:
            return {"property": self._take().text.strip('"')}
        raise self.refusal("a property or a value")

    def _instant(self) -> Json:
        kind = self._take().word.lower()
        self._expect("(")
        value = self._quoted()
        self._expect(")")
        return {kind: value}

    def _time(self) -> Any:
        if self.token.word == "INTERVAL":
            self._take()
            return {"interval": self._pair(self._bound)}
        return self._scalar()

    def _bound(self) -> Any:
        return self._scalar()

    def _shape(self) -> Any:
        if self.token.word == "BBOX":
            self._take()
            return {"bbox": self._list()}
        if self.token.word in _SHAPES:
            return {"wkt": self._well_known_text()}
        return self._scalar()

    def _well_known_text(self) -> str:
        """From the name of a shape to the bracket that closes it."""
        start, opened = self.token.start, 0
        self._take()
        while self.token.kind not in {"end", "error"}:
            token = self._take()
            opened += {"(": 1, ")": -1}.get(token.text, 0)
            if opened == 0 and token.text == ")":
                return self._text[start : token.start + 1]
        raise self.refusal("the coordinates of a shape")

    def _quoted(self) -> str:
        if self.token.kind != "text":
            raise self.refusal("a text in single quotes")
        return self._take().text[1:-1].replace("''", "'")
