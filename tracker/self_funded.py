"""What a payer's policy means for the employers whose own plans it runs (domain.md 3.3)."""

from __future__ import annotations

from db.sources import Payer

# Those who run plans for employers beside insuring people themselves.
_ADMINISTRATORS = ("commercial", "pbm")


def self_funded(payer: Payer) -> str:
    """A sentence on self-funded plans: the plan document governs, and what it follows is unknown; "" for other payers.

    Federal law (ERISA) keeps state mandates from such plans, and no public policy says which of them follow it.
    """
    if payer.payer_type == "employer":
        runs = f"{payer.administrator} runs the plan; whether it follows that payer's policy is unknown."
        return f"The plan document governs. {runs if payer.administrator else 'Who runs the plan is not known.'}"
    if payer.payer_type in _ADMINISTRATORS:
        return "Where this payer runs an employer's own plan, the plan document governs: whether it follows is unknown."
    return ""
