-- What cannot be read now, and since when?
-- Level "fail" cannot be read; level "warn" was read and deserves a look.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, incidents.source, incidents.level,
       incidents.quality, incidents.reason, incidents.opened_at, incidents.last_seen_at, sources.url
FROM incidents JOIN sources USING (source) JOIN payers USING (payer)
WHERE incidents.closed_at IS NULL
