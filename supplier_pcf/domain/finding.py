"""A finding: what is missing or doubtful in a study, as a value without words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Param = str | int | float


class Severity(StrEnum):
    """How much a finding matters: an error stops the export, a warning is printed, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to know about a study; its sentence lives in `words`, under the same code.

    `where` is a path such as `materials/<id>/factor`; `clause` names the clause of the standard.
    """

    code: str
    severity: Severity
    where: str = ""
    clause: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


_ORDER = tuple(Severity)


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, errors first; those of one severity stay as they come."""
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stop an export."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


class Refusal(Exception):
    """The world says no: a file is missing, damaged or not ours; one clear sentence is owed.

    Raised below `app`, caught in `app` and `cli` only, turned into words by `words`.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}"
