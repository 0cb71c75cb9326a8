"""What a section of a policy is for."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "indications", "initial", "renewal", "exclusions", "limits", "coding", "background", "definitions", "evidence",
    "references", "history", "boilerplate", "other",
]  # fmt: skip
