"""Country and province of a site: found however they are called, and nothing that is typed vanishes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from supplier_pcf.gui.pages.product import ProductPage
from tests.gui.hands import pick_in


@pytest.fixture
def page(qtbot, context):
    made = ProductPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("China", "CN"),
        ("中国", "CN"),
        ("cn", "CN"),
        ("Deutschland", "DE"),
        ("germ", "DE"),
        ("Vietn", "VN"),
        ("德国", "DE"),
    ],
)
def test_a_country_is_found_by_its_name_in_any_language(qtbot, context, page, typed, country):
    pick_in(qtbot, page, "site-0-country", typed)
    assert context.study.sites[0].country == country
    assert page.findChild(QComboBox, "site-0-country").currentText().endswith(f"({country})")
    assert page.findChild(QLabel, "site-0-country-problem").isHidden()


def test_what_is_no_country_stays_with_a_sentence_under_it(qtbot, context, page):
    pick_in(qtbot, page, "site-0-country", "Chi")
    box = page.findChild(QComboBox, "site-0-country")
    problem = page.findChild(QLabel, "site-0-country-problem")
    assert (box.currentText(), context.study.sites) == ("Chi", ())
    assert problem.isVisible()
    assert "“Chi” is no country" in problem.text()
    context.edit(lambda study: type(study)(id="other", title="x"), "Edit")
    assert box.currentText() == "Chi"
    pick_in(qtbot, page, "site-0-country", "Chil")
    assert context.study.sites[0].country == "CL"
    assert problem.isHidden()


@pytest.mark.parametrize("typed", ["Zhejiang", "浙江", "zj", "CN-ZJ", "Zhejiang Province"])
def test_a_province_is_found_by_its_name_in_any_language_or_its_code(qtbot, context, page, typed):
    pick_in(qtbot, page, "site-0-country", "China")
    pick_in(qtbot, page, "site-0-subdivision", typed)
    assert context.study.sites[0].subdivision == "CN-ZJ"
    assert page.findChild(QComboBox, "site-0-subdivision").currentText() == "Zhejiang (CN-ZJ)"
    assert page.findChild(QLabel, "site-0-subdivision-problem").isHidden()


@pytest.mark.parametrize(
    ("country", "typed", "told"),
    [("China", "Bavaria", "no province we know"), ("usa", "Michigan", "behind US-")],
)
def test_what_is_no_province_stays_with_a_sentence_under_it(
    qtbot, context, page, country, typed, told
):
    pick_in(qtbot, page, "site-0-country", country)
    pick_in(qtbot, page, "site-0-subdivision", typed)
    box = page.findChild(QComboBox, "site-0-subdivision")
    problem = page.findChild(QLabel, "site-0-subdivision-problem")
    assert (box.currentText(), context.study.sites[0].subdivision) == (typed, "")
    assert problem.isVisible()
    assert f"“{typed}”" in problem.text() and told in problem.text()
    context.edit(lambda study: replace(study, title="x"), "Edit")
    assert (box.currentText(), problem.isVisible()) == (typed, True)


def test_a_province_that_is_none_is_there_again_when_the_page_is_made_anew(qtbot, context, page):
    pick_in(qtbot, page, "site-0-country", "China")
    pick_in(qtbot, page, "site-0-subdivision", "Bavaria")
    again = ProductPage(context)
    qtbot.addWidget(again)
    assert again.findChild(QComboBox, "site-0-subdivision").currentText() == "Bavaria"
    assert "“Bavaria”" in again.findChild(QLabel, "site-0-subdivision-problem").text()
    line = again.findChild(QComboBox, "site-0-subdivision").lineEdit()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert again.findChild(QLabel, "site-0-subdivision-problem").isHidden()
    assert context.session.typed == {}


def test_a_country_that_is_none_is_there_again_when_the_page_is_made_anew(qtbot, context, page):
    pick_in(qtbot, page, "site-0-country", "Mittelerde")
    again = ProductPage(context)
    qtbot.addWidget(again)
    assert again.findChild(QComboBox, "site-0-country").currentText() == "Mittelerde"
    assert not again.findChild(QLabel, "site-0-country-problem").isHidden()
