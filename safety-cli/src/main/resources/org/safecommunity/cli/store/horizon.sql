SELECT coalesce(max(id), 0) FROM import WHERE kind = :kind AND complete = 1
