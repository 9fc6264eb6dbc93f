INSERT INTO import (kind, file, sha256, code_set, at, complete, total, used, refused, added, changed, unchanged,
    withdrawn, digest, seal)
VALUES (:kind, :file, :sha256, :codeSet, :at, :complete, 0, 0, 0, 0, 0, 0, 0, '', '')
