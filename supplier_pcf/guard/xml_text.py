"""XML as it comes from outside: without document type, not deep, not endless, in UTF-8."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.parsers import expat

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard.json_text import MAX_DEPTH, MAX_VALUES

_UTF8 = frozenset({"utf-8", "utf8", "us-ascii"})


class _Unsafe(Exception):
    """Carries a refusal out of the parser."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class _Measure:
    """Counts elements and how deep they stand."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._depth = self._count = 0

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise _Unsafe(Refusal("file.too_deep", file=self._file, limit=MAX_DEPTH))
        if self._count > MAX_VALUES:
            raise _Unsafe(Refusal("file.too_many_values", file=self._file, limit=MAX_VALUES))

    def end(self, _name: str) -> None:
        """An element ends."""
        self._depth -= 1

    def doctype(self, *_: object) -> None:
        """Entities could grow without end or name other files."""
        raise _Unsafe(Refusal("file.not_exchanged", file=self._file))

    def declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """What the first line says of the encoding."""
        if encoding is not None and encoding.casefold() not in _UTF8:
            raise _Unsafe(Refusal("file.not_utf8", file=self._file))


def parse(data: bytes, file: str) -> ElementTree.Element:
    """The root of the text.

    Raises:
        Refusal: it is no XML, or made to harm.
    """
    measure, parser = _Measure(file), expat.ParserCreate()
    parser.StartElementHandler = measure.start
    parser.EndElementHandler = measure.end
    parser.StartDoctypeDeclHandler = measure.doctype
    parser.XmlDeclHandler = measure.declared
    try:
        parser.Parse(data, True)
        return ElementTree.fromstring(data)
    except _Unsafe as unsafe:
        raise unsafe.refusal from unsafe
    except (expat.ExpatError, ElementTree.ParseError, ValueError) as error:
        raise Refusal("file.damaged", file=file) from error
