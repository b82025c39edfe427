"""The log of requests: who asked for the footprint in which format until when, and what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from supplier_pcf.domain.delivery import CustomerRequest, Delivery
from supplier_pcf.domain.study import Study


def with_new_request(study: Study, today: date) -> Study:
    """The study with one more request, of the customer of the product, received today."""
    numbers = [int(r.id[1:]) for r in study.requests if r.id[1:].isdecimal()]
    new = CustomerRequest(
        id=f"r{max(numbers, default=0) + 1}",
        customer=study.product.customer,
        asked=today.isoformat(),
    )
    return replace(study, requests=(*study.requests, new))


def with_requests(study: Study, changed: Sequence[CustomerRequest]) -> Study:
    """The study with these requests in place of those with their ids."""
    new = {request.id: request for request in changed}
    return replace(study, requests=tuple(new.get(r.id, r) for r in study.requests))


def without_requests(study: Study, ids: Sequence[str]) -> Study:
    """The study without these requests; what was sent for them stays in the log of files."""
    return replace(study, requests=tuple(r for r in study.requests if r.id not in ids))


def sent_for(study: Study, request: CustomerRequest) -> tuple[Delivery, ...]:
    """The files that answered a request, the newest first."""
    found = (d for d in study.deliveries if d.request_id == request.id)
    return tuple(sorted(found, key=lambda d: d.when, reverse=True))


def open_requests(study: Study) -> tuple[CustomerRequest, ...]:
    """The requests nothing was sent for yet, the most urgent first; those without a day come last."""
    waiting = [request for request in study.requests if not sent_for(study, request)]
    return tuple(sorted(waiting, key=lambda request: (not request.due, request.due)))


def is_late(study: Study, request: CustomerRequest, today: date) -> bool:
    """Whether it should have been answered by now."""
    return bool(request.due) and request.due < today.isoformat() and not sent_for(study, request)
