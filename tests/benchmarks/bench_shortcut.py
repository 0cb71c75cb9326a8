"""The result on every real file is that without the shortcut; it takes minutes, so it runs with `make bench`."""

from __future__ import annotations

import pytest

from parsers.policy import parse_policy
from tests.conftest import SHARED
from tests.parsers.test_shortcut import found, found_in_all_pages

FILES = sorted((*SHARED.glob("realdata/pdf/*.pdf"), *SHARED.glob("gold/*/policy.pdf")))


@pytest.mark.timeout(1800)
@pytest.mark.skipif(not FILES, reason="left out: ../shared (real documents) is not beside this checkout")
def test_every_real_file_says_the_same_without_the_shortcut() -> None:
    bodies = [path.read_bytes() for path in FILES]
    short = [parse_policy(body) for body in bodies]
    slow = [parse_policy(body, every_page=True) for body in bodies]
    assert [path.name for path, one, other in zip(FILES, short, slow, strict=True) if one != other] == []
    assert [
        path.name for path, body in zip(FILES, bodies, strict=True) if found(body) != found_in_all_pages(body)
    ] == []
    print(f"\n{len(FILES)} real files: the same without the shortcut", end="")
