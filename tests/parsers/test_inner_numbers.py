"""References to items of lists that are numbered at every depth."""

from parsers.models import Block
from parsers.telling.references.named_groups import named_groups

_LIST = (
    Block("item", "One of the following:", depth=1, marker="1."),
    Block("item", "Treatment-resistant depression", depth=2, marker="1."),
    Block("item", "Major depressive disorder with acute suicidal ideation", depth=2, marker="2."),
    Block("item", "Age of 18 or more", depth=1, marker="2."),
)


def test_the_inner_of_two_numbered_lists_is_spoken_of_by_letters() -> None:
    assert set(named_groups(_LIST)) == {"a", "b"}


def test_the_items_of_a_single_numbered_list_are_spoken_of_by_their_numbers() -> None:
    assert set(named_groups(_LIST[1:3])) == {"1", "2"}
