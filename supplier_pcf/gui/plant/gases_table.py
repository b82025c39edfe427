"""Greenhouse gases that the plant sets free directly: process gases and refills of refrigerant."""

from __future__ import annotations

from dataclasses import replace

from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.flows import Basis
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.plant.shared_columns import allocation_column, basis_column, share_column
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.columns import counted_column, factor_column, origin_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords


def gases_table(context: Context) -> FlowTable:
    """One row for each gas and place where it gets out."""
    _ = context.translate
    words = TableWords(
        add=_("Add &gas"),
        remove=_("Re&move"),
        empty=_(
            "Gases that get out without burning: CO₂ in shielding gas, SF₆ of magnesium casting, "
            "refrigerant refilled by the service firm. Leave it empty if there are none."
        ),
    )
    return FlowTable(context, "direct_emissions", _columns(context), _new, words)


def _new(study: Study) -> DirectEmission:
    site = study.sites[0].id if study.sites else ""
    return DirectEmission(id=new_id("gas"), basis=Basis.PER_UNIT, site_id=site)


def _columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        counted_column(context),
        of_field(
            "name",
            _("Where it gets out"),
            Kind.TEXT,
            width=150,
        ),
        of_field(
            "gas",
            _("Gas"),
            Kind.TEXT,
            width=60,
            help=_("Service report or gas bottle: CO2, SF6, R-410A, HFC-134a."),
        ),
        *_shared_columns(context),
    ]


def _shared_columns(context: Context) -> list[Column]:
    """How the gas is shared and what it is multiplied with."""
    _ = context.translate
    return [
        of_field(
            "amount",
            _("Amount"),
            Kind.QUANTITY,
            unit="kg",
            width=86,
        ),
        of_field(
            "recovered",
            _("Recovered"),
            Kind.QUANTITY,
            unit="kg",
            width=86,
            help=_("What was caught and did not get out; it is taken off the amount."),
        ),
        basis_column(context),
        allocation_column(context),
        share_column(context),
        replace(factor_column(context), width=150),
        origin_column(context),
    ]
