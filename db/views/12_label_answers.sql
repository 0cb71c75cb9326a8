-- What did each document answer to each use that a label event widened or added, and since when?
-- One row a document, event and use. A document read anew by a later release counts once, by its newest reading. The
-- effective date of the version that follows is taken for the day it followed only when the version that lagged did not
-- carry the same date.
WITH read AS (
    SELECT version, source, seen_at, substr(seen_at, 1, 10) AS seen_on, effective_on,
           row_number() OVER (PARTITION BY source, snapshot ORDER BY version DESC) AS nth
    FROM versions WHERE state = 'confirmed'),
said AS (
    SELECT read.*, r.indication, r.response, r.text, r.page, e.event AS label_event, e.approved_on, e.announced_on,
           r.response IN ('follows', 'by_reference') AS following,
           row_number() OVER (PARTITION BY read.source, e.event, r.indication ORDER BY seen_at DESC, version DESC) AS age,
           row_number() OVER (PARTITION BY read.source, e.event, r.indication ORDER BY seen_at, version) AS turn
    FROM read JOIN label_responses r USING (version) JOIN label_events e USING (event)
    WHERE nth = 1),
first AS (
    SELECT source, label_event, indication, min(turn) AS turn FROM said WHERE following GROUP BY 1, 2, 3),
met AS (
    SELECT f.source, f.label_event, f.indication, s.seen_on, s.effective_on, s.response,
           count(l.version) AS lagged, max(l.effective_on) AS lagged_from
    FROM first f JOIN said s USING (source, label_event, indication, turn)
    LEFT JOIN said l ON l.source = f.source AND l.label_event = f.label_event AND l.indication = f.indication
                     AND l.turn < f.turn
    GROUP BY 1, 2, 3),
judged AS (
    SELECT now.*, met.lagged,
           CASE WHEN now.response = 'lags' THEN 'not_yet'
                WHEN now.response = 'denied' THEN 'not_covered'
                WHEN NOT now.following THEN now.response
                WHEN met.response = 'by_reference' AND NOT met.lagged THEN 'by_reference'
                WHEN met.seen_on < now.approved_on THEN 'already'
                WHEN NOT met.lagged AND met.effective_on < now.approved_on THEN 'already'
                ELSE 'followed' END AS outcome,
           CASE WHEN met.effective_on >= now.approved_on AND coalesce(met.lagged_from, '') < met.effective_on
                THEN met.effective_on ELSE met.seen_on END AS met_on
    FROM said now LEFT JOIN met USING (source, label_event, indication) WHERE now.age = 1)
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.source, sources.url,
       label_event, approved_on, announced_on, indication, outcome,
       CASE outcome WHEN 'followed' THEN met_on WHEN 'by_reference' THEN approved_on END AS followed_on,
       outcome = 'followed' AND NOT lagged AS at_most, text, page
FROM judged JOIN sources USING (source) JOIN payers USING (payer)
