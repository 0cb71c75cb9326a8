-- Does the payer's own list of revisions agree with the changes that we saw?
-- One row a comparison that holds and found something. Payers leave changes out, so that silence is no contradiction.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, k.source, k.verdict,
       w.agreement, w.note, k.effective_on, k.detected_at, sources.url, k.comparison
FROM held_comparisons k JOIN corroborations w USING (comparison) JOIN sources USING (source) JOIN payers USING (payer)
WHERE EXISTS (SELECT 1 FROM held_changes c WHERE c.comparison = k.comparison)
