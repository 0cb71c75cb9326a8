-- Which edits spread from payer to payer, and how many have made them?
-- One row an edit that changed something, also where a single payer made it. `parent` is the policy that they share.
SELECT coalesce(m.event, k.comparison) AS event, min(k.verdict) AS verdict, max(m.parent) AS parent,
       count(DISTINCT s.payer) AS payer_count, json_group_array(DISTINCT s.payer) AS payers,
       json_group_array(DISTINCT s.source) AS sources,
       min(k.detected_at) AS first_detected_at, max(k.detected_at) AS last_detected_at,
       min(k.effective_on) AS first_effective_on, max(k.effective_on) AS last_effective_on
FROM held_comparisons k JOIN sources s USING (source) LEFT JOIN event_members m USING (comparison)
WHERE EXISTS (SELECT 1 FROM held_changes c WHERE c.comparison = k.comparison)
GROUP BY coalesce(m.event, k.comparison)
