-- A file that is read again adds what it lacked; it never takes a record back to an older version.
DELETE FROM temp.incoming
WHERE EXISTS (SELECT 1 FROM record r WHERE r.kind = :kind AND r.key = incoming.key)
