"""What is missing or doubtful in a study, as findings: the list of checks, and one call for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from supplier_pcf.checks.claims import nothing_is_offset, texts_claim_nothing_more
from supplier_pcf.checks.co_products import (
    co_products_are_no_waste,
    co_products_can_be_shared,
    method_of_sharing_follows_the_rules,
    prices_of_co_products_hold,
    sharing_was_tried_to_be_avoided,
)
from supplier_pcf.checks.collections import sheets_are_back
from supplier_pcf.checks.completeness import (
    company_and_site_are_named,
    every_flow_is_counted,
    origins_are_stated,
    period_is_sound,
    product_is_described,
    proposed_factors_are_confirmed,
    rule_set_is_known,
    study_has_flows,
)
from supplier_pcf.checks.conversions import (
    published_values_are_named,
    stated_conversions_are_sound,
)
from supplier_pcf.checks.cut_off import (
    exclusions_are_explained,
    little_is_left_out,
    no_large_flow_is_left_out,
)
from supplier_pcf.checks.electricity import (
    blocks_belong_to_a_meter,
    blocks_fit_their_meter,
    certificates_are_of_the_market,
    claimed_power_is_proven,
    contracts_are_proven,
    location_result_is_known,
    own_power_is_proven,
    power_parts_are_counted_once,
    power_without_contract_follows_the_rules,
)
from supplier_pcf.checks.evidence import (
    certificates_run_no_longer_than_allowed,
    documents_can_be_shown,
    drawn_records_were_found,
    evidence_covers_what_is_claimed,
    named_documents_are_there,
    remarks_are_settled,
    statements_are_still_valid,
)
from supplier_pcf.checks.examined import Examined
from supplier_pcf.checks.factor_use import (
    factors_are_recent,
    factors_fit_their_use,
    factors_stand_side_by_side,
    forming_is_counted_once,
    grid_figures_are_of_one_kind,
    light_metals_are_of_their_place,
    scrap_is_not_credited,
    single_values_are_named,
    waste_is_treated_as_said,
    years_are_stated,
)
from supplier_pcf.checks.facts import (
    assurance_is_proven,
    facts_are_possible,
    pieces_of_several_sites_are_weighted,
    places_are_known,
)
from supplier_pcf.checks.magnitude import (
    factors_are_of_the_usual_size,
    readings_are_in_one_unit,
)
from supplier_pcf.checks.materials import (
    biogenic_results_are_due,
    carbon_is_a_share,
    less_is_fed_back_than_is_lost,
    masses_are_positive,
    recycled_input_is_counted_once,
    steps_entered_exist,
)
from supplier_pcf.checks.method import (
    amounts_are_of_the_period,
    meters_reach_a_product,
    nothing_usual_is_forgotten,
    one_plant_shares_by_one_basis,
    other_bases_can_be_compared,
    shares_by_hand_have_a_reason,
    something_is_lost,
    uncertainty_can_be_said,
)
from supplier_pcf.checks.mix_ups import (
    factors_are_of_the_same_material,
    materials_have_factors_of_materials,
)
from supplier_pcf.checks.packaging import (
    carbon_of_packaging_is_a_share,
    packaging_is_counted_once,
)
from supplier_pcf.checks.plants import (
    energy_is_counted_once,
    made_energy_says_where_it_is_counted,
    meters_are_read_without_gaps,
    parts_of_meters_are_sound,
    plant_figures_are_not_negative,
    readings_can_be,
    shared_power_fits_the_machines,
    volume_is_positive,
)
from supplier_pcf.checks.plausibility import (
    amounts_are_not_negative,
    bill_of_materials_weighs_the_product,
    gross_is_not_below_net,
    legs_are_on_this_planet,
    levels_hold_a_mass_once,
    mass_balances,
    outbound_has_a_payer,
    parents_exist,
    plants_made_what_the_study_says,
    shares_are_shares,
)
from supplier_pcf.checks.received import (
    deliveries_of_suppliers_are_counted,
    own_factors_are_possible,
    own_studies_make_no_circle,
    received_footprints_are_not_counted_twice,
    received_footprints_are_valid,
    received_footprints_are_whole,
    received_footprints_give_both_totals,
    received_footprints_name_their_rules,
    received_footprints_say_how_good_they_are,
)
from supplier_pcf.checks.releases import (
    released_figure_is_not_too_old,
    released_figure_still_stands,
)
from supplier_pcf.checks.scenarios import scenarios_can_be_made
from supplier_pcf.checks.transport import (
    cargo_is_on_the_right_leg,
    distances_are_of_the_right_kind,
    empty_running_is_counted_once,
    fuel_is_a_quantity,
    fuel_is_shared_by_load,
    lengths_and_masses_are_positive,
)
from supplier_pcf.checks.waste import (
    burnt_carbon_is_counted_once,
    carbon_of_waste_is_a_share,
    treatment_holds_no_credit,
)
from supplier_pcf.checks.years import (
    both_years_are_made_alike,
    carried_values_are_confirmed,
    figure_of_last_year_still_stands,
    readings_are_of_the_period,
)
from supplier_pcf.domain.finding import Finding, by_severity

Check = Callable[[Examined], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    study_has_flows,
    rule_set_is_known,
    product_is_described,
    company_and_site_are_named,
    period_is_sound,
    every_flow_is_counted,
    amounts_are_not_negative,
    shares_are_shares,
    stated_conversions_are_sound,
    volume_is_positive,
    plant_figures_are_not_negative,
    readings_can_be,
    parts_of_meters_are_sound,
    energy_is_counted_once,
    made_energy_says_where_it_is_counted,
    meters_are_read_without_gaps,
    shared_power_fits_the_machines,
    exclusions_are_explained,
    little_is_left_out,
    no_large_flow_is_left_out,
    factors_fit_their_use,
    factors_stand_side_by_side,
    grid_figures_are_of_one_kind,
    power_without_contract_follows_the_rules,
    own_factors_are_possible,
    own_studies_make_no_circle,
    claimed_power_is_proven,
    contracts_are_proven,
    own_power_is_proven,
    certificates_are_of_the_market,
    blocks_belong_to_a_meter,
    blocks_fit_their_meter,
    power_parts_are_counted_once,
    location_result_is_known,
    received_footprints_are_valid,
    received_footprints_are_whole,
    received_footprints_give_both_totals,
    received_footprints_are_not_counted_twice,
    received_footprints_name_their_rules,
    deliveries_of_suppliers_are_counted,
    facts_are_possible,
    places_are_known,
    assurance_is_proven,
    statements_are_still_valid,
    certificates_run_no_longer_than_allowed,
    evidence_covers_what_is_claimed,
    named_documents_are_there,
    documents_can_be_shown,
    remarks_are_settled,
    drawn_records_were_found,
    pieces_of_several_sites_are_weighted,
    scrap_is_not_credited,
    forming_is_counted_once,
    light_metals_are_of_their_place,
    waste_is_treated_as_said,
    proposed_factors_are_confirmed,
    gross_is_not_below_net,
    masses_are_positive,
    less_is_fed_back_than_is_lost,
    recycled_input_is_counted_once,
    carbon_is_a_share,
    steps_entered_exist,
    co_products_are_no_waste,
    co_products_can_be_shared,
    sharing_was_tried_to_be_avoided,
    method_of_sharing_follows_the_rules,
    prices_of_co_products_hold,
    biogenic_results_are_due,
    parents_exist,
    levels_hold_a_mass_once,
    bill_of_materials_weighs_the_product,
    mass_balances,
    plants_made_what_the_study_says,
    legs_are_on_this_planet,
    outbound_has_a_payer,
    lengths_and_masses_are_positive,
    fuel_is_a_quantity,
    fuel_is_shared_by_load,
    empty_running_is_counted_once,
    distances_are_of_the_right_kind,
    cargo_is_on_the_right_leg,
    carbon_of_waste_is_a_share,
    burnt_carbon_is_counted_once,
    treatment_holds_no_credit,
    carbon_of_packaging_is_a_share,
    packaging_is_counted_once,
    factors_are_recent,
    years_are_stated,
    single_values_are_named,
    published_values_are_named,
    received_footprints_say_how_good_they_are,
    origins_are_stated,
    released_figure_still_stands,
    released_figure_is_not_too_old,
    sheets_are_back,
    carried_values_are_confirmed,
    readings_are_of_the_period,
    figure_of_last_year_still_stands,
    both_years_are_made_alike,
    nothing_is_offset,
    texts_claim_nothing_more,
    factors_are_of_the_usual_size,
    readings_are_in_one_unit,
    materials_have_factors_of_materials,
    factors_are_of_the_same_material,
    meters_reach_a_product,
    shares_by_hand_have_a_reason,
    one_plant_shares_by_one_basis,
    other_bases_can_be_compared,
    amounts_are_of_the_period,
    nothing_usual_is_forgotten,
    something_is_lost,
    uncertainty_can_be_said,
    scenarios_can_be_made,
)
"""Every check there is, in the order its findings are shown within a severity."""


def findings(examined: Examined) -> tuple[Finding, ...]:
    """All that is missing or doubtful, errors first."""
    return by_severity(finding for check in CHECKS for finding in check(examined))
