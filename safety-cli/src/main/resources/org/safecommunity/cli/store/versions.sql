SELECT r.id, r.kind, r.key, r.version, v.version, v.import, v.layout, v.hash, v.cells, p.cells
FROM record r
LEFT JOIN version v ON v.record = r.id
LEFT JOIN personal p ON p.record = r.id AND p.version = v.version
ORDER BY r.id, v.version
