"""Every factor a study points to, and pointing to others instead."""

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor_ids import study_factor_ids, with_other_factors, with_other_mixes
from supplier_pcf.domain.flows import CoProduct, Material, Waste
from supplier_pcf.domain.site import Site
from tests.build import a_study

USE = EnergyUse(id="e", factor_id="grid", added_factor_ids=("loss", "building"))
SITE = Site(id="s", location_factor_id="mix", residual_factor_id="rest")
STUDY = a_study(
    sites=(SITE,),
    materials=(Material(id="m", factor_id="steel", recycled_factor_id="scrap"),),
    energy_uses=(USE,),
    wastes=(Waste(id="w", replaces_factor_id="pig iron"),),
    co_products=(CoProduct(id="c", factor_id="displaced"),),
)


def test_no_role_of_a_factor_is_forgotten():
    assert list(study_factor_ids(STUDY)) == [
        "steel", "scrap", "grid", "loss", "building", "pig iron", "displaced", "mix", "rest",
    ]  # fmt: skip


def test_every_role_is_pointed_to_another():
    other = {"steel": "steel-2", "scrap": "scrap-2", "pig iron": "iron-2", "loss": "loss-2"}
    material = with_other_factors(STUDY.materials[0], other)
    assert (material.factor_id, material.recycled_factor_id) == ("steel-2", "scrap-2")
    assert with_other_factors(STUDY.wastes[0], other).replaces_factor_id == "iron-2"
    assert with_other_factors(USE, other).added_factor_ids == ("loss-2", "building")
    assert with_other_mixes(SITE, {"rest": "rest-2"}).residual_factor_id == "rest-2"


def test_what_points_to_none_of_them_stays_the_very_same():
    assert with_other_factors(USE, {"steel": "x"}) is USE
    assert with_other_mixes(SITE, {"steel": "x"}) is SITE
