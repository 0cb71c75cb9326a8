-- Who still demands an oral antidepressant beside Spravato for treatment-resistant depression?
-- The label asks for none since 2025-01-17. One row a payer's covered first approval for TRD; demand is required,
-- not_required (the policy says so) or not stated.
SELECT c.payer, c.payer_name, c.payer_type, c.states, c.source,
       coalesce(json_extract(k.value, '$'), 'not stated') AS demand, k.role, k.text, k.page, c.effective_on, c.url
FROM coverage_now c LEFT JOIN criteria k ON k.version = c.version AND k.n = c.n AND k.key = 'oral_ad'
WHERE c.product = 'esketamine' AND c.indication IN ('trd', 'mdd') AND c.phase = 'initial' AND c.status = 'covered'
