"""The sites: one form each, as many as the study has, one at least."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.place_fields import CountryField, ProvinceField
from supplier_pcf.gui.widgets.study_bounds import of_site, one_more_site, with_country, without_site


class SiteForm(FieldForm):
    """The fields of one site."""

    def __init__(self, context: Context, at: int) -> None:
        _ = context.translate
        super().__init__(
            _("Site") if at == 0 else _("Site {number}").format(number=at + 1),
            _("The plant where the part is made.") if at == 0 else "",
        )
        named = of_site(at, "name", _("Rename the site"))
        self.add_text(context, _("Name of the plant"), named, _("Ningbo Beilun plant"))
        address = of_site(at, "address", _("Change the address"))
        self.add_text(context, _("Address"), address, _("Xingang Road 1, Beilun, Ningbo"))
        country = CountryField(context, with_country(at, _("Change the country")))
        self.add(_("Country"), country, _("The electricity depends on it"))
        self.add_wide(country.problem)
        province = ProvinceField(context, at)
        self.add(_("State or province"), province, _("Asked for in large countries, such as China"))
        self.add_wide(province.problem)
        if at > 0:
            self.add_wide(self._remove_button(context, at))

    def _remove_button(self, context: Context, at: int) -> QPushButton:
        label = context.translate("Remove this site")
        button = QPushButton(label)
        button.setObjectName(f"site-{at}-remove")
        button.setMaximumWidth(button.sizeHint().width())
        button.clicked.connect(lambda: context.edit(without_site(at), label))
        return button


class SiteForms(QWidget):
    """A form for every site, and a button for one more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._forms: list[SiteForm] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        label = context.translate("Add a site")
        self._add = QPushButton(label)
        self._add.setObjectName("sites-add")
        self._add.clicked.connect(lambda: context.edit(one_more_site, label))
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        bind.follow(context, self, self._show)

    def _show(self) -> None:
        wanted = max(len(self._context.study.sites), 1)
        while len(self._forms) < wanted:
            form = SiteForm(self._context, len(self._forms))
            self._forms.append(form)
            self._column.insertWidget(self._column.count() - 1, form)
        for at, form in enumerate(self._forms):
            form.setVisible(at < wanted)
