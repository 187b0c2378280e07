-- The query of `phuluc overdue`, with the day written in, for the sqlite3 shell.
SELECT s.*, o.activity_id, o.period, o.is_conditional, o.plan_id, coalesce(g.name, o.owner) AS agency_name, p.number,
       a.section_ordinal, a.ordinal, a.task, a.product, a.deadline, o.part_label
FROM (
    SELECT o.id AS id, o.since, o.stage, o.progress, o.nominal_due, o.effective_due, o.original_nominal,
           o.original_effective, o.deadline_version, o.extensions, o.requested_due, o.requested_effective,
           o.requested_on, o.request_reason, o.suspended_in, o.submitted_on, o.reported_on, o.version, o.agency_id
    FROM obligation o
    WHERE o.is_tracked = 1 AND o.owed = 1 AND o.effective_due < '2026-11-21' ORDER BY effective_due, id LIMIT 51
) s CROSS JOIN obligation o ON o.id = s.id CROSS JOIN activity a ON a.id = o.activity_id
    CROSS JOIN plan p ON p.id = o.plan_id LEFT JOIN agency g ON g.id = s.agency_id
ORDER BY s.effective_due, s.id;
