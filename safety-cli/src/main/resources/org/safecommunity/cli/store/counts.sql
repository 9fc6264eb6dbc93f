WITH kinds AS (
    SELECT kind, count(*) AS imports, sum(refused) AS refused,
        coalesce(max(CASE WHEN complete = 1 THEN id END), 0) AS horizon
    FROM import
    WHERE kind <> :document
    GROUP BY kind)
SELECT k.kind,
    (SELECT count(*) FROM record r WHERE r.kind = k.kind),
    (SELECT count(*) FROM record r WHERE r.kind = k.kind AND r.seen >= k.horizon),
    (SELECT coalesce(sum(i.added + i.changed), 0) FROM import i WHERE i.kind = k.kind),
    k.imports,
    k.refused
FROM kinds k
ORDER BY k.kind
