INSERT INTO finding (import, position, code, severity, file, line, place, message_en, message_zh, hint_en, hint_zh)
VALUES (:import, :position, :code, :severity, :file, :line, :place, :messageEn, :messageZh, :hintEn, :hintZh)
