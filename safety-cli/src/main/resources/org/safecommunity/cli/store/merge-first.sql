INSERT INTO version (record, version, import, layout, hash, cells)
SELECT r.id, 1, :import, :layout, i.hash, i.cells
FROM temp.incoming i
CROSS JOIN record r ON r.kind = :kind AND r.key = i.key
WHERE r.version = 1 AND NOT EXISTS (SELECT 1 FROM version v WHERE v.record = r.id)
ORDER BY i.rowid
