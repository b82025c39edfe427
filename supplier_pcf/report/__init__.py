"""The PDF for the customer and the charts; only this package knows reportlab."""
