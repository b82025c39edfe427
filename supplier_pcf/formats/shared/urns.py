"""Uniform resource names (RFC 8141) of companies, products and classes, as PACT suggests them.

Products follow PACT 3: `urn:pact:<domain>:supplier-id:<number>` for our own number and
`urn:pact:<customer's domain>:buyer-id:<number>` for the customer's. For companies PACT 3 has no
template: numbers we give ourselves and numbers a customer gave us follow that of PACT 2, BPNs that
of Catena-X, and other registers the pattern `urn:company:<register>:<number>` of PACT's examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from supplier_pcf.domain.study import Company, Identifier, Product

_PCHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
_URN = re.compile(
    rf"[uU][rR][nN]:[A-Za-z0-9][A-Za-z0-9\-]{{0,30}}[A-Za-z0-9]:{_PCHAR}(?:{_PCHAR}|/)*"
    rf"(?:\?[+=]{_PCHAR}(?:{_PCHAR}|[/?])*)*(?:\#(?:{_PCHAR}|[/?])*)?"
)

_COMPANY = {
    "bpn": "urn:bpn:id:{}",
    "own": "urn:pact:company:customcode:vendor-assigned:{}",
    "customer": "urn:pact:company:customcode:buyer-assigned:{}",
}
_ANY_REGISTER = "urn:company:{}:{}"

_CLASSES = {
    "cpc": "urn:pact:productclassification:un-cpc:{}",
    "un-cpc": "urn:pact:productclassification:un-cpc:{}",
    "eclass": "urn:eclass:{}",
    "unspsc": "urn:unspsc:{}",
}
_ANY_CLASS = "urn:pact:productclassification:{}:{}"


def is_urn(text: str) -> bool:
    """Whether a text obeys the grammar of RFC 8141."""
    return _URN.fullmatch(text) is not None


def encoded(text: str) -> str:
    """A number as one segment of a name: all but letters, digits and `-._~` percent-encoded."""
    return quote(text.strip(), safe="")


def _domain(text: str) -> str:
    return encoded(text.lower())


def company_urn(identifier: Identifier) -> str:
    """The name under which this number identifies a company; empty without a number."""
    value, scheme = identifier.value.strip(), identifier.scheme.strip().lower()
    if not value or scheme == "urn":
        return value
    if scheme in _COMPANY:
        return _COMPANY[scheme].format(encoded(value))
    return _ANY_REGISTER.format(encoded(scheme), encoded(value)) if scheme else ""


def company_urns(company: Company) -> list[str]:
    """The names of a company, each once."""
    return _distinct(map(company_urn, company.identifiers))


def product_urns(company: Company, product: Product) -> list[str]:
    """The names of a product: by our own part number, by the customer's, and by a GTIN or URN."""
    return _distinct(_product_urns(company, product))


def _product_urns(company: Company, product: Product) -> Iterator[str]:
    if company.domain.strip() and product.part_number.strip():
        yield f"urn:pact:{_domain(company.domain)}:supplier-id:{encoded(product.part_number)}"
    if product.customer_domain.strip() and product.customer_part_number.strip():
        domain, number = _domain(product.customer_domain), encoded(product.customer_part_number)
        yield f"urn:pact:{domain}:buyer-id:{number}"
    for identifier in product.identifiers:
        if identifier.scheme.strip().lower() == "gtin":
            yield f"urn:gtin:{encoded(identifier.value)}"
        elif is_urn(identifier.value.strip()):
            yield identifier.value.strip()


def class_urn(classification: str) -> str:
    """The name of a class given as a URN or as `cpc:49129`; empty where it names no system."""
    text = classification.strip()
    if is_urn(text):
        return text
    system, _, code = text.partition(":")
    if not system or not code.strip() or system.lower() == "urn":
        return ""
    template = _CLASSES.get(system.strip().lower())
    if template is not None:
        return template.format(encoded(code))
    return _ANY_CLASS.format(encoded(system.lower()), encoded(code))


def class_urns(product: Product) -> list[str]:
    """The names of the classes a product is in, each once; what names no system is left out."""
    return _distinct(map(class_urn, product.classifications))


def _distinct(names: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
