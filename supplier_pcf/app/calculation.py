"""A study with its result and its findings, worked out together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from supplier_pcf.app.lost_files import file_findings
from supplier_pcf.app.outcome import Refused
from supplier_pcf.checks import findings
from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.finding import Finding, by_severity, errors
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import Result
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.project.file import Project
from supplier_pcf.rules import RULE_SETS, rule_set


@dataclass(frozen=True, slots=True)
class Calculated:
    """What there is to say about a study on one day."""

    examined: Examined
    findings: tuple[Finding, ...]

    @property
    def study(self) -> Study:
        """The study itself."""
        return self.examined.study

    @property
    def result(self) -> Result:
        """Its footprint."""
        return self.examined.result

    def require_no_errors(self) -> None:
        """Nothing leaves the house while errors stand.

        Raises:
            Refused: with the findings that are errors.
        """
        standing = errors(self.findings)
        if standing:
            raise Refused(standing)


def library_of(project: Project) -> FactorLibrary:
    """The bundled factors, with the project's own copies before them: last year stays last year."""
    bundled = bundled_library()
    return bundled.with_factors(project.factors) if project.factors else bundled


def calculated(
    study: Study,
    library: FactorLibrary,
    as_of: date,
    attachments: Mapping[str, Attachment] | None = None,
) -> Calculated:
    """The footprint under the study's own rule set, with all checks; of `attachments` those that are gone are told.

    An unknown rule set is calculated under the base standard; a finding says so.
    """
    rules = rule_set(study.rule_set) or RULE_SETS[0]
    result = calculate(study, library, rules, as_of)
    examined = Examined(study, result, library, rules)
    found = findings(examined)
    if attachments is not None and study.evidence:
        lost = file_findings(study, attachments)
        found = by_severity((*found, *lost))
    return Calculated(examined, found)
