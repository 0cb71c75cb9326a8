-- Which payers answer for ketamine itself, by which route and for what?
SELECT payer, payer_name, payer_type, states, source, route, indication, phase, status, prior_authorization,
       effective_on, page, text, url
FROM coverage_now WHERE product = 'ketamine'
