UPDATE import
SET total = :total, used = :used, refused = :refused, added = :added, changed = :changed, unchanged = :unchanged,
    withdrawn = :withdrawn, digest = :digest, seal = :seal
WHERE id = :id
