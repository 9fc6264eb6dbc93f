CREATE TEMP TABLE incoming (
    line     INTEGER NOT NULL,
    key      TEXT    NOT NULL UNIQUE,
    hash     BLOB    NOT NULL,
    cells    TEXT    NOT NULL,
    personal TEXT
) STRICT
