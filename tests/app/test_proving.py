"""Known answers are computed anew and compared."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import proving
from supplier_pcf.app.proving import examples, proofs, prove

TODAY = date(2026, 3, 1)


def test_every_example_gives_its_known_figure():
    found = tuple(proofs("en", TODAY))
    assert found
    assert [proof.sample_id for proof in found if not proof.holds] == []


def test_another_figure_is_found_out(monkeypatch):
    sample = examples()[0]
    wrong = replace(sample, about={**sample.about, "known_answer": 1.0})
    proof = prove(wrong, "en", TODAY)
    assert not proof.holds
    assert proof.difference == pytest.approx(proof.ours - 1.0)
    monkeypatch.setattr(proving, "all_samples", lambda: (wrong,))
    assert [p.holds for p in proofs("en", TODAY)] == [False]
