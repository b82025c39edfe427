"""A line under a page: what of it was carried over from another year, the way to it, and confirming all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from supplier_pcf.app.carried_view import Carried, carried, confirming
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button


class CarriedBar(QWidget):
    """Hidden on a page that holds nothing of another year."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self._context = context
        self._carried: Carried | None = None
        self.setObjectName("carried")
        self.words = label(role="strong", name="carried-words")
        self.next = plain_button("carried-next", _("Show the next"), self.show_next)
        self.all = plain_button("carried-all", _("Confirm all as still right"), self.confirm_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.next)
        row.addWidget(self.all)

    def show_step(self, step: str) -> None:
        """What this step still holds."""
        _ = self._context.translate
        found = self._carried = carried(self._context.study, step)
        self.setVisible(found is not None)
        if found is not None:
            text = _(
                "Carried over from {year}: {confirmed} of {all} values of this step confirmed."
            )
            self.words.setText(
                text.format(year=found.year, confirmed=found.confirmed, all=found.all)
            )

    def show_next(self) -> None:
        """Go to the first value that waits."""
        if self._carried is not None:
            self._context.go_to(self._carried.places[0])

    def confirm_all(self) -> None:
        """All values of the step hold for the new year too: one step of undo."""
        if self._carried is not None:
            words = self._context.translate("Confirm carried values")
            self._context.edit(confirming(self._carried.places), words)
