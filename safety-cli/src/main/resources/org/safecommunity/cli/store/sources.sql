SELECT i.*
FROM import i
WHERE i.kind = :kind AND i.id >= :horizon
    AND (EXISTS (SELECT 1 FROM record r WHERE r.kind = :kind AND r.seen = i.id)
        OR i.used = 0 AND i.id = (SELECT max(l.id) FROM import l WHERE l.kind = :kind))
ORDER BY i.id
