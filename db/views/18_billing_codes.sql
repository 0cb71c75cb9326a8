-- Which codes does the payer name, and in what role?
-- One row a code of a version in force.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.source, codes.product,
       codes.system, codes.code, codes.role AS code_role, codes.page, v.effective_on, sources.url
FROM codes JOIN versions_in_force v USING (version) JOIN sources USING (source) JOIN payers USING (payer)
WHERE v.in_force_from <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
  AND (v.in_force_until IS NULL OR v.in_force_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
