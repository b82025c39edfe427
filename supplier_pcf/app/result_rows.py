"""The rows of a result as a long table with all keys, for other programs."""

from __future__ import annotations

from pathlib import Path

from supplier_pcf.app.session import Session
from supplier_pcf.app.views import flow_rows
from supplier_pcf.domain.factor import Layer
from supplier_pcf.forms.rows_table import as_csv, as_workbook
from supplier_pcf.project.whole import write_whole
from supplier_pcf.report.labels import Translate

KEYS = (
    *("place", "name", "stage", "amount", "unit", "factor_id", "factor", "publisher", "year"),
    *("geography", "kg_co2e", "share_percent", "not_counted_because"),
)


def write_rows(session: Session, path: Path, translate: Translate, language: str) -> None:
    """Write every row of the study, workbook or CSV by the ending; licensed values stay at home.

    Raises:
        Refusal: the place cannot be written.
    """
    examined = session.calculated.examined
    lines = {line.id: line for _flow, line in examined.lines()}
    table = []
    for row in flow_rows(session, translate, language):
        line = lines[row.id]
        factor = examined.factor(line.factor_id)
        told = factor is None or factor.layer is not Layer.LICENSED
        table.append(
            (
                row.place,
                row.name,
                line.stage.value,
                row.amount if told else None,
                line.unit,
                line.factor_id or "",
                row.factor,
                factor.publisher if factor else "",
                str(factor.year_to or factor.year_from or "") if factor else "",
                factor.place if factor else "",
                row.kg,
                None if row.percent is None else float(row.percent),
                row.reason,
            )
        )
    make = as_csv if path.suffix.lower() == ".csv" else as_workbook
    write_whole(path, make(KEYS, table))
