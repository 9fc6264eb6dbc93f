-- Why rows were refused, so that a report over the store says it as one over the files does. Values that could name a
-- person are not repeated in the texts.
CREATE TABLE finding (
    import     INTEGER NOT NULL REFERENCES import (id),
    position   INTEGER NOT NULL,
    code       TEXT    NOT NULL,
    severity   TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    line       INTEGER NOT NULL,
    place      TEXT    NOT NULL,
    message_en TEXT    NOT NULL,
    message_zh TEXT    NOT NULL,
    hint_en    TEXT    NOT NULL,
    hint_zh    TEXT    NOT NULL,
    PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

-- How many findings of each code there were; more than are kept.
CREATE TABLE finding_count (
    import INTEGER NOT NULL REFERENCES import (id),
    code   TEXT    NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (import, code)
) STRICT, WITHOUT ROWID;
