INSERT OR IGNORE INTO layout (kind, columns) VALUES (:kind, :columns)
