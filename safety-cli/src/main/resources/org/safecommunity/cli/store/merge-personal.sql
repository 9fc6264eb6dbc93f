INSERT INTO personal (record, version, cells)
SELECT r.id, r.version, i.personal
FROM temp.incoming i
CROSS JOIN record r ON r.kind = :kind AND r.key = i.key
CROSS JOIN version v ON v.record = r.id AND v.version = r.version AND v.import = :import
WHERE i.personal IS NOT NULL
