SELECT * FROM import WHERE kind = :kind AND sha256 = :sha256 AND code_set = :codeSet ORDER BY id DESC LIMIT 1
