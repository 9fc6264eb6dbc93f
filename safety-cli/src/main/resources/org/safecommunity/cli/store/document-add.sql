INSERT INTO document (name, version, import, content) VALUES (:name, :version, :import, :content)
