SELECT v.version, v.version = r.version AND r.seen >= :horizon, i.at, i.file, v.layout, v.cells, p.cells, i.code_set
FROM record r
CROSS JOIN version v ON v.record = r.id
CROSS JOIN import i ON i.id = v.import
LEFT JOIN personal p ON p.record = r.id AND p.version = v.version
WHERE r.kind = :kind
ORDER BY r.id, v.version
