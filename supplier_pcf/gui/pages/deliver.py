"""Deliver: who signs, and one card for every file the customer may have asked for."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from supplier_pcf.app.deliverables import deliverables
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.delivering.deliverable_card import DeliverableCard
from supplier_pcf.gui.delivering.sending import SendingCard, Sent
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.product.requests_table import requests_table
from supplier_pcf.gui.product.signatures import Signatures
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More

_AT_ONCE = 2
"""Cards that can be seen when the page is opened."""


class DeliverPage(Page):
    """Step eight: nothing leaves while errors stand, and what leaves can be read before."""

    STEP = "deliver"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("Deliver"),
            _(
                "Every file can be read before it leaves. Nothing is sent: it is saved where you say."
            ),
        )
        self.signatures = Signatures(self.context)
        card = Card(_("Signatures, printed in the PDF"), "card-signatures")
        card.column.addWidget(self.signatures)
        self.column.addWidget(card)
        self.sending = SendingCard(self.context)
        self.column.addWidget(self.sending)
        self._cards: dict[str, DeliverableCard] = {}
        self._is_built = False
        self._to_make = list(deliverables(self.context.session))
        while len(self._cards) < _AT_ONCE:
            self._make_next()
        self.requests = More(
            _("Requests of customers"), "deliver-requests", lambda: requests_table(self.context)
        )
        self.sent = More(_("Releases and files sent"), "deliver-sent", lambda: Sent(self.context))
        self.column.addWidget(self.requests)
        self.column.addWidget(self.sent)
        self.releases = label(role="quiet", name="deliver-releases")
        self.column.addWidget(self.releases)
        self.column.addStretch()
        self._is_built = True
        self._is_old = False
        self.context.bridge.changed.connect(self._follow)
        self._show_releases()

    @property
    def cards(self) -> dict[str, DeliverableCard]:
        """The card of every file, by its id."""
        self.complete()
        return self._cards

    def complete(self) -> None:
        while self._to_make:
            self._make_next()

    def _make_next(self) -> None:
        """One more card under those that are there."""
        each = self._to_make.pop(0)
        above = list(self._cards.values())[-1] if self._cards else self.sending
        self._cards[each.id] = made = DeliverableCard(self.context, each, self.sending.how)
        self.column.insertWidget(self.column.indexOf(above) + 1, made)
        if self._is_built:
            made.stackUnder(self.requests)  # a screen reader reads in this order

    def _go_on(self) -> None:
        """The cards that nobody can see yet are made one by one, so that the window answers between them."""
        if self._to_make:
            self._make_next()
            QTimer.singleShot(0, self, self._go_on)

    def focus_on(self, place: str) -> None:
        field = place.partition("/")[0]
        if field == "releases":
            unfold(self.sent, "releases-table")
            return
        target = self.findChild(QWidget, f"{field}-name") or self.signatures
        target.setFocus()
        self.ensureWidgetVisible(target)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()
        QTimer.singleShot(0, self, self._go_on)

    def _follow(self, _before: Study, _after: Study) -> None:
        """A page that nobody sees waits until it is shown."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Say of every file whether it is ready now."""
        self._is_old = False
        found = {each.id: each for each in deliverables(self.context.session)}
        self._to_make = [found[each.id] for each in self._to_make]
        for name, made in self._cards.items():
            made.show_state(found[name])
        self.sending.refresh()
        if isinstance(self.sent.inside, Sent):
            self.sent.inside.refresh()
        self._show_releases()

    def _show_releases(self) -> None:
        """Under which number the study left last; it is kept in the study's file."""
        _ = self.context.translate
        releases = self.context.study.releases
        self.releases.setVisible(bool(releases))
        if releases:
            text = _(
                "Last release: version {version} of {day}. It is part of the study: save the study to "
                "keep it, and the same content leaves under the same number."
            )
            last = releases[-1]
            self.releases.setText(text.format(version=last.version, day=last.created[:10]))
