-- Who may prescribe, and where may it be given?
SELECT payer, payer_name, payer_type, states, source, product, indication, phase, key, value, role, text, page, url
FROM criteria_now
WHERE key IN ('prescriber', 'site', 'personnel', 'rems', 'monitoring_hours')
