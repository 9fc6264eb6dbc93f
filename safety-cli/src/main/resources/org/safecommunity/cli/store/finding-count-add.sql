INSERT INTO finding_count (import, code, number) VALUES (:import, :code, :number)
