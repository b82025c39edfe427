"""The library looks up by id, and what the user brings wins over what is bundled."""

from dataclasses import replace

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.factors.library import FactorLibrary, bundled_library

OWN = EmissionFactor(id="own:glue", name="Glue", fossil=3.0, layer=Layer.OWN)


def test_a_factor_is_found_by_its_id():
    factor = bundled_library().get("desnz-2025:diesel-l")
    assert factor is not None
    assert (factor.kg_co2e, factor.unit, factor.set_id) == (3.18183, "l", "desnz-2025")


def test_an_unknown_id_finds_nothing():
    assert bundled_library().get("desnz-2025:moon-dust") is None


def test_the_bundled_library_is_read_once():
    assert bundled_library() is bundled_library()


def test_own_factors_are_added_and_leave_the_bundled_library_alone():
    library = bundled_library().with_factors([OWN])
    assert library.get("own:glue") is OWN
    assert len(library) == len(bundled_library()) + 1
    assert "own:glue" not in bundled_library()


def test_the_copy_kept_in_a_project_wins_over_the_bundled_factor():
    bundled = bundled_library().get("desnz-2025:diesel-l")
    assert bundled is not None
    kept = replace(bundled, fossil=3.0)
    library = bundled_library().with_factors([kept])
    assert library.get("desnz-2025:diesel-l") is kept
    assert len(library) == len(bundled_library())


def test_a_factor_knows_its_set_and_the_line_to_be_printed():
    library = bundled_library()
    factor = library.get("ember-2026:de-2025")
    assert factor is not None
    found = library.set_of(factor)
    assert found is not None and "CC BY 4.0" in found.attribution


def test_an_own_factor_has_no_set():
    assert FactorLibrary.of([OWN]).set_of(OWN) is None
