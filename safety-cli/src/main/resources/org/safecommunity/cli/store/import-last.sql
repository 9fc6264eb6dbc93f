SELECT * FROM import WHERE kind = :kind ORDER BY id DESC LIMIT 1
