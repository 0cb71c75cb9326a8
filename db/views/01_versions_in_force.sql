-- From when until when was each version of a document the one in force?
-- A version begins when it was first seen, or on its own effective date when that is later. What was seen later replaces
-- it, also before it ever came into force. What a fetch showed is its last reading. `in_force_until` is null while nothing
-- has been announced to replace it; `shown_until` is null while the payer's page shows it.
WITH confirmed AS (
    SELECT v.version, v.source, v.reading, v.snapshot, v.number, v.title, v.effective_on, v.published_on,
           v.last_reviewed_on, v.next_review_on, v.superseded, s.fetched_at AS seen_at,
           max(s.fetched_at, coalesce(v.effective_on || 'T00:00:00Z', '')) AS in_force_from,
           row_number() OVER (PARTITION BY v.snapshot ORDER BY v.version DESC) AS nth
    FROM versions v JOIN snapshots s USING (snapshot)
    WHERE v.state = 'confirmed'),
standing AS (
    SELECT *, lead(seen_at) OVER (PARTITION BY source ORDER BY seen_at, version) AS shown_until,
           min(in_force_from) OVER (
               PARTITION BY source ORDER BY seen_at, version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
           ) AS replaced_at
    FROM confirmed WHERE nth = 1)
SELECT version, source, reading, snapshot, number, title, effective_on, published_on, last_reviewed_on, next_review_on,
       superseded, seen_at, shown_until, in_force_from, replaced_at AS in_force_until
FROM standing
WHERE replaced_at IS NULL OR in_force_from < replaced_at
