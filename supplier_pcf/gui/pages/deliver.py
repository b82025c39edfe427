"""Deliver: who signs, and one card for every file the customer may have asked for."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from supplier_pcf.app.deliverables import deliverables
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.page import Page
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.deliverable_card import DeliverableCard
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.requests_table import requests_table
from supplier_pcf.gui.widgets.sending import SendingCard, Sent
from supplier_pcf.gui.widgets.signatures import Signatures


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
        self.cards = {
            each.id: DeliverableCard(self.context, each, self.sending.how)
            for each in deliverables(self.context.session)
        }
        for made in self.cards.values():
            self.column.addWidget(made)
        self.requests = More(
            _("Requests of customers"), "deliver-requests", lambda: requests_table(self.context)
        )
        self.sent = More(_("Releases and files sent"), "deliver-sent", lambda: Sent(self.context))
        self.column.addWidget(self.requests)
        self.column.addWidget(self.sent)
        self.releases = label(role="quiet", name="deliver-releases")
        self.column.addWidget(self.releases)
        self.column.addStretch()
        self._is_old = False
        self.context.bridge.changed.connect(self._follow)
        self._show_releases()

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

    def _follow(self, _before: Study, _after: Study) -> None:
        """A page that nobody sees waits until it is shown."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Say of every file whether it is ready now."""
        self._is_old = False
        for each in deliverables(self.context.session):
            self.cards[each.id].show_state(each)
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
