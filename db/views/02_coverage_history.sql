-- What did each payer answer, and from when until when?
-- One row a position and version. Ask for a day with in_force_from <= day and (in_force_until is null or
-- in_force_until > day).
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.line_of_business,
       sources.source, sources.kind AS document_kind, sources.url, p.product, p.route, p.indication, p.phase, p.status,
       p.prior_authorization, v.effective_on, p.page, p.text, v.in_force_from, v.in_force_until, v.seen_at,
       v.shown_until, v.version, p.n
FROM versions_in_force v
JOIN positions p USING (version) JOIN sources USING (source) JOIN payers USING (payer)
