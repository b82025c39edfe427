"""The dated copies of the last saves: what each holds, opened as a copy, deleted for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from supplier_pcf.app.documents import calculate_project, open_project
from supplier_pcf.project.backups import KEPT, Backup, all_backups, delete, keep
from supplier_pcf.report.labels import Translate, per_unit

__all__ = ["KEPT", "Backup", "Inside", "all_backups", "backup_folder", "delete", "inside", "keep"]


def backup_folder(data: Path) -> Path:
    """Where the copies lie inside the user's own folder."""
    return data / "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What a copy holds: the product, the figure it gives today, and how far its rows are counted."""

    product: str
    unit: str
    kg_co2e: float
    rows_counted: int
    rows_total: int


def inside(backup: Backup, now: datetime, language: str, translate: Translate) -> Inside:
    """Look into a copy without opening it for work.

    Raises:
        Refusal: it cannot be read.
    """
    project = open_project(backup.path)
    study, result = project.study, calculate_project(project, now.date()).examined.result
    unit = per_unit(study.declared_unit.amount, study.declared_unit.unit, language, translate)
    return Inside(
        product=study.product.name or study.title,
        unit=unit,
        kg_co2e=result.excluding,
        rows_counted=result.rows_counted,
        rows_total=result.rows_total,
    )
