"""Help > About names the terms of everything we did not make."""

from supplier_pcf.app.about import about
from supplier_pcf.factors.library import bundled_library


def test_every_factor_set_is_named_with_its_licence_and_the_line_its_publisher_asks_for():
    shown = {(part.title, part.licence, part.line) for part in about().factor_sets}
    sets = bundled_library().sets
    assert shown == {(found.title, found.licence, found.attribution) for found in sets}
    assert all(found.licence and found.attribution for found in sets)


def test_the_software_is_named_with_its_licences():
    software = about().software
    assert software
    assert all(part.title and part.licence for part in software)
