SELECT v.hash
FROM temp.incoming i
CROSS JOIN record r ON r.kind = :kind AND r.key = i.key
CROSS JOIN version v ON v.record = r.id AND v.version = r.version AND v.import = :import
