"""Exchange formats: one module each, listed here; what they share lies in `shared`.

A format is a module with an id, a title and a suffix for menus and file dialogs, `lacks` for what a
study still owes it, and `render` for the bytes of the file, which `app` writes. To add one: its module, one line in
`FORMATS`, its test.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from supplier_pcf.domain.finding import Finding
from supplier_pcf.formats import (
    aas_json,
    catena_x_7,
    catena_x_9,
    catena_x_10,
    cx_0136_csv,
    inventory_csv,
    pact_2,
    pact_3,
)
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.reading import documents
from supplier_pcf.formats.shared.received import Received


class Format(Protocol):
    """What a format module offers."""

    @property
    def ID(self) -> str:  # noqa: N802
        """Its id on the command line and in tests."""

    @property
    def TITLE(self) -> str:  # noqa: N802
        """What menus call it."""

    @property
    def SUFFIX(self) -> str:  # noqa: N802
        """The end of its file names."""

    def lacks(self, issue: Issue) -> tuple[Finding, ...]:
        """What the study still owes this format; errors stop the writing."""

    def render(self, issue: Issue) -> bytes:
        """The file's content; only for issues that lack nothing."""


class Reader(Protocol):
    """What a format module offers that can also be read."""

    @property
    def ID(self) -> str:  # noqa: N802
        """The same id as for writing."""

    def knows(self, document: object) -> bool:
        """Whether a parsed document (JSON value, or rows of a table) is of this format and version."""

    def check(self, document: object) -> tuple[Finding, ...]:
        """Everything that is wrong with it: structure, list values, rules between fields."""

    def read(self, document: object) -> Received:
        """What it says, in our own words.

        Raises:
            Refusal: it cannot be read at all.
        """


FORMATS: tuple[Format, ...] = (
    pact_3,
    pact_2,
    catena_x_9,
    catena_x_10,
    catena_x_7,
    cx_0136_csv,
    aas_json,
    inventory_csv,
)
READERS: tuple[Reader, ...] = (
    pact_3,
    pact_2,
    catena_x_9,
    catena_x_10,
    catena_x_7,
    cx_0136_csv,
    aas_json,
)


def footprints(values: object) -> tuple[tuple[Reader | None, object], ...]:
    """Every footprint in a parsed file, each as a document of its own beside who reads it."""
    return tuple(found for document in documents(values) for found in _apart(document))


def _apart(document: object) -> Iterator[tuple[Reader | None, object]]:
    """A reader whose documents can hold several takes them apart itself, by `footprints`."""
    reader = next((each for each in READERS if each.knows(document)), None)
    apart = getattr(reader, "footprints", None)
    for each in [document] if apart is None else apart(document):
        yield reader, each


def by_id(format_id: str) -> Format | None:
    """The format of this id, or nothing."""
    return next((f for f in FORMATS if format_id == f.ID), None)


__all__ = ["FORMATS", "READERS", "Format", "Issue", "Reader", "Received", "by_id", "footprints"]
