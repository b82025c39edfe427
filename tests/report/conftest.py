"""Sentences of findings that exist for these tests alone."""

import pytest

from supplier_pcf.words import SENTENCES
from tests.report.build import SENTENCES as OWN


@pytest.fixture(autouse=True)
def _sentences(monkeypatch):
    for code, sentence in OWN.items():
        monkeypatch.setitem(SENTENCES, code, sentence)
