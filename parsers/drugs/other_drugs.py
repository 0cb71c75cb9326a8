"""Headings and names of drugs that are not ours, in lists and policies of several."""

from __future__ import annotations

import re

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.phases.phases import read_phase

NO_BRAND = (
    # "Both (a and b):" leads in a list.
    r"(?:(?:both|all|either|any|each|every|one|two|none|must|items?)\b|"
    r"(?:re|re-)?(?:new\w*|initial\w*|authori\w+|approv\w+|continu\w+|diagnos\w+|document\w*|quantit\w+|dos\w+|age"
    r"|adults?|prescri\w+|limits?|length|duration|criteri\w+|requirements?|exclu\w+|step|indication|use|decisions?|"
    r"determinations?|monitoring"
    r"|safety|notes?|others?|background|evidence|polic\w+|coverage|settings?|sites?|response|severity|sections?|"
    r"parts?"
    r"|treatments?|therapy|trials?|history|questions?|answers?|patients?|members?|uses|conditions?|forms?)\b)"
)
_NO_GENERIC = (
    r"[^()]*\b(?:years?|months?|weeks?|days?|hours?|initial|first|renewal|required|optional|select|check|all|any|"
    r"one|both"
    r"|each|only|if|when|must|of|for|the|in|see|uses?|office|internal|staff|below|above|ongoing|continued)\b"
)
# A heading "Brand (generic)", of a drug class or of a generic name by its stem opens another drug's section.
_OTHER_DRUG = compiled(
    r"^\W*(?!.*\b(?:MDD|TRD|PTSD)\b)(?:(?:[\d.]+|[A-Z]{1,4}\.) )?"
    rf"(?!first|{NO_BRAND})[A-Z][a-z]+(?:, [A-Z][a-z]+)*(?-i: [A-Z]{{2,3}})? ?\((?!{_NO_GENERIC})"
    r"[a-z][\w ,/-]+\)"
    r"|^\W*(?:[\w.]+ )?[a-z]{3,}(?:caine|olone|azepam|clone|zolpidem|zolam|orexant|"
    r"mab|nib|triptan|gepant|oxetine|prazole|sartan|statin|olol|azine"
    r"|apine|idone|cept|tide|gliptin|gliflozin|barbital|fentanil|propofol)(?:,? (?:by )?(?:injections?|infusions?|"
    r"tablets?|capsules?))?(?:,? and other (?:[\w-]+ )?(?:hypnotics|sedatives|stimulants|opioids|benzodiazepines|"
    r"triptans|anticonvulsants|antipsychotics|steroids|biologics|drugs for sleep|sleep (?:aids|drugs)))?\W*$"
    # "Insulins", or behind what such a title says of a list: "Preferred drug list: long-acting insulins".
    r"|^\W*(?:(?:(?:preferred|formulary|non-?preferred) )?(?:drug |therapeutic )?(?:lists?|class(?:es)?|PDL|"
    r"formulary)"
    r"(?: (?:changes?|updates?|news))?: ?)?"
    r"(?:(?:long-acting|CNS|oral|controlled) )?(?:stimulants|opioids|benzodiazepines|hypnotics|sedatives|vaccines|"
    r"biologics|insulins|steroids|triptans|anticonvulsants|botulinum toxins)\W*$"
    r"|^\W*(?:(?:oral|topical|inhaled|second-generation|atypical) )?(?:anti(?!depress)[a-z]{3,}(?:ic|al|ant|ine|er|"
    r"ar)s"
    r"|anxiolytics|analgesics|mood stabilizers|bronchodilators|muscle relaxants|diuretics|laxatives|contraceptives|"
    r"immunomodulators|interferons|smoking cessation)\W*$"
    r"|(?<!both )(?<!either )(?<!two )\b(?:agents|agonists|antagonists|inhibitors|vaccines?)\b(?!.*criteria)",
    re.IGNORECASE,
)

