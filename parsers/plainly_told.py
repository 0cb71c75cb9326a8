"""A document in the one form that statements are read from, whatever its layout.

Payers set the same rules as tables, forms, memos, numbered outlines and running text. Between the blocks that a file
gives and the outline that statements are read from, a document goes through the stages below, one after another; each
says what it is for and why it stands where it stands. New layouts are met by a step in a stage.
"""

from __future__ import annotations

from parsers.telling import (
    answers_in_words,
    cells_spelled,
    form_fields,
    forms,
    labelled_lines,
    lapsed_rules,
    layout_marks,
    lists_in_disguise,
    lists_taken_over,
    notes_in_place,
    numbered_forms,
    other_uses_and_drugs,
    references,
    rows_of_our_drug,
    rules_of_no_use,
    running_text,
    silent_cells,
    titles_of_entries,
    told_tables,
    verdicts,
    whose_entries,
)
from parsers.telling.steps import Blocks, Retelling, Stage

_STAGES: tuple[Stage, ...] = (
    # What is no rule of our drug today goes, while it still stands as printed.
    layout_marks.STAGE,
    form_fields.STAGE,
    lapsed_rules.STAGE,
    rules_of_no_use.STAGE,
    # Verdicts in plain sentences, before labels and titles are looked at as such; tables of them first.
    told_tables.STAGE,
    verdicts.STAGE,
    # What a label, a title or a number is over.
    whose_entries.STAGE,
    labelled_lines.STAGE,
    titles_of_entries.STAGE,
    numbered_forms.STAGE,
    # Tables, down to what they say of our drug; then every answer and every list in plain form.
    rows_of_our_drug.STAGE,
    silent_cells.STAGE,
    answers_in_words.STAGE,
    lists_in_disguise.STAGE,
    other_uses_and_drugs.STAGE,
    running_text.STAGE,
    lists_taken_over.STAGE,
    forms.STAGE,
    # What is said elsewhere than where it is meant.
    notes_in_place.STAGE,
    cells_spelled.STAGE,
    references.STAGE,
)


def told_plainly(blocks: Blocks) -> tuple[Blocks, dict[str, str]]:
    """`blocks` after every stage; and for each passage put in other words the text that the document prints."""
    restated: dict[str, str] = {}
    for stage in _STAGES:
        for step in stage:
            if isinstance(step, Retelling):
                blocks, printed = step.step(blocks)
                # What a step puts in other words may have been so put before.
                restated |= {said: restated.get(was, was) for said, was in printed.items()}
            else:
                blocks = step(blocks)
    return blocks, restated
