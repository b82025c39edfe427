"""The sentences of the search: why a factor stands where it does, and what the library lacks."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "fit.same_supplier": "It is from the supplier of this row.",
    "fit.same_material": "Another row of the same material has it.",
    "fit.on_the_row": "This row has it now.",
    "fit.used_here": "Another row of this study has it already.",
    "fit.used_lately": "You chose it lately.",
    "fit.place_exact": "Figure for {place}, where the site is.",
    "fit.place_region": "{place} average for a site in {site}.",
    "fit.place_global": "World average for a site in {site}.",
    "fit.place_other": "{place} figure for a site in {site}.",
    "fit.old_data": "Its data end in {year}, more than ten years before the time of the study.",
    "fit.boundary_part": "It covers only a part of the life cycle.",
    "fit.boundary_other": "It covers another part of the life cycle than this row needs.",
    "fit.material_near": "It is for another material, the nearest there is.",
    "fit.spelled": "Found by a similar word; see whether it is what you meant.",
    "fit.recycled": "It is for recycled material.",
    "fit.recycled_as_asked": "It is for recycled material, as asked.",
    "fit.single_value": "It is a single published value.",
    "gap.near": (
        "The library has no factor for “{word}” ({material}). The nearest is {nearest}, which is "
        "another material."
    ),
    "gap.screening": (
        "The library has no factor per kilogram for “{word}” ({material}), only figures per money "
        "spent, for screening."
    ),
    "gap.none": (
        "Nothing open fits “{word}” ({material}). The nearest category is {nearest}, which is "
        "another material. Ask the supplier for his figure, or enter your own factor."
    ),
    "gap.alone": (
        "Nothing open fits “{word}” ({material}), and no category comes near. Ask the supplier for "
        "his figure, or enter your own factor."
    ),
}
