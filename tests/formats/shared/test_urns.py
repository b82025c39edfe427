"""Names after RFC 8141."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.study import Company, Identifier, Product
from supplier_pcf.formats.shared.urns import (
    class_urn,
    company_urn,
    company_urns,
    encoded,
    is_urn,
    product_urns,
)


@pytest.mark.parametrize(
    "text",
    [
        "urn:gtin:4712345060507",
        "URN:uuid:69585abc-56a9-6958-e526-6fd000000026",
        "urn:epc:id:sgln:562958.00000.4",
        "urn:pact:a.example:supplier-id:B%201",
        "urn:example:a/b?+c?=d#e",
    ],
)
def test_urns_of_the_wild_are_urns(text):
    assert is_urn(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "urn:x",
        "urn:x:1",
        "urn:pact:a b",
        "urn:-a:b",
        "gtin:4712",
        "urn:gtin:",
        "urn:aa:%2",
        "urn:aa:b\n",
    ],
)
def test_what_only_looks_like_a_urn_is_none(text):
    assert not is_urn(text)


@given(st.text(min_size=1).filter(str.strip))
def test_any_part_number_becomes_a_urn(number):
    company = Company(domain="a.example", identifiers=(Identifier(scheme="own", value=number),))
    product = Product(part_number=number, customer_part_number=number, customer_domain="b.example")
    names = [*company_urns(company), *product_urns(company, product)]
    assert len(names) == 3
    assert all(map(is_urn, names))


def test_blanks_and_colons_are_encoded():
    assert encoded(" A:1/2 ü ") == "A%3A1%2F2%20%C3%BC"


def test_a_number_without_a_register_names_nothing():
    assert company_urn(Identifier(scheme="", value="1")) == ""
    assert company_urn(Identifier(scheme="bpn", value=" ")) == ""
    assert company_urn(Identifier(scheme="duns", value="123")) == "urn:company:duns:123"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("urn:gtin:1", "urn:gtin:1"),
        ("eclass: 28070000", "urn:eclass:28070000"),
        ("CPC:0151", "urn:pact:productclassification:un-cpc:0151"),
        ("cas:64-17-5", "urn:pact:productclassification:cas:64-17-5"),
        ("87089997", ""),
        ("urn:x", ""),
        ("cn:", ""),
    ],
)
def test_classes_become_urns(text, expected):
    assert class_urn(text) == expected
