-- Where did each answer stand against each edition of the FDA label?
-- One row an answer that was in force and an edition. `class_then` judges by the edition in force on the policy's own date.
WITH editions AS (
    SELECT event, product, approved_on, lead(approved_on) OVER (PARTITION BY product ORDER BY approved_on) AS replaced_on
    FROM label_events),
dated AS (
    SELECT *, coalesce(effective_on, substr(seen_at, 1, 10)) AS policy_on FROM coverage_history)
SELECT p.payer, p.payer_name, p.payer_type, p.states, p.source, p.url, p.product, p.route, p.indication, p.phase,
       p.status, p.policy_on, s.judged_as, s.label_class, e.event AS label_event, e.approved_on, e.replaced_on,
       t.label_class AS class_then, t.event AS event_then, s.by_reference, s.reason,
       (SELECT json_group_array(json_array(side, kind, grade, key, json(value), text, page)) FROM
           (SELECT * FROM label_findings f
            WHERE f.version = p.version AND f.n = p.n AND f.event = e.event ORDER BY finding)) AS findings,
       p.in_force_from, p.in_force_until, p.version, p.n
FROM dated p
JOIN label_standings s ON s.version = p.version AND s.n = p.n
JOIN editions e ON e.event = s.event
LEFT JOIN editions then_ ON then_.product = p.product AND then_.approved_on <= p.policy_on
                         AND (then_.replaced_on IS NULL OR then_.replaced_on > p.policy_on)
LEFT JOIN label_standings t ON t.version = p.version AND t.n = p.n AND t.event = then_.event
