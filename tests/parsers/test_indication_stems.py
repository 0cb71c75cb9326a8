"""The stems by which a text is passed over: no name may be missed for want of one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.indication_wording import NAMES, STEMS
from parsers.models import Indication


@pytest.mark.parametrize(("indication", "pattern"), NAMES)
@settings(max_examples=60)
@given(data=st.data())
def test_every_name_holds_a_stem(indication: Indication, pattern: str, data: st.DataObject) -> None:
    name = data.draw(st.from_regex(re.compile(pattern), fullmatch=True, alphabet=st.characters(codec="ascii")))
    assert any(stem in name.lower() for stem in STEMS[indication])
