"""What became of each row of a table: understood, waiting for the user, or left aside with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from supplier_pcf.domain.finding import Finding, Param, Severity


class RowStatus(StrEnum):
    """Understood whole; needs the user; or not a part or reading at all."""

    MATCHED = "matched"
    CHOOSE = "choose"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReport:
    """One row of the file as the preview shows it; `code` is the reason, empty where all is well."""

    row: int
    """As the spreadsheet numbers it, from 1."""
    sheet: str = ""
    status: RowStatus = RowStatus.MATCHED
    code: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)
    label: str = ""
    target: str = ""
    """Path of what was made of the row, such as `materials/<id>` or `meters/<id>`."""

    @property
    def can_be_taken(self) -> bool:
        """Whether the user may have it read though it was left aside."""
        return self.code in _TAKEABLE

    @property
    def can_be_left(self) -> bool:
        """Whether the user may leave it out."""
        return self.status is not RowStatus.IGNORED and self.code not in _FIXED


_TAKEABLE = frozenset(
    {
        "import.total_row",
        "import.repeated_heading",
        "import.remark_row",
        "import.page_row",
        "import.packaging_row",
        "import.set_aside",
    }
)
_FIXED = frozenset({"import.product_row", "import.other_product"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """One column of the table: which field it was read as; an unused column has no field."""

    column: str
    """Its letters."""
    heading: str = ""
    field: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a table was read: file, sheet, row of the headings, encoding where it was inferred."""

    file: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Other sheets of the file that look like such a table too."""
    header_row: int = 0
    encoding: str = ""
    columns: tuple[ColumnUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A reason why a value cannot be used as it stands: a code and what its sentence needs."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


def count(rows: Sequence[RowReport]) -> dict[RowStatus, int]:
    """How many rows were matched, wait, and were ignored."""
    found = Counter(row.status for row in rows)
    return {status: found[status] for status in RowStatus}


def note(code: str, **params: Param) -> Finding:
    """Something good to know."""
    return Finding(code=code, severity=Severity.NOTE, params=params)


def warning(code: str, where: str = "", **params: Param) -> Finding:
    """Something to look at."""
    return Finding(code=code, severity=Severity.WARNING, where=where, params=params)
