"""Uses whose noun is told once for several ("acute or chronic pain", "treatment-resistant or other depression"): the
word that stands for the first of them, as a name of its own. Words only.
"""

from __future__ import annotations

from parsers.models import Indication

_AND = r"(?:and|or|and/or|as well as|nor)"
# Up to the last of the list, of which the ones before may be read by now.
_MORE = rf"(?:, [\w\x00-]+){{0,3}},? {_AND} "
_CHRONIC = r"(?:chronic|persistent|intractable|long-?(?:term|standing|lasting))"
_ACUTE = r"(?<!non-)(?<!non )(?<!sub-)(?<!sub)(?:acute|post-?operative|perioperative|procedural)"
_OTHER_DEPRESSION = (
    r"(?:(?:any|all) )?(?:other|bipolar|unipolar|post-?partum|psychotic)(?: (?:forms of|kinds of|\w+))? depress"
)

ELLIPTICAL: tuple[tuple[Indication, str], ...] = (
    ("trd", rf"(?:(?:treatment|therapy)[- ])?(?:resistant|refractory)(?={_MORE}{_OTHER_DEPRESSION})"),
    (
        "chronic_pain",
        (
            rf"(?<!non-){_CHRONIC}(?={_MORE}(?!non)(?:sub-?)?(?:acute|neuropathic|nerve|cancer|nociceptive|visceral|"
            r"post-?operative|surgical|procedural|perioperative)(?: \w+)? pain\b)"
            r"|(?:(?<=\bpain, whether acute or )|(?<=\bpain \(acute or )|(?<=\bpain, acute or )|(?<=\bpain, acute and )"
            r"|(?<=\bpain \(acute and )|(?<=\bpain, both acute and ))chronic\b(?! [a-z]+ pain)"
        ),
    ),
    (
        "acute_pain",
        (
            rf"{_ACUTE}(?={_MORE}(?:{_CHRONIC}|\x00+|neuropathic|nerve|cancer)(?: \w+)? pain\b)"
            rf"|\bpain(?:, whether|, both|,| \()? ?acute(?= {_AND} (?:chronic|\x00))"
            r"|(?:(?<=\bpain, chronic or )|(?<=\bpain \(chronic or )|(?<=\bpain, chronic and )"
            r"|(?<=\bpain, whether chronic or ))acute\b"
        ),
    ),
    (
        "neuropathic_pain",
        (
            rf"(?:neuropathic|nerve)(?={_MORE}(?:{_CHRONIC}|\x00+|acute|cancer|nociceptive|visceral|musculoskeletal)"
            r"(?: \w+)? pain\b)"
        ),
    ),
    (
        "cancer_pain",
        (
            rf"(?<!non-)(?<!non )cancer(?={_MORE}(?:{_CHRONIC}|\x00+|acute|neuropathic|nerve|non-? ?cancer)"
            r"(?: \w+)? pain\b)"
        ),
    ),
    ("ocd", rf"obsessive[- –]compulsive(?=,?{_MORE}(?:[\w-]+ ){{1,3}}disorders)"),
)
