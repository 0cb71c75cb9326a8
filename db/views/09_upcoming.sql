-- What takes effect after today?
-- One row a change whose effective date lies ahead; days_left counts from today (UTC).
SELECT *, CAST(julianday(effective_on) - julianday(date('now')) AS INTEGER) AS days_left
FROM change_log WHERE effective_on > date('now')
