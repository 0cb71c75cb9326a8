-- What does each comparison of two versions come to, with everything that was corrected since?
-- What a later reading or a reviewer has put in the place of a comparison holds; one that was taken back is not listed.
-- `effective_on` is the date that holds, to which the payer may have moved it before it came. `corrected` is the comparison that holds, null while none was put in its place.
WITH last AS (SELECT comparison, corrected, max(correction) FROM corrections GROUP BY comparison)
SELECT k.comparison, k.source, k.old_version, k.new_version,
       coalesce(last.corrected ->> '$.verdict', k.verdict) AS verdict,
       coalesce(last.corrected ->> '$.action_required', k.action_required) AS action_required,
       coalesce(last.corrected ->> '$.confidence', k.confidence) AS confidence,
       coalesce(last.corrected ->> '$.reason', k.reason) AS reason,
       coalesce(k.moved_to, k.effective_on) AS effective_on, k.detected_at, k.label_event, last.corrected
FROM comparisons k LEFT JOIN last USING (comparison)
WHERE last.comparison IS NULL OR last.corrected IS NOT NULL
