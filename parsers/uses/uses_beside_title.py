"""Uses of another kind than those of the document's title, covered in passing: its criteria are not asked of them.

"Ketamine infusion for resistant depression" asks for a psychiatrist where it asks of no use by name; that the drug is
on the formulary for anesthesia says nothing of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parsers.deciding.findings import Requirement
from parsers.language.every_use import is_for_all
from parsers.models import Indication
from parsers.uses.indications import is_for_everything, is_residual, named_indications

_KINDS: tuple[frozenset[Indication], ...] = (
    frozenset({"anesthesia"}),
    frozenset(
        {"chronic_pain", "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain"},
    ),
    frozenset(
        {"trd", "mdsi", "mdd", "bipolar_depression", "ptsd", "anxiety", "ocd", "psychiatric", "substance_use"},
    ),
)


def is_beside_title(use: Indication, path: Sequence[str], text: str = "") -> bool:
    """Whether a use is of no kind that the title at the start of `path` names, and neither the headings under it nor
    `text` speak of every use.
    """
    titled = set(named_indications(path[0])) if path else set()
    kind = next((kind for kind in _KINDS if use in kind), None)
    if not titled or kind is None or titled & kind or not all(any(one in each for each in _KINDS) for one in titled):
        return False
    said = (*path, text)
    return not any(is_for_all(one) or is_for_everything(one) for one in said) and not is_residual(path[0])


def has_list_of_its_own(use: Indication, requirements: Iterable[Requirement]) -> bool:
    """Whether a list of what is asked is of a use by name: what is asked of no use is asked for that one too."""
    return any(one.listed and use in one.indications for one in requirements)
