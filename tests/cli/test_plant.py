"""`supplier-pcf plant`: what it prints, takes over and begins."""

import pytest


def test_every_product_of_the_plant_is_listed(run, bracket):
    said = run("plant", bracket)
    assert said.code == 0
    assert "*Bracket assembly BR-2041" in said.out
    assert "not shared: 0 of" in said.out
    assert "scope 2, by location" in said.out


def test_the_plant_as_data(run, bracket):
    site = run("plant", bracket, "--json").data["sites"][0]
    hours = 2600 / 22400
    assert site["uses"][0]["shares"][0] == pytest.approx(hours)
    assert site["products"][0]["kwh_per_unit"] == pytest.approx(1_860_000 * hours / 180_000)
    assert site["scopes"]["scope_2_location"] == pytest.approx(1_860_000 * 0.4974)
    assert site["scopes"]["missing"]["scope_1"] == []


def test_a_study_of_another_product_is_begun(run, bracket, tmp_path):
    target = tmp_path / "seat.spcf"
    assert run("plant", bracket, "--new-for", "seat", "--out", target).code == 0
    table = run("plant", bracket, "--json").data["sites"][0]
    answer = run("calculate", target, "--json").data
    assert answer["pcf_excluding_biogenic_uptake"] == pytest.approx(
        table["products"][2]["kg_co2e_per_unit"]
    )


def test_a_plant_is_taken_from_another_study(run, bracket, tmp_path):
    target = tmp_path / "seat.spcf"
    run("plant", bracket, "--new-for", "seat", "--out", target)
    assert run("plant", target, "--take", bracket).code == 0
    unclear = run("plant", target, "--take", bracket, "--as", "gear")
    assert unclear.code == 2 and "seat: Seat frame parts" in unclear.err
    assert run("plant", target, "--take", bracket, "--as", "small").code == 0
    products = run("plant", target, "--json").data["sites"][0]["products"]
    assert [p["is_this_product"] for p in products] == [False, True, False]


def test_a_new_study_needs_a_file_and_never_the_old_one(run, bracket):
    assert "--out" in run("plant", bracket, "--new-for", "seat").err
    assert run("plant", bracket, "--new-for", "seat", "--out", bracket).code == 2


def test_the_footprint_says_its_scopes_and_meters(run, bracket):
    answer = run("calculate", bracket, "--json").data
    scopes = answer["scopes"]
    whole = sum(scopes[k] for k in ("scope_1", "scope_2", "scope_3", "not_split"))
    assert whole == pytest.approx(answer["pcf_excluding_biogenic_uptake"])
    meter = next(m for m in answer["meters"] if m["unit"] == "kWh")
    assert (meter["read"], meter["taken_off"], meter["for_production"]) == (1_860_000, 0, 1_860_000)
