"""The product page: who makes what, where, for whom, in which year, by whose rules."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.product.company_forms import company_form, numbers_form
from supplier_pcf.gui.product.product_forms import amounts_form, product_form, rules_form
from supplier_pcf.gui.product.site_fields import SiteForms
from supplier_pcf.gui.widgets.more import More

_FIELDS = {
    "company": "company-name",
    "sites": "site-0-country",
    "product": "product-name",
    "declared_unit": "declared-unit-amount",
    "period": "period-start",
    "rule_set": "rule-set",
    "scope": "scope-comment",
}
"""The field for each place of a finding that names no field of its own."""


class ProductPage(Page):
    """Company, site, product, declared unit, period and rules."""

    STEP = "product"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("What do you make, and for whom?"),
            _("Mass, country and year decide the number; the rest says whose it is."),
        )
        for form in (product_form, amounts_form, rules_form):
            self.column.addWidget(form(self.context))
        self.goal = More(_("Goal and scope of the study"), "goal", self._goal)
        self.column.addWidget(self.goal)
        for later in (company_form, SiteForms, numbers_form):
            self.column.addWidget(later(self.context))
        self.column.addStretch()

    def focus_on(self, place: str) -> None:
        parts = place.split("/")
        if parts[0] == "scope" and parts[-1] not in ("scope", "comment", "packaging_included"):
            self.goal.open()
        field = self.findChild(QWidget, "-".join(parts[:2]).replace("_", "-"))
        field = field or self.findChild(QWidget, _FIELDS.get(parts[0], ""))
        if place and field is not None:
            field.setFocus()
            self.ensureWidgetVisible(field, 0, 12 * SPACE)

    def _goal(self) -> QWidget:
        from supplier_pcf.gui.product.goal_form import goal_form

        return goal_form(self.context)
