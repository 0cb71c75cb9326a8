"""Sentences, titles and lists that a layout ran together in a paragraph, or tore apart over several.

Behind all that labels, tables and marks show more surely than words alone do; bare words are asked last.
"""

from __future__ import annotations

from parsers.sections.titled_sentences import with_titled_sentences
from parsers.telling.running_text.adding_labels import with_adding_labels
from parsers.telling.running_text.afterthoughts_joined import with_afterthoughts_joined
from parsers.telling.running_text.alternative_lines import with_alternatives_joined
from parsers.telling.running_text.answer_labels import without_answer_labels
from parsers.telling.running_text.asked_titles import with_asked_titles
from parsers.telling.running_text.bare_lists import with_bare_lists
from parsers.telling.running_text.bare_titles import with_bare_titles
from parsers.telling.running_text.clause_lists import with_clause_lists
from parsers.telling.running_text.conditions_asked import with_conditions_told
from parsers.telling.running_text.counts_of_lead import with_counts_of_leads
from parsers.telling.running_text.demands_behind_lengths import with_demands_behind_lengths
from parsers.telling.running_text.each_of_them import with_subjects_of_items
from parsers.telling.running_text.justified_bars import with_justified_bars
from parsers.telling.running_text.labelled_uses import with_labelled_uses
from parsers.telling.running_text.labels_voice import without_labels_voice
from parsers.telling.running_text.looked_up_topics import with_topics_looked_up
from parsers.telling.running_text.other_prescribers import with_other_prescribers
from parsers.telling.running_text.parted_lines import with_parted_lines
from parsers.telling.running_text.recalled_topics import with_topics_recalled
from parsers.telling.running_text.refused_places import without_refused_places
from parsers.telling.running_text.same_prescribers import with_same_prescribers
from parsers.telling.running_text.score_sentences import with_score_sentences_joined
from parsers.telling.running_text.serial_demands import with_serial_demands
from parsers.telling.running_text.side_effects import without_side_effects
from parsers.telling.running_text.titled_paragraphs import with_titled_paragraphs
from parsers.telling.running_text.titled_steps import with_steps_told
from parsers.telling.running_text.titles_before_dashes import with_renewals_led, with_titles_stopped
from parsers.telling.running_text.ways_by_use import with_ways_by_use
from parsers.telling.steps import Retelling, Stage

STAGE: Stage = (
    without_side_effects,
    Retelling(without_labels_voice),
    Retelling(with_score_sentences_joined),
    Retelling(with_conditions_told),
    with_demands_behind_lengths,
    without_answer_labels,
    Retelling(with_justified_bars),
    Retelling(with_afterthoughts_joined),
    Retelling(with_subjects_of_items),
    Retelling(with_counts_of_leads),
    Retelling(with_serial_demands),
    Retelling(with_topics_recalled),
    Retelling(with_same_prescribers),
    Retelling(with_other_prescribers),
    Retelling(without_refused_places),
    Retelling(with_adding_labels),
    Retelling(with_titles_stopped),
    with_titled_paragraphs,
    with_titled_sentences,
    Retelling(with_renewals_led),
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
)
