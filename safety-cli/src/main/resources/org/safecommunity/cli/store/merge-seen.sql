UPDATE record
SET version = version + EXISTS (
        SELECT 1 FROM version v WHERE v.record = record.id AND v.version = record.version + 1),
    seen = :import,
    line = i.line
FROM temp.incoming i
WHERE record.kind = :kind AND record.key = i.key
