"""The letters before a question and before its answer: "Q:", "Question 3.", "A)", "Answer -"."""

from __future__ import annotations

_SIGN = r"\s*\d*\s*[:.)–—-]\s*"
QUESTION_LETTER = rf"Q(?:uestion)?{_SIGN}"
ANSWER_LETTER = rf"A(?:nswer)?{_SIGN}"