_ASIDE_ALONE = compiled(r"\([^()]*\)\W*$")
# Brands that payers list beside ours.
_BRAND = (
    r"(?:Auvelity|Zurzuvae|Zulresso|Exxua|Trintellix|Viibryd|Fetzima|Pristiq|Aplenzin|Emsam|"
    r"Marplan|Forfivo(?: XL)?|Drizalma(?: Sprinkle)?|Pexeva|Symbyax|"
    r"Rexulti|Vraylar|Caplyta|Latuda|Lybalvi|Cobenfy|Abilify|Seroquel|Invega|Nuplazid|Ingrezza|Austedo|"
    r"Xyrem|Xywav|Lumryz|Sunosi|Wakix|Hetlioz|Belsomra|Dayvigo|Quviviq|Strattera|Qelbree|Sublocade|Brixadi|Vivitrol|"
    r"Lucemyra|Igalmi|Nuedexta|Botox|Lyrica|Savella|Cymbalta|Diprivan|Amidate|Precedex|"
    r"Nurtec(?: ODT)?|Qulipta|Ubrelvy|Zavzpret|Aimovig|Ajovy|Emgality|Vyepti|Reyvow|Imitrex|Maxalt|Trudhesa|"
    r"Suboxone|Zubsolv|Probuphine|Ambien|Lunesta|Rozerem|Silenor|Sonata|Adderall|Vyvanse|Concerta|Azstarys|Provigil|"
    r"Nuvigil|Wegovy|Zepbound|Ozempic|Mounjaro|Leqembi|Kisunla|"
    r"Zyprexa(?: Relprevv)?|Aristada|Perseris|Uzedy|Risperdal|Clozaril|Saphris|Fanapt|Geodon|Xenazine|Journay(?: "
    r"PM)?|Adzenys|"
    r"Daytrana|Xelstrym|Cotempla|Relexxii|Sympazan|Xcopri|Briviact|Fycompa|Epidiolex|Fintepla|Diacomit|Nayzilam|"
    r"Valtoco|"
    r"Stelara|Dupixent|Humira|Enbrel|Cosentyx|Skyrizi|Tremfya|Taltz|Otezla|Rinvoq|Xeljanz|Olumiant|Xolair|Nucala|"
    r"Fasenra|"
    r"Tezspire|Entyvio|Remicade|Ocrevus|Tysabri|Kesimpta|Soliris|Ultomiris|Vyvgart|Spinraza|Evenity|Prolia|Repatha|"
    r"Praluent|"
    r"Eylea|Keytruda|Opdivo|Trulicity|Victoza|Saxenda|Jardiance|Farxiga|Entresto|Eliquis|Xarelto|Hemlibra|"
    r"Makena)\b[®™]?"
)
_KIND = (
    r"(?:(?:(?:(?:product|drug|agent|medication|brand)[ -])?specific|additional|further|special|extra|initial|"
    r"approval|coverage|renewal|reauthori[sz]ation|"
    r"continuation|subsequent|clinical|authori[sz]ation|prior|PA|step|therapy) )*"
)
# "Nurtec ODT, Qulipta and Ubrelvy tablets", "Migraine agents: Nurtec, Ubrelvy".
_OTHER_BRAND = compiled(
    # "Criteria for the approval of Zulresso".
    rf"^(?!.*\b(?:trials?|tried|fail\w*|first)\b)\W*(?:[\w.]{{1,4}}[.)] )?"
    rf"(?:{_KIND}(?:criteria|requirements|rules|limits)(?: (?:for|of)|:| [–—-]) "
    r"(?:(?:the )?(?:approval|coverage|authori[sz]ation|renewal|continuation|use) (?:of|for) )?)?"
    # "Additional Zulresso (brexanolone) criteria".
    rf"{_KIND}"
    rf"(?:[A-Z][\w-]+(?: [\w-]+)? (?:agents|drugs|products|medications): )?{_BRAND}"
    rf"(?: \([a-z][\w /+-]*\))?(?:(?:,? (?:and|or|&) |, ?| ?/ ?){_BRAND})*(?: [\w-]+){{0,3}}\W*$",
    re.IGNORECASE,
)
# What else is done for depression, in full or in letters.
_TREATMENT = (
    r"(?:(?:left |right |deep |repetitive |accelerated |r)*(?:transcranial magnetic stimulation(?: therapy)?|TMS)"
    r"|electro-?convulsive therapy|ECT|vag(?:us|al) nerve stimulation|VNS|deep brain stimulation|DBS"
    r"|stellate ganglion blocks?|SGB|neurofeedback|biofeedback|light therapy|cranial electrotherapy stimulation|CES"
    r"|trigeminal nerve stimulation|magnetic seizure therapy|psychosurgery|hyperbaric oxygen(?: therapy)?)"
)
_CRITERIA_OF = r"(?:(?:approval|coverage|authori[sz]ation|clinical|prior|step|PA) )*(?:criteria|requirements)"
# How a passage opens that is of such a brand, or of another "Brand (generic)": "Auvelity approval criteria: …".
_FOR_OTHER_BRAND = compiled(
    r"^\W*(?:the |our )?(?:questionnaire|form|polic(?:y|ies)|criteria|guidelines?|rules|requirements) (?:for|on|of) "
    rf"{_TREATMENT}\b"
    rf"|^\W*(?:(?:for|with|in the case of) {_BRAND}[ ,:]|(?:{_CRITERIA_OF} (?:for|of) )?"
    rf"{_BRAND}(?:(?:,| and| or|/) {_BRAND})*(?: \([^()]*\))?(?: {_CRITERIA_OF})?(?:\s*:|\s+[–—-]\s)"
    rf"|{_BRAND}(?: \([^()]*\))? (?:is|requires?|may be|will be|needs?|must)\b)"
    # Not "Renewal (one year):", "Documentation (required):".
    rf"|^\W*(?!{NO_BRAND})(?-i:[A-Z][a-z]+ \((?!{_NO_GENERIC})[a-z]+(?:[/ -][a-z]+)*\))"
    rf"(?: (?:tablets?|capsules?|injection|tabs|caps))?"
    rf"(?: {_CRITERIA_OF})?(?:\s*:|\s+[–—-]\s)",
    re.IGNORECASE,
)

