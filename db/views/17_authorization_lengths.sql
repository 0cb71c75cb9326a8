-- How long does an approval last, and what must be shown to renew it?
-- One row a covered position; null where the policy does not say.
SELECT c.payer, c.payer_name, c.payer_type, c.states, c.source, c.product, c.indication, c.phase,
       max(CASE WHEN k.key IN ('initial_auth_days', 'renewal_auth_days') THEN json_extract(k.value, '$') END)
           AS authorization_days,
       max(CASE WHEN k.key = 'renewal_response' THEN k.value END) AS response,
       max(CASE WHEN k.key = 'renewal_response' THEN k.text END) AS response_text,
       max(CASE WHEN k.key IN ('initial_auth_days', 'renewal_auth_days') THEN k.text END) AS text,
       max(CASE WHEN k.key IN ('initial_auth_days', 'renewal_auth_days') THEN k.page END) AS page, c.url
FROM coverage_now c LEFT JOIN criteria k ON k.version = c.version AND k.n = c.n
WHERE c.status = 'covered'
GROUP BY c.version, c.n
