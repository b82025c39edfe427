"""The product page: what is typed reaches the study, and findings lead to their field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Identifier, Period, PlannedAs, Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.bridge import SessionBridge
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.pages.product import ProductPage
from supplier_pcf.i18n import translator
from supplier_pcf.words import sentence

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot, context):
    page = ProductPage(context)
    qtbot.addWidget(page)
    page.resize(800, 620)
    page.show()
    qtbot.waitExposed(page)
    return page


def field(page, name, kind=QLineEdit):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot, page, name):
    qtbot.mouseClick(field(page, name, QPushButton), Qt.MouseButton.LeftButton)


def choose(page, name, value):
    box = field(page, name, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("name", "get"),
    [
        ("product-name", lambda s: s.product.name),
        ("product-part-number", lambda s: s.product.part_number),
        ("product-customer-part-number", lambda s: s.product.customer_part_number),
        ("product-customer", lambda s: s.product.customer),
        ("product-customer-domain", lambda s: s.product.customer_domain),
        ("company-name", lambda s: s.company.name),
        ("company-domain", lambda s: s.company.domain),
        ("company-contact", lambda s: s.company.contact),
        ("company-email", lambda s: s.company.email),
        ("site-0-name", lambda s: s.sites[0].name),
        ("site-0-address", lambda s: s.sites[0].address),
    ],
)
def test_what_is_typed_is_in_the_study(qtbot, context, page, name, get):
    qtbot.keyClicks(field(page, name), "Yongda 1")
    assert get(context.study) == "Yongda 1"
    context.session.undo()
    assert context.study == Study()
    assert field(page, name).text() == ""


def test_a_sample_fills_the_page(page, bracket):
    assert field(page, "product-name").text() == "Bracket assembly BR-2041"
    assert field(page, "product-mass").text() == "1.28"
    assert field(page, "site-0-subdivision", QComboBox).currentText() == "Zhejiang (CN-ZJ)"
    assert field(page, "company-own").text() == "YD-3302"


def test_a_mass_typed_in_grams_is_kept_in_grams(qtbot, context, page):
    line = field(page, "product-mass")
    qtbot.keyClicks(line, "1284 g")
    qtbot.keyClick(line, ENTER)
    assert context.study.product.mass == Quantity(1284, "g")
    assert line.text() == "1284"
    assert field(page, "product-mass-unit", QComboBox).currentText() == "g"


def test_the_unit_of_the_mass_can_be_chosen_after_the_number(qtbot, context, page):
    line = field(page, "product-mass")
    qtbot.keyClicks(line, "850")
    qtbot.keyClick(line, ENTER)
    box = field(page, "product-mass-unit", QComboBox)
    box.setCurrentText("g")
    box.activated.emit(box.currentIndex())
    assert context.study.product.mass == Quantity(850, "g")


def test_the_last_full_year_is_one_click(qtbot, context, page):
    button = field(page, "period-last-year", QPushButton)
    assert button.text() == "Calendar year 2025"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert context.study.period == Period(start=date(2025, 1, 1), end=date(2025, 12, 31))
    assert context.session.undo_label == "Calendar year 2025"


def test_the_declared_unit_has_an_amount_and_a_unit(qtbot, context, page):
    line = field(page, "declared-unit-amount")
    line.selectAll()
    qtbot.keyClicks(line, "100")
    qtbot.keyClick(line, ENTER)
    choose(page, "declared-unit-unit", "kg")
    assert (context.study.declared_unit.amount, context.study.declared_unit.unit) == (100, "kg")


def test_a_rule_set_is_explained(context, page):
    choose(page, "rule-set", "gb-t-24067-2024")
    assert context.study.rule_set == "gb-t-24067-2024"
    assert "China" in field(page, "rule-set-explained", QLabel).text()


def test_packaging_is_counted_or_not(qtbot, context, page):
    box = field(page, "scope-packaging-included", QCheckBox)
    box.click()
    assert not context.study.scope.packaging_included


def test_numbers_of_the_company_come_and_go(qtbot, context, page):
    line = field(page, "company-duns")
    qtbot.keyClicks(line, "123")
    assert context.study.company.identifiers == (Identifier(scheme="duns", value="123"),)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert context.study.company.identifiers == ()


def test_a_customs_code_is_kept_under_its_system(qtbot, context, page):
    qtbot.keyClicks(field(page, "product-cn"), "87089997")
    assert context.study.product.classifications == ("cn:87089997",)
    qtbot.keyClicks(field(page, "product-cpc"), "49129")
    assert context.study.product.classifications == ("cn:87089997", "cpc:49129")


def test_country_and_province_are_chosen_and_a_new_country_drops_the_province(context, page):
    choose(page, "site-0-country", "CN")
    choose(page, "site-0-subdivision", "CN-ZJ")
    assert context.study.sites[0].place == "CN-ZJ"
    choose(page, "site-0-country", "DE")
    assert context.study.sites[0].place == "DE"


def test_a_country_is_found_by_typing_its_name(qtbot, context, page):
    box = field(page, "site-0-country", QComboBox)
    line = box.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "Germany (DE)")
    qtbot.keyClick(line, ENTER)
    assert context.study.sites[0].country == "DE"
    line.selectAll()
    qtbot.keyClicks(line, "Nowhere")
    qtbot.keyClick(line, ENTER)
    assert context.study.sites[0].country == "DE"
    assert line.text() == "Nowhere", "it stays as typed, with a sentence under it"
    assert "Nowhere" in field(page, "site-0-country-problem", QLabel).text()


def test_a_state_of_another_large_country_is_typed_as_its_code(qtbot, context, page):
    choose(page, "site-0-country", "US")
    line = field(page, "site-0-subdivision", QComboBox).lineEdit()
    qtbot.keyClicks(line, "mi")
    qtbot.keyClick(line, ENTER)
    assert context.study.sites[0].subdivision == "US-MI"


def test_a_second_site_is_added_and_removed(qtbot, context, page):
    qtbot.keyClicks(field(page, "site-0-name"), "Ningbo")
    click(qtbot, page, "sites-add")
    qtbot.keyClicks(field(page, "site-1-name"), "Suzhou")
    assert [s.name for s in context.study.sites] == ["Ningbo", "Suzhou"]
    click(qtbot, page, "site-1-remove")
    assert [s.name for s in context.study.sites] == ["Ningbo"]
    assert not field(page, "site-1-name").isVisible()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("product/mass", "product-mass"),
        ("product/name", "product-name"),
        ("product/volume", "product-volume"),
        ("product", "product-name"),
        ("company/name", "company-name"),
        ("sites", "site-0-country"),
        ("period", "period-start"),
        ("declared_unit", "declared-unit-amount"),
        ("rule_set", "rule-set"),
        ("scope/comment", "scope-comment"),
    ],
)
def test_a_finding_leads_to_its_field(qtbot, page, place, name):
    page.activateWindow()
    page.focus_on(place)
    focused = QApplication.focusWidget()
    assert name in (focused.objectName(), focused.parentWidget().objectName())


def test_every_field_is_named_for_those_who_do_not_see(page):
    kinds = (QLineEdit, QComboBox)
    fields = [f for kind in kinds for f in page.findChildren(kind) if f.objectName()]
    inner = ("qt_spinbox_lineedit",)
    nameless = [f.objectName() for f in fields if not f.accessibleName()]
    assert [n for n in nameless if n not in inner] == []


def test_the_page_is_gone_without_a_trace(qtbot, context):
    page = ProductPage(context)
    page.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    del page
    context.session.start(Study(product=Product(name="Other"), sites=(Site(id="a"), Site(id="b"))))
    assert not [
        w
        for w in QApplication.allWidgets()
        if isinstance(w, QWidget) and w.objectName() == "page-product"
    ]


def test_a_country_is_taken_by_its_name_or_code_alone(qtbot, context, page):
    line = field(page, "site-0-country", QComboBox).lineEdit()
    for typed, code in (("germany", "DE"), ("cn", "CN")):
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, ENTER)
        assert context.study.sites[0].country == code


def test_the_kind_of_planned_production_is_asked_where_it_is_planned(context, page):
    page.focus_on("scope/planned_as")
    box = field(page, "scope-planned-as", QComboBox)
    assert not box.isEnabled()
    field(page, "scope-is-prospective", QCheckBox).click()
    assert box.isEnabled()
    choose(page, "scope-planned-as", PlannedAs.SUCCESSOR)
    assert context.study.scope.planned_as is PlannedAs.SUCCESSOR
    choose(page, "scope-planned-as", "")
    assert context.study.scope.planned_as is None


def test_a_missing_partner_number_leads_to_its_field(qtbot, page):
    page.focus_on("company/bpn")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(page, "company-bpn"))


def test_company_and_site_come_from_the_last_study_on_request(qtbot, session, said, tmp_path):
    last = Session(tmp_path / "other")
    last.start(sample_study("stamped-bracket"))
    last.save(tmp_path / "last.spcf")
    context = Context(
        session=session,
        bridge=SessionBridge(session),
        language="en",
        go_to=said.append,
        warn=said.append,
        recent=lambda: (tmp_path / "last.spcf",),
    )
    page = ProductPage(context)
    qtbot.addWidget(page)
    page.show()
    button = page.findChild(QPushButton, "company-as-last")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.study.company == last.study.company
    assert [site.country for site in session.study.sites] == ["CN"]
    assert session.undo_label == "Take over the company"
    assert not button.isVisible()
    session.undo()
    assert button.isVisible()


def test_without_an_earlier_study_nothing_is_offered(page):
    assert not page.findChild(QPushButton, "company-as-last").isVisible()


def test_a_sentence_that_asks_for_the_company_names_the_page_that_has_it(qtbot, context):
    page = ProductPage(context)
    qtbot.addWidget(page)
    assert page.findChild(QLineEdit, "company-name") is not None
    params = {"format": "PACT"}
    for code in ("request.no_sender", "exchange.company_name", "pact_3.company_name"):
        for language, title in (("en", "Product"), ("de", "Produkt"), ("zh_CN", "产品")):
            assert title in sentence(code, params, translator(language)), code
