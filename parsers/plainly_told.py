"""A document in the one form that statements are read from, whatever its layout: step by step, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsers.absent_items import with_absent_items
from parsers.added_uses import with_added_uses
from parsers.adding_labels import with_adding_labels
from parsers.alike_entries import without_alike_entries
from parsers.alternative_lines import with_alternatives_joined
from parsers.answer_columns import with_answers_in_cells
from parsers.answered_rows import with_answered_rows
from parsers.answers_by_number import with_answers_by_number
from parsers.applies_columns import with_rows_by_request
from parsers.approvals_recalled import with_approvals_recalled
from parsers.asked_and_waived import with_requirements_told
from parsers.asked_titles import with_asked_titles
from parsers.background_from_here import without_called_background
from parsers.bar_columns import with_bars_apart
from parsers.bare_lists import with_bare_lists
from parsers.bare_titles import with_bare_titles
from parsers.benefit_tables import without_out_of_network
from parsers.blank_fields import without_blank_fields
from parsers.bracketed_uses import with_bracketed_uses
from parsers.change_lists import without_change_lists
from parsers.chosen_questions import with_chosen_questions
from parsers.class_entries import without_other_classes, without_rules_beside
from parsers.class_exceptions import without_rules_set_apart
from parsers.class_lists import with_own_ages, without_rules_of_others
from parsers.class_rules import with_class_rules
from parsers.class_tables import with_own_rules, with_own_tier
from parsers.clause_lists import with_clause_lists
from parsers.coded_rows import without_codes
from parsers.commented_rows import with_comments_apart
from parsers.contents_tables import without_contents
from parsers.continued_lines import with_lines_continued
from parsers.continued_rows import with_rows_continued
from parsers.counted_groups import with_groups_counted
from parsers.covers_in_short import without_covers_in_short
from parsers.crossed_items import with_crossed_items
from parsers.decision_tables import with_decisions_listed
from parsers.defined_terms import with_defined_terms
from parsers.demands_over_lists import with_demands_kept
from parsers.denied_among_uses import with_denied_uses_apart
from parsers.denied_cases import with_cases_told
from parsers.drug_classes import with_class_named
from parsers.drug_columns import with_drugs_in_columns
from parsers.drug_headings import with_drug_headings
from parsers.drug_marks import with_marks_by_drug
from parsers.ended_answers import with_answers_in_force
from parsers.entry_titles import with_entry_titles
from parsers.first_lengths import with_first_lengths
from parsers.footnotes import with_footnotes, without_marks_of_sources
from parsers.form_answers import without_answers
from parsers.handled_columns import without_handled_columns
from parsers.items_above import with_items_above
from parsers.items_in_capitals import with_items_in_capitals
from parsers.kept_items import with_kept_items
from parsers.kept_topics import with_kept_topics
from parsers.keyed_rows import with_keyed_rows
from parsers.labelled_criteria import with_labelled_criteria
from parsers.labelled_entries import without_labelled_others
from parsers.labelled_uses import with_labelled_uses
from parsers.led_rows import with_led_rows
from parsers.lengths_in_turn import with_lengths_in_turn
from parsers.lettered_entries import with_lettered_entries
from parsers.lettered_lengths import with_listed_uses
from parsers.lettered_limits import with_lettered_limits
from parsers.letters_for_drugs import with_letters_spelled
from parsers.listed_lengths import with_listed_lengths
from parsers.listed_names import without_other_names
from parsers.lists_but_for_topics import with_lists_but_for_topics
from parsers.lists_taken_over import with_lists_taken_over
from parsers.looked_up_topics import with_topics_looked_up
from parsers.models import Block
from parsers.name_lines import without_named_others
from parsers.named_groups import named_groups, with_named_groups
from parsers.named_phases import named_phases, with_named_phases
from parsers.named_rules import with_rules_listed
from parsers.needed_answers import with_needed_answers
from parsers.noted_rows import with_noted_rows
from parsers.notes_by_drug import with_notes_by_drug
from parsers.numbered_clauses import with_numbered_clauses
from parsers.numbered_sections import with_numbered_sections
from parsers.numbered_terms import with_numbered_terms
from parsers.numbered_uses import with_numbered_uses, with_uses_of_rows
from parsers.other_of_two import with_the_other
from parsers.parted_lines import with_parted_lines
from parsers.party_columns import without_party_columns
from parsers.past_eras import without_past_eras
from parsers.payers_columns import without_payers_columns
from parsers.phased_cells import with_first_columns, with_first_rows
from parsers.plain_marks import with_marks_read
from parsers.pointed_uses import with_pointed_uses
from parsers.product_tables import without_product_tables
from parsers.question_flows import without_flows
from parsers.questions import with_answered_questions
from parsers.questions_by_range import with_questions_by_range
from parsers.questions_on_others import without_answers_on_others
from parsers.recalled_bars import with_recalled_bars
from parsers.recalled_topics import with_topics_recalled
from parsers.recited_tables import without_recited_tables
from parsers.record_criteria import with_record_criteria
from parsers.referred_sections import with_referred_sections
from parsers.refusing_voices import with_refusals_told
from parsers.repeated_cover import with_cover_repeated
from parsers.replaced_rules import without_replaced_rules
from parsers.restricted_entries import with_restricted_entries
from parsers.row_numbers import without_row_numbers
from parsers.rows_by_use import with_rules_by_use
from parsers.rules_of_all import with_rules_of_all
from parsers.run_on_bullets import with_bullets_apart
from parsers.run_on_labels import with_labels_in_lines
from parsers.run_on_numbers import with_numbers_apart
from parsers.scope_notes import with_scope_notes
from parsers.section_lengths import with_section_lengths
from parsers.sent_on_uses import with_uses_sent_on
from parsers.serial_demands import with_serial_demands
from parsers.shared_cells import with_own_part
from parsers.staged_amounts import with_stages_told
from parsers.status_keys import with_statuses_spelled
from parsers.stopped_bars import with_stopped_bars
from parsers.table_titles import with_title_of_table
from parsers.telling_headings import with_headings_told
from parsers.titled_amounts import with_amounts_spelled
from parsers.titled_answers import with_titled_terms
from parsers.titled_paragraphs import with_titled_paragraphs
from parsers.titled_sentences import with_titled_sentences
from parsers.titled_steps import with_steps_told
from parsers.told_lengths import with_lengths_told
from parsers.topic_paragraphs import with_topics_listed
from parsers.unchanged_uses import with_unchanged_uses
from parsers.unknown_uses import without_unknown_uses
from parsers.update_entries import with_update_entries
from parsers.use_columns import with_uses_in_columns
from parsers.use_records import with_uses_answered
from parsers.ways_by_use import with_ways_by_use

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """A step that puts passages in other words, and gives for each of these what is printed there."""

    step: Callable[[Blocks], tuple[Blocks, dict[str, str]]]


def _with_groups(blocks: Blocks) -> Blocks:
    groups = named_groups(blocks)
    return with_named_groups(with_lettered_limits(blocks, groups), groups)


def _with_phases(blocks: Blocks) -> Blocks:
    return with_named_phases(blocks, named_phases(blocks))


_STEPS: tuple[Callable[[Blocks], Blocks] | Retelling, ...] = (
    with_title_of_table,
    with_numbered_terms,
    without_marks_of_sources,
    with_bullets_apart,
    with_numbers_apart,
    with_marks_read,
    Retelling(with_lines_continued),
    # What holds no longer is nothing that any later step should read.
    without_past_eras,
    without_replaced_rules,
    Retelling(with_answers_in_force),
    without_called_background,
    without_recited_tables,
    without_rules_of_others,
    without_rules_set_apart,
    without_other_names,
    without_answers_on_others,
    # Whose an entry is: those of other drugs go, the name of ours stands above what is said of it.
    Retelling(with_notes_by_drug),
    without_labelled_others,
    without_other_classes,
    without_alike_entries,
    without_covers_in_short,
    Retelling(with_denied_uses_apart),
    Retelling(with_rules_by_use),
    Retelling(with_uses_answered),
    with_record_criteria,
    with_labels_in_lines,
    with_lengths_in_turn,
    with_topics_listed,
    Retelling(with_stopped_bars),
    with_items_in_capitals,
    with_drug_headings,
    Retelling(with_labelled_criteria),
    with_class_named,
    without_change_lists,
    with_update_entries,
    with_answers_by_number,
    with_uses_of_rows,
    Retelling(with_chosen_questions),
    with_answered_rows,
    # Rows of tables: what is said of our drug in them, in its own network, without numbers and codes.
    without_row_numbers,
    without_party_columns,
    with_own_tier,
    Retelling(with_rows_continued),
    Retelling(with_class_rules),
    Retelling(with_drugs_in_columns),
    with_marks_by_drug,
    Retelling(with_letters_spelled),
    with_own_part,
    Retelling(without_rules_beside),
    Retelling(with_rules_of_all),
    Retelling(with_stages_told),
    without_codes,
    without_contents,
    without_product_tables,
    without_handled_columns,
    without_out_of_network,
    without_payers_columns,
    with_needed_answers,
    Retelling(with_cases_told),
    Retelling(with_refusals_told),
    Retelling(with_unchanged_uses),
    Retelling(with_added_uses),
    Retelling(with_cover_repeated),
    Retelling(with_bracketed_uses),
    # Lists and rows whose title says what they are: "two of these groups", "rules", a crossed box, a request's column.
    with_groups_counted,
    with_rules_listed,
    with_crossed_items,
    with_rows_by_request,
    with_bars_apart,
    with_uses_in_columns,
    with_comments_apart,
    with_led_rows,
    with_absent_items,
    with_demands_kept,
    with_headings_told,
    with_answers_in_cells,
    with_decisions_listed,
    # What answers nothing on our drugs' own uses.
    with_uses_sent_on,
    without_flows,
    without_named_others,
    with_entry_titles,
    Retelling(with_own_ages),
    without_unknown_uses,
    # Sentences, lines and lists that a layout tore apart or ran together.
    Retelling(with_serial_demands),
    Retelling(with_topics_recalled),
    Retelling(with_adding_labels),
    with_titled_paragraphs,
    with_titled_sentences,
    with_labelled_uses,
    with_parted_lines,
    with_alternatives_joined,
    with_clause_lists,
    with_ways_by_use,
    with_bare_lists,
    with_bare_titles,
    with_asked_titles,
    Retelling(with_steps_told),
    Retelling(with_topics_looked_up),
    Retelling(with_own_rules),
    Retelling(with_items_above),
    Retelling(with_lists_but_for_topics),
    Retelling(with_lists_taken_over),
    # Questions and forms, as the statements that their answers make of them.
    with_numbered_sections,
    with_questions_by_range,
    without_blank_fields,
    without_answers,
    Retelling(with_answered_questions),
    Retelling(with_requirements_told),
    # Notes at their place, and cells spelled out by the title of their column.
    with_noted_rows,
    Retelling(with_restricted_entries),
    with_footnotes,
    Retelling(with_kept_items),
    Retelling(with_kept_topics),
    Retelling(with_recalled_bars),
    Retelling(with_amounts_spelled),
    with_first_columns,
    Retelling(with_first_rows),
    Retelling(with_lettered_entries),
    with_statuses_spelled,
    with_titled_terms,
    with_referred_sections,
    with_keyed_rows,
    # What one part says of another: named groups, phases and terms, uses by number, "the other drug", lengths.
    Retelling(with_section_lengths),
    _with_groups,
    _with_phases,
    with_defined_terms,
    with_numbered_clauses,
    with_numbered_uses,
    with_the_other,
    with_listed_uses,
    with_scope_notes,
    with_first_lengths,
    Retelling(with_listed_lengths),
    with_approvals_recalled,
    with_lengths_told,
    with_pointed_uses,
)


def told_plainly(blocks: Blocks) -> tuple[Blocks, dict[str, str]]:
    """`blocks` after every step; and for each passage put in other words the text that the document prints."""
    restated: dict[str, str] = {}
    for step in _STEPS:
        if isinstance(step, Retelling):
            blocks, printed = step.step(blocks)
            restated |= printed
        else:
            blocks = step(blocks)
    return blocks, restated
