"""Questions whether an approval is renewed, with their yes ("Can it go on after that?" "Yes, for 6 months, if …")."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_APPROVAL = (
    r"(?:approvals?|authori[sz]ations?|PAs?|coverage|treatments?|therapy|infusions?|sessions?|use|spravato|esketamine|"
    r"ketamine|it|they|the (?:drug|spray|medicine|medication)|that)"
)
_AGAIN = (
    r"(?:renew(?:ed)?|re-?authori[sz]ed?|re-?approved?|extend(?:ed)?|continued?|prolong(?:ed)?|repeat(?:ed)?|"
    r"go(?:es)? on|carry on|run on|keep going|be kept up|be given again)"
)
_ASKS_AGAIN = compiled(
    # "Can the infusions go on after that?", "do you renew approvals?"
    rf"^\W*(?:and )?(?:can|may|could|will|is|are|do|does) (?:(?!\bnot\b)[\w'’()-]+ ){{1,8}}?(?:be )?{_AGAIN}\b"
    r"(?! (?:requir|need|meet|satisf|benefit|tak|us)\w*)(?![^?]*\b(?:without|alone|antidepressants?|at home)\b)"
    # "May a patient stay on it?"
    rf"|^\W*(?:and )?(?:can|may|could|will|do|does) (?:[\w'’]+ ){{1,4}}?(?:stay|remain|go on|keep going|continue) "
    rf"(?:on|with|taking|using) (?:[\w'’]+ ){{0,2}}?{_APPROVAL}\b"
    # "Is renewal possible?"
    r"|^\W*(?:and )?(?:is|are) (?:there )?(?:an? |the |any )?(?:renewals?|re-?authori[sz]ations?|extensions?|"
    r"continuations?|continued (?:use|treatment|therapy))\b",
    re.IGNORECASE,
)
# "And after that?", "how is an approval renewed?": no yes is asked for.
_AFTER_THAT = compiled(
    r"^\W*(?:and |but )?(?:(?:what|how) (?:about|of|happens?|comes|follows|then|if it works)? ?)?(?:(?:next|later|"
    r"afterwards?|then)|(?:after|beyond|past) (?:that|this|it|(?:the |that |this )?(?:first|initial) "
    r"(?:approval|authori[sz]ation|course|period|\w+ (?:weeks|months))))\W*$",
    re.IGNORECASE,
)
_OF_RENEWALS = compiled(
    r"^\W*(?:and |but )?(?:how|when|on what terms|under what conditions?|what|for how long)\b[^?]*\b(?:renew\w*|"
    r"re-?authori[sz]\w+|re-?approv\w+|extend(?:ed)?|extensions?|continu(?:e|ed|ation))\b[^?]*$",
    re.IGNORECASE,
)
_YES = compiled(r"^\W*(?:A[:.] ?)?yes\b[\s,.;:–—-]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_REFUSES = compiled(r"^\W*(?:A[:.] ?)?(?:no|not|none|never|nothing)\b", re.IGNORECASE)
# What goes on from a "Yes" in its own sentence.
_GOES_ON = compiled(
    r"(?:but )?(?:only |and )?(?:for|if|when|where|once|as long as|so long as|provided|on condition|in|up to|by|each|"
    r"every|at|after|until|unless)\b",
    re.IGNORECASE,
)


def renewed_when(asked: str, answer: str, drug: str) -> str:
    """The renewal that a question asks for and its yes grants, as a statement of it; "" for any other question."""
    after, given = bool(_AFTER_THAT.match(asked)), _YES.match(answer)
    if not answer or not (after or (given and _ASKS_AGAIN.search(asked)) or _OF_RENEWALS.match(asked)):
        return ""
    rest, renewal = (
        given["rest"] if given else answer,
        f"Renewal of {drug} is approved" if drug else "Renewal is approved",
    )
    if _GOES_ON.match(rest):
        return f"{renewal} {rest[:1].lower()}{rest[1:]}"
    return f"{renewal}. {rest[:1].upper()}{rest[1:]}".strip() if given or (after and not _REFUSES.match(rest)) else ""
