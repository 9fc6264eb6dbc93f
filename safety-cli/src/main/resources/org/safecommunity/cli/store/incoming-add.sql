INSERT OR IGNORE INTO temp.incoming (line, key, hash, cells, personal)
VALUES (?, ?, ?, ?, ?)
