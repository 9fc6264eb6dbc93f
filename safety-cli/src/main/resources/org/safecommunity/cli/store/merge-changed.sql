INSERT INTO version (record, version, import, layout, hash, cells)
SELECT r.id, r.version + 1, :import, :layout, i.hash, i.cells
FROM temp.incoming i
CROSS JOIN record r ON r.kind = :kind AND r.key = i.key
CROSS JOIN version v ON v.record = r.id AND v.version = r.version
WHERE v.hash <> i.hash
