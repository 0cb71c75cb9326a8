"""What the label of a drug demands of everybody: no restriction when a payer writes it down or leaves it out."""

from __future__ import annotations

from parsers.models import Leaf, Phase, Product, Quantity
from tracker.label.events import LABELS, Ceiling


def set_by_label(leaf: Leaf, product: Product, phase: Phase) -> bool:
    """Whether a criterion only repeats what the label of `product` demands or schedules in `phase`: REMS, the hours of
    observation, contraindications, and limits no lower than its own schedule.
    """
    label = LABELS.labels[product]
    match leaf.key:
        case "rems" | "label_dynamic":
            return True
        case "oral_ad":
            return leaf.value == "not_required"
        case "exclusion":
            return leaf.value in label.contraindications
        case "monitoring_hours":
            return label.monitoring_hours is not None and _number(leaf) <= label.monitoring_hours
    return reaches_ceiling(leaf, label.ceiling(phase))


def reaches_ceiling(leaf: Leaf, ceiling: Ceiling | None) -> bool:
    """Whether a limit on amounts lets through all that the label schedules; False for any other criterion."""
    if ceiling is None:
        return False
    if isinstance(leaf.value, Quantity):
        # Limits come for weeks, months and quarters: compared as a rate, without a division that may round.
        return leaf.value.devices * 28 >= ceiling.devices_in_28_days * leaf.value.days
    if leaf.key == "dose_max_mg":
        return _number(leaf) >= ceiling.dose_max_mg
    return leaf.key == "frequency_max_per_week" and _number(leaf) >= ceiling.frequency_max_per_week


def _number(leaf: Leaf) -> float:
    if isinstance(leaf.value, bool) or not isinstance(leaf.value, (int, float)):
        raise TypeError(f"{leaf.key} has the value {leaf.value!r}, which is no number")
    return float(leaf.value)
