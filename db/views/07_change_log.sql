-- What changed, and does it widen or narrow access?
-- One row a change of a confirmed version, as it holds; before and after are JSON as in the contract. `event` is the same
-- for one edit that several payers made.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.source, c.product,
       c.indication, c.phase, c.key, c.axis, c.direction, c.before, c.after, c.before_text, c.after_text,
       c.before_page, c.after_page, k.verdict, k.action_required, k.confidence, k.effective_on, k.detected_at,
       sources.url, k.comparison, c.n, coalesce(m.event, k.comparison) AS event, k.label_event,
       CASE s.provenance WHEN 'archive' THEN 'web archive' WHEN 'hand' THEN 'added by hand' ELSE 'seen' END AS provenance
FROM held_changes c JOIN held_comparisons k USING (comparison) JOIN sources USING (source) JOIN payers USING (payer)
LEFT JOIN event_members m USING (comparison)
JOIN versions v ON v.version = k.new_version JOIN snapshots s ON s.snapshot = v.snapshot
WHERE v.state = 'confirmed'
