"""Tools > Factor library: all that can be browsed, own factors kept, the open study brought up to date."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.gui.factors.library_browser import LibraryBrowser
from supplier_pcf.gui.factors.own_actions import OwnActions
from supplier_pcf.gui.factors.update_factors import update_from_file, update_from_program


class FactorLibraryDialog(LibraryBrowser):
    """The browser with what changes the personal library and the study."""

    def _more_buttons(self) -> tuple[QPushButton, ...]:
        self.update_button = self._update_button()
        self.own = OwnActions(self._context, self)
        return (self.update_button, self.own.button)

    def _update_button(self) -> QPushButton:
        _ = self._context.translate
        button = QPushButton(_("Update this s&tudy"))
        button.setObjectName("library-update")
        button.setAutoDefault(False)
        menu = QMenu(button)
        for name, text, does in (
            ("file", _("From a &file…"), update_from_file),
            ("program", _("From the &program and your own library…"), update_from_program),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"library-update-{name}")
            action.triggered.connect(partial(does, self._context, self))
        button.setMenu(menu)
        return button

    def _follow(self, factor: EmissionFactor | None) -> None:
        self.own.follow(factor)
