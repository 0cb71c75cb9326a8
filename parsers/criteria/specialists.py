"""Who counts as a specialist of another field than psychiatry, by the name, the practice or the board."""

from __future__ import annotations

from parsers.criteria.vocabulary import one_of

_FIELD = r"(?:pain|an[ae]sthesi|neurolog|palliative|physical medicine|physiatry|addiction|rheumatolog)"
SPECIALIST = one_of(
    r"\bspecialists?\b",
    r"\bspeciali[sz](?:es|ing|ed) in\b",
    # e.g. "a physician who is board certified in pain medicine or in anesthesiology", "holds boards in neurology"
    rf"\b(?:certified|certifications?|boards?|credentials?|fellowship|trained) in {_FIELD}",
    r"\bboard[ -]certified (?:pain|neuro)",
    r"\bpain (?:medicine |management )?(?:physician|doctor|clinician)s?\b",
    r"\b(?:neurologist|rheumatologist|physiatrist)s?\b",
    r"\b(?:prescribed|ordered|requested) (?:only )?by (?:an? )?(?:board[ -]certified )?an[ae]sthesiologists?\b",
)
