"""A running text of criteria as its clauses are read: changes, exceptions, afterthoughts and sums told outright."""

from __future__ import annotations

from functools import lru_cache

from parsers.amounts.amounts import with_spans_repeated
from parsers.criteria.added_items import with_sums_listed
from parsers.criteria.ages_of_the_others import with_others_aged
from parsers.criteria.bracketed_choices import with_brackets_told
from parsers.criteria.changes import as_changed
from parsers.criteria.elided_counts import with_counts_told
from parsers.criteria.logic_wording import BLANKS
from parsers.criteria.remission import with_past_disorder
from parsers.criteria.scoped_names import without_scope
from parsers.criteria.turned_demands import with_demands_turned
from parsers.language.afterthoughts import with_afterthoughts, with_exceptions_ended
from parsers.language.negations import affirmed
from parsers.language.refusals import each_reason


@lru_cache(maxsize=1024)
def in_plain_words(text: str) -> str:
    """`text` with all that a sentence says by a turn of phrase as it is meant."""
    told = with_past_disorder(with_afterthoughts(with_sums_listed(BLANKS.sub(" ", without_scope(text)))))
    told = as_changed(
        with_exceptions_ended(
            affirmed(with_counts_told(with_brackets_told(with_others_aged(with_demands_turned(told)))))
        )
    )
    return with_spans_repeated(each_reason(told))
