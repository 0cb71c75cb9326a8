"""Sentences on which of a plan's benefits pays ("Part B when a clinic buys the drug"), told among criteria: whoever
buys or supplies the drug, nothing is asked of a patient.

Such a sentence holds no other words than those of benefits, purchase and supply; one that says more may ask for it.
"""

from __future__ import annotations

_A_BENEFIT = (
    r"(?:\bparts? (?:b|d)\b|\b(?:medical|pharmacy|prescription|drug)(?: drug)? benefits?\b|\bbenefit (?:category|is|"
    r"may|depends|turns|can|will)\b|\bwhich benefit\b|^\W*b (?:vs\.?|versus|or) d\b)"
)
# Two benefits, or who buys and supplies; "given in an office" alone may be asked for.
_IS_ABOUT_PAYING = (
    r"(?:\b(?:bought|buys?|purchas\w+|suppl(?:y|ies|ied)|ship(?:s|ped)?|stock(?:s|ed)?|dispens\w+|billed|bills|may be|"
    r"can be|usually|generally|normally|depend\w*|turns on|whether|which|versus|vs)\b"
    r"|\bpart b\b.*\bpart d\b|\bpart d\b.*\bpart b\b|\bmedical\b.*\bpharmacy\b|\bpharmacy\b.*\bmedical\b"
    r"|\bparts? [bd] (?:or|and|/) (?:part )?[bd]\b)"
)
_ITS_WORDS = (
    r"(?:parts?|[bd]|medicare|medical(?:ly)?|pharmac(?:y|ies)|pharmacist|prescription|benefits?|categor(?:y|ies)|drugs?|"
    r"spravato|esketamine|spray|nasal|medication|medicine|product|kits?|doses?|it|they|this|that|these|the|an?|some|any|"
    r"its|plan|payer|we|claims?|see|notes?|at|end|below|above|"
    r"cover(?:s|ed|age)?|pa(?:ys?|id)|payable|payment|made|bill(?:s|ed|ing)?|reimburs\w+|appl(?:y|ies)|belongs?|goes|go|"
    r"falls?|comes?|under|through|from|to|by|of|in|on|for|with|as|and|or|but|not|rather|than|either|before|then|"
    r"may|can|could|will|is|are|be|being|was|were|do|does|usually|generally|normally|also|"
    r"depend(?:s|ing|ent)?|upon|turns|whether|who|which|how|where|when|if|wherever|whenever|otherwise|circumstances?|"
    r"decided|determin\w+|determination|required|needed|review(?:ed)?|subject|versus|vs|considered|classed|treated|"
    r"clinics?|offices?|hospitals?|sites?|facilit(?:y|ies)|providers?|prescribers?|physicians?|doctors?|specialty|"
    r"retail|certified|treating|treatment|administering|setting|place|it's|physician's|doctor's|"
    r"bought|buys?|purchas(?:e|es|ed)|suppl(?:y|ies|ied)|ship(?:s|ped)?|send(?:s)?|sent|stocks?|stocked|dispens(?:es?|ed)|"
    r"obtain(?:s|ed)|provide[sd]?|giv(?:es?|en)|administer(?:s|ed)|used?|directly|out|own|only|circumstance)"
)
# What makes a condition of it: bars, and what has to be.
_ASKS = r"(?:\bnot (?:be )?(?:covered|paid|payable|billed|reimbursed|given)\b|\bonly (?:if|when|where|in)\b)"

WHICH_BENEFIT = (
    # Under whatever title of a row, e.g. "other criteria: Part B pays when a clinic buys the drug; see the note".
    (
        rf"^(?=.*{_A_BENEFIT})(?=.*{_IS_ABOUT_PAYING})(?!.*{_ASKS})(?:\W*[a-z][a-z /-]{{1,30}}: )?"
        rf"(?:\W*{_ITS_WORDS}\b)++\W*$"
    ),
)
