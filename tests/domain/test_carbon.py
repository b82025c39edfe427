"""Carbon content: against molar masses worked by hand."""

import pytest

from supplier_pcf.domain.carbon import CARBON_KINDS, carbon_share


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("pe", 24.022 / 28.054),
        ("pet", 120.11 / 192.17),
        ("pa66", 144.132 / 226.32),
        ("pom", 12.011 / 30.026),
        ("pvc", 24.022 / 62.496),
    ],
)
def test_polymers_follow_from_their_repeat_unit(kind, share):
    assert CARBON_KINDS[kind].fossil == pytest.approx(share, rel=1e-3)


def test_cellulose_is_biogenic():
    cellulose = CARBON_KINDS["cellulose"]
    assert cellulose.fossil == 0
    assert cellulose.biogenic == pytest.approx(72.066 / 162.14, rel=1e-3)


def test_every_kind_names_its_source_and_is_a_share():
    for kind in CARBON_KINDS.values():
        assert kind.source
        assert 0 <= kind.fossil + kind.biogenic < 1


def test_methane_is_three_quarters_carbon():
    assert carbon_share(C=1, H=4) == pytest.approx(0.7487, abs=1e-4)
