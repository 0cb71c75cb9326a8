-- From when until when was each version of a document the one in force?
-- A version begins when it was first seen, or on its own effective date when that is later. What was seen later replaces
-- it, also before it ever came into force. What a fetch showed is its last reading. `in_force_until` is null while nothing
-- has been announced to replace it, and its document has not been split into others; `shown_until` is null while the payer's page shows it.
WITH confirmed AS (
    SELECT v.version, v.source, v.reading, v.snapshot, v.number, v.title, v.effective_on, v.published_on,
           v.last_reviewed_on, v.next_review_on, v.superseded, s.fetched_at AS seen_at, sources.ended_at,
           max(s.fetched_at, coalesce(v.effective_on || 'T00:00:00Z', '')) AS in_force_from
    FROM versions v JOIN snapshots s USING (snapshot) JOIN sources ON sources.source = v.source
    WHERE v.state = 'confirmed' AND NOT EXISTS (
        SELECT 1 FROM versions later WHERE later.source = v.source AND later.snapshot = v.snapshot
                                       AND later.state = 'confirmed' AND later.version > v.version)),
standing AS (
    SELECT *, lag(seen_at) OVER newest_first AS shown_until,
           coalesce(min(in_force_from) OVER (newest_first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), ended_at)
               AS replaced_at
    FROM confirmed
    WINDOW newest_first AS (PARTITION BY source ORDER BY seen_at DESC, version DESC))
SELECT version, source, reading, snapshot, number, title, effective_on, published_on, last_reviewed_on, next_review_on,
       superseded, seen_at, shown_until, in_force_from, replaced_at AS in_force_until
FROM standing
WHERE replaced_at IS NULL OR in_force_from < replaced_at
