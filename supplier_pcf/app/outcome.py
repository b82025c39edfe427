"""How a command ends when it does not end well: refused, with the findings that say why."""

from __future__ import annotations

from supplier_pcf.domain.finding import Finding


class Refused(Exception):
    """A command was not carried out because of what the study lacks; nothing was written."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(f.code for f in findings))
        self.findings = findings
