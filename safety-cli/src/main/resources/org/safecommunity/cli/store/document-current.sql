SELECT d.version, d.content, i.sha256, d.import
FROM document d
CROSS JOIN import i ON i.id = d.import
WHERE d.name = :name
ORDER BY d.version DESC
LIMIT 1