# "Botulinum toxins are a medical benefit", "long-acting antipsychotics are covered": answers for another class.
_FOR_OTHER_CLASS = compiled(
    rf"^\W*(?:[\w-]+ ){{0,3}}?(?:{_BRAND}|toxins?|opioids?|benzodiazepines?|stimulants?|antipsychotics?|hypnotics?|"
    r"sedatives|vaccines?|biologics?|insulins?|steroids?|triptans?|anticonvulsants?|immunoglobulins?|"
    r"immune globulins?)(?:,? (?:and|or) [\w-]+)?(?: (?:that|which) (?:is|are) [^.;:,]{3,60}?)? "
    r"(?:is|are|remains?|stays?|will be|may be) (?:[\w-]+ ){0,2}?"
    r"(?:(?:covered|preferred|non-?preferred|payable|paid|excluded|a (?:medical|pharmacy) benefit|billed)\b"
    # "An opioid that is dispensed for the first time is limited to seven days": how much of it is handed out.
    r"|limited to (?:an? |the first |up to )?[\w-]+(?: \(\d+\))?[ -]days?(?: supply)?\W*$)",
    re.IGNORECASE,
)
# "For a non-preferred antidepressant, except Spravato, …": ours are set apart from the drugs it is of.
_FOR_ALL_BUT_OURS = compiled(
    r"^\W*(?:for|with) (?!(?:the )?(?:\w+ )?exceptions? )[^.;:]{3,80}?\b(?:except(?:ing|ion of)?|other than"
    r"|excluding|apart from|aside from|besides|but not)(?: for)? "
    r"(?:(?-i:[A-Z][a-z]+)(?: \([a-z]+\))?(?:,? (?:and|or)|,) )*(?:spravato|(?:es)?ketamine)\b"
    r"|^\W*(?:for|with) [^.;:]{3,80}?\b(?:spravato|(?:es)?ketamine)(?: \([a-z]+\))? (?:(?:is )?excepted|excluded)\b",
    re.IGNORECASE,
)
# "Non-preferred oral and transdermal agents: approved when …": ours is neither swallowed nor worn.
_FOR_OTHER_ROUTE = compiled(
    r"^\W*(?:(?:for|the|all|any|other) )*non-?preferred (?:(?:oral|transdermal|tablets?|capsules?|patch(?:es)?)"
    r"(?:,? (?:and|or) |, |/| ))+(?:agents?|drugs?|medications?|medicines?|products?|antidepressants?|formulations?)"
    r"(?:\s*:| [–—-] | (?:is|are|needs?|requires?|will be|may be)\b)",
    re.IGNORECASE,
)
# "Other drugs: up to 12 months", "For all other antidepressants, one year": a length of theirs.
_LENGTH_FOR_OTHERS = compiled(
    r"^\W*(?:for )?(?:(?:all|any|every|the) )*other (?:(?!except)[\w-]+,? ){0,3}?(?:drugs?|agents?|medications?|"
    r"medicines?|products?|antidepressants?)(?:, [^.:;,]{3,30},)?"
    r"(?:\s*[:,–—-]| (?:is|are|lasts?|ha(?:s|ve)|(?:is |are )?(?:approved|authori[sz]ed)))\s+"
    r"(?:(?:approvals?|for|up to|at most|an?|is|are|the) )*(?:\d{1,3}|one|two|three|four|six|nine|twelve)"
    r"(?: \(\d+\))?[ -](?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)

# "All other non-preferred products may be approved for …", behind the criteria of those that are named.
_RULE_FOR_OTHERS = compiled(
    r"^\W*(?:for )?(?:(?:all|any|every|the) )*(?:other|remaining) non-?preferred (?:[\w-]+ )?(?:drugs?|agents?|"
    r"medications?|medicines?|products?|antidepressants?)\b(?! (?:than|except))",
    re.IGNORECASE,
)

# "TMS is covered for MDD when all are met:", as a chapter on several treatments of depression answers for each.
_FOR_OTHER_TREATMENT = compiled(
    rf"^\W*(?:{_TREATMENT}(?: \([^()]*\))?(?:,? (?:and|or|&) |, )?)+ (?:is|are|remains?|may be|will be|shall be) "
    r"(?:[\w-]+ ){0,3}?(?:covered|cover|payable|paid|approved|authori[sz]ed|necessary|excluded|unproven|"
    r"investigational|experimental|a (?:covered )?benefit|billed|handled|managed|part of the (?:[\w-]+ )*benefit)\b"
    # "TMS for disorders other than MDD", among what is excluded.
    rf"|^\W*(?:{_TREATMENT}(?:,? (?:and|or|&) |, )?)+(?: \([^()]*\))? (?:for|in|of|to treat) "
    r"(?:(?:the|an?|any|all|every|other|mental|psychiatric|mood) )*(?:treatment of|disorders?|"
    r"conditions?|diagnos[ei]s|uses?|indications?|members?|patients?|depression)\b(?! (?:has|have|was|were|must)\b)"
    # "ECT for the member is contraindicated" is asked for.
    r"(?! (?:is|are) (?!(?:considered )?(?:not )?(?:covered|unproven|investigational|experimental|excluded|"
    r"medically)))",
    re.IGNORECASE,
)

# "A compound is made by a pharmacy for one patient": of no drug of ours, where it names none.
_FOR_COMPOUNDS = compiled(
    r"^\W*(?:(?:an?|any|some|most|such|other) )?(?:compounds?|compounding|compounded (?:drugs?|products?|medications?|"
    r"medicines?|prescriptions?|preparations?)) (?:is|are|may be|can be|will be) (?:only )?(?:made|prepared|mixed|"
    r"needed|paid for|covered|supplied|dispensed|allowed)\b",
    re.IGNORECASE,
)

_OF_OTHERS = (
    _FOR_COMPOUNDS,
    _FOR_OTHER_BRAND,
    _FOR_OTHER_CLASS,
    _FOR_OTHER_ROUTE,
    _FOR_OTHER_TREATMENT,
    _LENGTH_FOR_OTHERS,
    _RULE_FOR_OTHERS,
)


def is_for_other_drug(text: str) -> bool:
    """Whether a passage says at its start that it is of other drugs ("For Auvelity, …", "For any but Spravato, …")."""
    of_other = any(opening.match(text) for opening in _OF_OTHERS)
    return bool(_FOR_ALL_BUT_OURS.match(text) or (of_other and not named_products(text)))


# "Zulresso: given as an inpatient", "Auvelity and Trintellix need two trials".
_LABELLED_FOR_OTHERS = compiled(
    rf"^\W*{_BRAND}(?:(?:,|,? and|,? or|/) {_BRAND})*(?: \([^()]*\))?(?::\s| (?:needs?|requires?) | (?:is|are) "
    r"(?:given|covered|payable|paid|billed|dispensed|administered|available|limited)\b)",
    re.IGNORECASE,
)


def is_labelled_for_others(sentence: str, passage: str) -> bool:
    """Whether a sentence has other brands for its label or subject, in a passage that tells of ours as well."""
    labelled = _LABELLED_FOR_OTHERS.match(sentence) and not named_products(sentence)
    return bool(labelled and named_products(passage))


# "Trintellix (vortioxetine)", "vortioxetine (Trintellix):": both names of a drug, and nothing more.
_BOTH_NAMES = compiled(
    r"(?!.*\b(?:severe|moderate|mild|acute|chronic|recurrent|single|statewide|managed|plans?|infusions?|injections?|"
    r"intravenous|intranasal|depress\w+|disorders?|Medica\w+|commercial|adults?|pediatric)\b)"
    rf"\W*(?:(?!{NO_BRAND})(?-i:[A-Z])[A-Za-z-]{{3,}}[®™]? \((?!{_NO_GENERIC})[a-z][a-z /-]{{4,}}\)"
    rf"|(?-i:[a-z])[a-z /-]{{4,}} \((?!{NO_BRAND})(?-i:[A-Z])[A-Za-z-]{{3,}}[®™]?\)):?",
    re.IGNORECASE,
)


def is_name_alone(line: str) -> bool:
    """Whether a line is the name of a drug and nothing more, ours or another."""
    listed = _OTHER_BRAND.fullmatch(line.rstrip(" :"))
    return is_drug_name(line.rstrip(":")) or bool(_BOTH_NAMES.fullmatch(line) or listed)


def titles_entry(line: str) -> bool:
    """Whether a line has both names of a drug and nothing more, or its name and a colon, as over what is told of it."""
    return bool(_BOTH_NAMES.fullmatch(line)) or (line.endswith(":") and is_name_alone(line))


def is_other_drug(text: str) -> bool:
    """Whether a heading or a name cell is another drug's ("Zulresso (brexanolone)", "Auvelity")."""
    # The first cell of a row that became a heading ("Zurzuvae | Requirements").
    name = text.partition(" | ")[0]
    other = _OTHER_DRUG.search(text) or _OTHER_BRAND.match(name)
    return bool(other) and not named_products(text) and not _is_phase_in_two_words(text)


def _is_phase_in_two_words(text: str) -> bool:
    """Whether what looks like "Brand (generic)" is a phase and its other name ("Maintenance (renewal)")."""
    return bool(_ASIDE_ALONE.search(text)) and read_phase(text) is not None
