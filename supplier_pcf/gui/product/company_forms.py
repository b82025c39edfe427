"""The forms about the company: who answers for the numbers, and by which numbers others know it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSizePolicy

from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.study_bounds import company_number, of_company, product_class


def company_form(context: Context) -> FieldForm:
    """Who makes the product and answers for the numbers."""
    _ = context.translate
    form = FieldForm(_("Company"))
    last = LastCompany(context)
    form.add_wide(last)
    bind.follow(context, last, last.refresh)
    named = of_company("name", _("Rename the company"))
    form.add_text(
        context,
        _("&Company"),
        named,
        _("Yongda Stamping Co., Ltd."),
        _("Delivery note, letterhead"),
    )
    domain = of_company("domain", _("Change the company's domain"))
    form.add_text(
        context, _("Own domain"), domain, "yongda.example", _("After the @ in your e-mails")
    )
    contact = of_company("contact", _("Change the contact"))
    form.add_text(
        context, _("Contact"), contact, _("Zhou Min"), _("Who answers the customer's questions")
    )
    email = of_company("email", _("Change the e-mail address"))
    form.add_text(context, _("E-mail"), email, "carbon@yongda.example")
    return form


class LastCompany(QPushButton):
    """Takes company and site over from the study opened last; there while no company is entered."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.translate("As in the &last study"))
        self._context = context
        self.setObjectName("company-as-last")
        where = context.translate("Takes over company, contact, site and who prepares the study.")
        self.setToolTip(where)
        self.setAccessibleDescription(where)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._take)

    def refresh(self) -> None:
        """There only where it can do something."""
        is_open = not self._context.study.company.name
        self.setVisible(is_open and bool(self._context.recent()))

    def _take(self) -> None:
        from supplier_pcf.app.last_study import company_of_last, with_company_of
        from supplier_pcf.domain.finding import Refusal

        try:
            last = company_of_last(self._context.recent())
        except Refusal as refusal:
            self._context.say(refusal)
            return
        label = self._context.translate("Take over the company")
        self._context.edit(lambda study: with_company_of(study, last), label)


def numbers_form(context: Context) -> FieldForm:
    """Numbers of the company and classes of the product; the exchange files ask for one of each."""
    _ = context.translate
    form = FieldForm(
        _("Numbers for exchange files"),
        _("Fill in those you have. Exchange files need one number of the company at least."),
    )
    for scheme, label, example, where in (
        (
            "customer",
            _("Supplier number"),
            "300412",
            _("The customer's number for you, on the order"),
        ),
        ("own", _("Own company number"), "YD-3302", _("A number you give yourselves, if no other")),
        ("bpn", "BPN", "BPNL0000000000XX", _("Catena-X portal, business partner number")),
        ("duns", "DUNS", "123456789", _("Dun & Bradstreet, nine digits")),
        ("vat", _("VAT number"), "DE123456789", _("Invoices, in Europe")),
        ("uscc", _("USCC"), "91330206MA2XXXXX0X", _("Business licence, in China: 18 characters")),
    ):
        label_of_edit = _("Change “{field}”").format(field=label)
        form.add_text(context, label, company_number(scheme, label_of_edit), example, where)
    for system, label, example, where in (
        ("cn", _("CN code"), "87089997", _("Customs declaration: the first eight digits")),
        ("cpc", _("CPC code"), "49129", _("UN product classification; PACT asks for it")),
    ):
        label_of_edit = _("Change “{field}”").format(field=label)
        form.add_text(context, label, product_class(system, label_of_edit), example, where)
    return form
