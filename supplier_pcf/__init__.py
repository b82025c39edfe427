"""Supplier PCF: the product carbon footprint of a component maker, alone, offline, in one afternoon."""

__version__ = "0.1.0"
