-- Which document governs, where is it, and does it reach self-funded members?
-- applies_self_funded is unknown unless the payer says so: the plan document rules there.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.source,
       sources.line_of_business, sources.kind AS document_kind, v.number AS policy_number,
       coalesce(v.title, sources.title) AS title, v.effective_on, v.published_on, v.last_reviewed_on, v.next_review_on,
       v.superseded, v.seen_at, 'unknown' AS applies_self_funded, payers.parent AS company, payers.delegates,
       payers.administrator, sources.shared_policy, sources.url
FROM sources JOIN payers USING (payer)
LEFT JOIN versions_in_force v ON v.source = sources.source
     AND v.in_force_from <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
     AND (v.in_force_until IS NULL OR v.in_force_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
WHERE sources.kind IN ('policy', 'drug_list', 'notice')
