SELECT DISTINCT v.layout
FROM record r
CROSS JOIN version v ON v.record = r.id AND v.version = r.version
WHERE r.kind = :kind AND r.seen >= :horizon
