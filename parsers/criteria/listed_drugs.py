"""A count of antidepressants out of a list: in one sentence ("two of the following: an SSRI, an SNRI, bupropion"),
or over items ("two antidepressants, each from a different class:").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.trees import leaves_of
from parsers.criteria.vocabulary import (
    ANTIDEPRESSANT,
    ANTIDEPRESSANT_NAMES,
    ANY_CLASS,
    AUGMENTER,
    CLASS_NAME,
    NUMBER,
    one_of,
)
from parsers.criteria.wording import Finding, read_words
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Tree

_LISTED = compiled(
    rf"{NUMBER}of (?:the |these |those )?(?:following|these|those|listed)?(?: \d+)?(?: [a-z-]+){{0,8}}?"
    # "… of the following, at their full dose for 4 weeks unless contraindicated: an SSRI, bupropion".
    r"(?:,? (?:at|for|each|unless|used|taken|given)\b[^.:;]{2,240}?)? ?: ?"
    r"(?P<listed>[^.:]+)"
)
_MEMBER = compiled(
    rf"(?:(?:an?|any|the|generic|1|oral) )*(?:{one_of(*ANTIDEPRESSANT_NAMES)}(?: (?:xr|er|sr|xl))?|{CLASS_NAME})"
    rf"(?: \([^()]*\))?(?: {ANTIDEPRESSANT}\w*)?"
)
# What an item that only names drugs and classes holds beside their names: "other (e.g., mirtazapine)".
_BESIDE_NAMES = compiled(
    r"\b(?:an?|any|the|one|1|other|another|generic|oral|class(?:es)?|agents?|drugs?|medications?|e\.g|i\.e|such as|"
    rf"for (?:example|instance)|including|like|and|or|xr|er|sr|xl)\b|\b{ANTIDEPRESSANT}s?\b|[^\w]+"
)
_NAME = compiled(rf"\b(?:{one_of(*ANTIDEPRESSANT_NAMES)}\b|{CLASS_NAME})")
_AUGMENTER, _ASIDE = compiled(rf"\b{AUGMENTER}"), compiled(r"\([^()]*\)")
# What an item that only names augmenting agents holds beside their names: "a second-generation antipsychotic".
_BESIDE_AUGMENTERS = compiled(
    r"\b(?:an?|any|the|one|1|2nd|3rd|second|third|new|newer|generation|atypical|oral|other|another|agents?|drugs?|"
    r"medications?|hormones?|supplement(?:ation|s)?|salts?|carbonate|augment\w*|with|by|therapy|and|or)\b|[^\w]+"
)
_FEWEST = 2


def count_of_listed(words: str) -> list[Finding]:
    """How many antidepressants of a list must have failed; [] where all of them must, or others stand among them.

    A list without a class names steps, of which so many are asked for.
    """
    found = _LISTED.search(words)
    if found is None:
        return []
    members = [part.strip() for part in re.split(r"[,;/]|\bor\b|\band\b", found["listed"]) if part.strip(" .")]
    count = int(found["n"])
    chosen = len(members) >= _FEWEST and 1 <= count < len(members) and any(map(ANY_CLASS.search, members))
    return [Finding("failed_ad_count", count)] if chosen and all(map(_MEMBER.fullmatch, members)) else []


def are_choices(lead: Tree | None, items: Sequence[str]) -> bool:
    """Whether the items under a lead-in are the classes out of which it counts fewer failed antidepressants, or the
    agents out of which it counts fewer augmentations.
    """
    # "☐ SSRI ☐ SNRI ☐ bupropion" is one item of several names.
    names = [read_words(name) for item in items for name in item.split(" or ")]
    if _most_counted(lead, ("failed_ad_count", "failed_ad_classes")) in range(1, len(names)):
        return any(map(ANY_CLASS.search, names)) and all(map(_only_names, names))
    augmented = _most_counted(lead, ("augmentation_trials",)) in range(1, len(names))
    return augmented and all(map(_only_augments, names))


def _most_counted(lead: Tree | None, counting: tuple[CriterionKey, ...]) -> int:
    """The largest number that a lead-in asks for under one of the keys that count; 0 where it asks for none."""
    counts = (leaf.value for leaf in leaves_of(lead) if leaf.key in counting)
    return max((count for count in counts if isinstance(count, int)), default=0)


def _only_names(item: str) -> bool:
    return not _BESIDE_NAMES.sub("", _NAME.sub("", item))


def _only_augments(item: str) -> bool:
    named = _AUGMENTER.sub("", _ASIDE.sub("", item))
    return named != item and not _BESIDE_AUGMENTERS.sub("", named)
