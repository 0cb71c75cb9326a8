"""Rows of a table that tell nothing of what is covered: of a log, of studies, or of other drugs under their ranks."""

from __future__ import annotations

import re

from parsers.drug_lists import lists_by_class
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.logged_rows import is_logged, is_of_a_log
from parsers.tables.study_tables import titles_study

_RANK = compiled(
    r"^\W*(?:(?:non-? ?)?(?:preferred|formulary|covered)|tier \w+|step \w+|alternatives?)"
    r"(?: (?:agents?|drugs?|products?|brands?|medications?|antidepressants?|options?))?\W*$",
    re.IGNORECASE,
)

# "Labeled dosing" over a column or the table: what the label says is no rule of the payer's.
_LABELED_DOSES = compiled(
    r"^\W*(?:FDA[- ])?(?:label(?:l?ed|ing)?|package insert|prescribing information|FDA[- ]approved|manufacturer['’]?s?)"
    r"(?: (?:recommended|usual|FDA))? (?:dos(?:es?|ing|ages?)|schedules?|regimens?)"
    r"(?: (?:schedules?|regimens?|and administration))?(?: \([^()]*\))?\W*$",
    re.IGNORECASE,
)


def states_nothing(row: Block) -> bool:
    """Whether a row is of a log or of studies, tells the label's doses, or lists drugs under their ranks ("Preferred",
    "Tier 2"), none of them ours, or by their class, which read_rows answers for.
    """
    of_document = is_logged(row) or is_of_a_log(row) or titles_study(row.header)
    return of_document or lists_by_class(row) or _ranks_other_drugs(row) or _recites_label(row)


def _recites_label(row: Block) -> bool:
    return any(map(_LABELED_DOSES.match, row.header[:1]))


def _ranks_other_drugs(row: Block) -> bool:
    return bool(row.header) and all(map(_RANK.match, row.header)) and not named_products(" ; ".join(row.cells))
