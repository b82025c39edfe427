"""Who prepared, checked and approved the study, and on which day."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from supplier_pcf.domain.record import Signature
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.widgets.day_field import day as day_field


class Signatures(QWidget):
    """Three rows: a name and a day each."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self.setObjectName("signatures")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(4, 1)
        rows = (
            ("prepared", _("&Prepared by"), _("Name the preparer")),
            ("checked", _("Chec&ked by"), _("Name the checker")),
            ("approved", _("&Approved by"), _("Name the approver")),
        )
        for number, (role, title, edit) in enumerate(rows):
            self._add(context, number, role, title, edit)

    def _add(self, context: Context, number: int, role: str, title: str, edit: str) -> None:
        _ = context.translate
        name = bind.text(context, _name(role, edit), _("Name, department"))
        name.setMinimumWidth(wide(240, 360))
        day = day_field(context, _day(role, edit))
        said = title.replace("&", "")
        name.setAccessibleName(said)
        day.setAccessibleName(_("{who}, day").format(who=said))
        words = QLabel(title)
        words.setBuddy(name)
        for column, widget in enumerate((words, name, QLabel(_("on")), day)):
            self._grid.addWidget(widget, number, column)


def _name(role: str, edit: str) -> bind.Bound[str]:
    def get(study: Study) -> str:
        return _signature(study, role).name

    def put(study: Study, name: str) -> Study:
        return _signed(study, role, replace(_signature(study, role), name=name))

    return bind.Bound(f"{role}-name", get, put, edit)


def _day(role: str, edit: str) -> bind.Bound[date | None]:
    def get(study: Study) -> date | None:
        with suppress(ValueError):
            return date.fromisoformat(_signature(study, role).day)
        return None

    def put(study: Study, day: date | None) -> Study:
        text = day.isoformat() if day else ""
        return _signed(study, role, replace(_signature(study, role), day=text))

    return bind.Bound(f"{role}-day", get, put, edit)


def _signature(study: Study, role: str) -> Signature:
    return {"prepared": study.prepared, "checked": study.checked, "approved": study.approved}[role]


def _signed(study: Study, role: str, signature: Signature) -> Study:
    if role == "prepared":
        return replace(study, prepared=signature)
    if role == "checked":
        return replace(study, checked=signature)
    return replace(study, approved=signature)
