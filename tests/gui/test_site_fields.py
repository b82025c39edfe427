"""The country of a site: found however it is called, and nothing that is typed vanishes."""

import pytest
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
