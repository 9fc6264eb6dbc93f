INSERT INTO record (kind, key, version, seen, line)
SELECT :kind, i.key, 1, :import, i.line
FROM temp.incoming i
WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = :kind AND r.key = i.key)
ORDER BY i.rowid
