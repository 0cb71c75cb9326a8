-- Who asks for more than the FDA label today, and by which clause?
-- One row an answer in force for a use that the label names. `findings` are the clauses beyond, below or apart from the
-- label: a JSON list of [side, kind, grade, key, value, text, page].
SELECT * FROM label_positions
WHERE judged_as IS NOT NULL
  AND approved_on <= date('now') AND (replaced_on IS NULL OR replaced_on > date('now'))
  AND in_force_from <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
  AND (in_force_until IS NULL OR in_force_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
