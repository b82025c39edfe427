"""The sentences about materials and co-products: what is so, and what to do about it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "product.mass_not_positive": "The mass of one piece is not above zero. Weigh ten pieces and divide.",
    "material.not_positive": "A mass or quantity of “{name}” is negative. Enter it as a positive number.",
    "material.returned_unit": (
        "What goes straight back of “{name}” is in another kind of unit than the material, so it is not taken off. "
        "Enter it in the material's own unit."
    ),
    "material.returned_too_much": (
        "{returned:g} {unit} of “{name}” go straight back, but only {lost:g} {unit} of it are lost for one. "
        "Enter less, or a larger gross mass; until then it counts with its net mass."
    ),
    "material.recycled_twice": (
        "“{factor}” of “{name}” holds {holds:g} % recycled input already, so the factor of the recycled part would count "
        "it twice. It is not mixed in; take it away, or choose a factor without recycled input."
    ),
    "material.recycled_differs": (
        "“{name}” is entered with {share:g} % recycled content, but “{factor}” stands for {holds:g} %. "
        "Choose a factor of this content, or correct the share."
    ),
    "material.recycled_idle": (
        "The recycled content of “{name}” changes nothing: “{factor}” does not say that it holds any, and no factor of the "
        "recycled part is chosen. Choose one under “More about this row”, or leave it as information."
    ),
    "material.carbon_share": (
        "The carbon contents of “{name}” are not between 0 and 100 % together. Correct them."
    ),
    "material.no_step": (
        "The process step at which “{name}” enters is not in the list, so the losses of all steps count on it. "
        "Choose the step again."
    ),
    "co_product.is_waste": (
        "“{name}” is waste by your answers and carries no burden. "
        "Take it out here and enter it as waste, or give the legal proof that it is a product."
    ),
    "co_product.test_open": (
        "It is not said for “{name}” whether it is a co-product or waste. Answer the five questions under “Co-product or waste?”."
    ),
    "co_product.no_mass": (
        "“{name}” has no mass, so nothing can be shared with it. Enter how many kilograms come out beside one piece."
    ),
    "co_product.negative_price": "The price of “{name}” is negative: then it is waste. Enter it there.",
    "co_product.division_open": (
        "Burdens are shared with co-products, but it is not said whether the process could be divided instead. "
        "Answer it under “How burdens are shared”."
    ),
    "co_product.can_be_divided": (
        "The process can be divided, so burdens should not be shared. "
        "Enter the amounts of this product alone and take the co-product out."
    ),
    "co_product.substitution_open": (
        "Burdens are shared with co-products, but it is not said whether one product is clearly displaced. "
        "Answer it under “How burdens are shared”."
    ),
    "co_product.has_substitute": (
        "One product is clearly displaced by the co-product: the rules then allow to take its burden off instead of sharing. "
        "Burdens are shared here; choose what is displaced under “Co-product or waste?” to state the other result beside it."
    ),
    "co_product.sector_method": (
        "A rule of the sector settles the sharing, but its method is not chosen. Choose by mass or by value."
    ),
    "co_product.method_differs": (
        "Burdens are shared by another method than {rules} asks for. Your reason stands in the report."
    ),
    "co_product.method_no_reason": (
        "Burdens are shared by another method than {rules} asks for, without a reason. Enter it, or let the rules choose."
    ),
    "co_product.no_main_price": (
        "The price of the product is missing, so it cannot be compared with the co-product's. "
        "Enter what one piece is sold for."
    ),
    "co_product.no_price": (
        "“{name}” has no price, so it cannot be compared with the product's. Enter the mean price of three to five years."
    ),
    "co_product.years": (
        "The price of “{name}” is not the mean of three to five years. Say over how many years it is averaged."
    ),
    "co_product.no_price_source": "The price of “{name}” has no source. Enter the price list or the exchange.",
    "result.biogenic_due": (
        "Biogenic carbon is {mass:g} % of the mass, and biogenic and land emissions and removals are {total:g} % of the "
        "footprint: {rules} asks to state them apart, which the report and the files do."
    ),
    "sharing.sector_rule.yes": "A rule of the sector settles it.",
    "sharing.sector_rule.no": "No rule of the sector settles it.",
    "sharing.division.yes": "The process can be divided: do that instead of sharing.",
    "sharing.division.no": "The process cannot be divided.",
    "sharing.division.open": "Whether the process can be divided is not answered.",
    "sharing.substitution.yes": "One product is clearly displaced; it is not credited here.",
    "sharing.substitution.no": "No product is clearly displaced.",
    "sharing.substitution.open": "Whether a product is clearly displaced is not answered.",
    "sharing.price_test.physical": "Prices are close together: by mass.",
    "sharing.price_test.economic": "Prices are far apart: by value.",
    "sharing.price_test.open": "Prices cannot be compared yet: one is missing.",
    "sharing.physical_first.physical": "A physical property comes first: by mass.",
    "sharing.method.physical": "Shared by mass.",
    "sharing.method.economic": "Shared by value.",
}
