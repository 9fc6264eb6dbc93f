SELECT r.line, v.layout, v.cells, p.cells, i.code_set
FROM record r
CROSS JOIN version v ON v.record = r.id AND v.version = r.version
CROSS JOIN import i ON i.id = v.import
LEFT JOIN personal p ON p.record = r.id AND p.version = r.version
WHERE r.kind = :kind AND r.seen >= :horizon
ORDER BY r.seen, r.line
