"""The words of documents and remarks: sorts of documents, items of the register, classes of remarks."""

from __future__ import annotations

from supplier_pcf.app.pack import item_words
from supplier_pcf.app.register import Item
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.record import EvidenceKind
from supplier_pcf.domain.verification import CommentClass
from supplier_pcf.gui.base.context import Context

Choices = list[tuple[str, str]]


def evidence_kinds(context: Context) -> Choices:
    """Sorts of documents with their words; the first is none."""
    _ = context.translate
    words = {
        EvidenceKind.BILL: _("bill"),
        EvidenceKind.READING: _("meter reading"),
        EvidenceKind.INVOICE: _("invoice"),
        EvidenceKind.DELIVERY_NOTE: _("delivery note"),
        EvidenceKind.WEIGHING: _("weighing record"),
        EvidenceKind.CONTRACT: _("contract"),
        EvidenceKind.CERTIFICATE: _("certificate"),
        EvidenceKind.STATEMENT: _("statement"),
        EvidenceKind.DRAWING: _("drawing or plan"),
        EvidenceKind.LIST: _("list"),
        EvidenceKind.NOTE: _("note"),
    }
    return [("", "–"), *((kind.value, words[kind]) for kind in EvidenceKind)]


def item_titles(context: Context) -> dict[Item, str]:
    """The names of the register's items."""
    return {item: item_words(item, context.translate)[0] for item in Item}


def remark_classes(context: Context) -> Choices:
    """Classes of remarks as verifiers use them; the first is none."""
    _ = context.translate
    words = {
        CommentClass.MATERIAL_MISSTATEMENT: _("material misstatement"),
        CommentClass.MISSTATEMENT: _("misstatement"),
        CommentClass.MATERIAL_NONCONFORMITY: _("material nonconformity"),
        CommentClass.NONCONFORMITY: _("nonconformity"),
        CommentClass.IMPROVEMENT: _("opportunity for improvement"),
    }
    return [("", "–"), *((kind.value, words[kind]) for kind in CommentClass)]


def drill_levels(context: Context) -> Choices:
    """How deep a test of records goes."""
    _ = context.translate
    return [
        (AssuranceLevel.REGULAR.value, _("regular (80 %)")),
        (AssuranceLevel.IN_DEPTH.value, _("in depth (95 %)")),
    ]
