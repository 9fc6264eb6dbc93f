-- Each row is one file that was taken in: the journal. Counts say what became of its rows.
CREATE TABLE import (
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind <> ''),
    file      TEXT    NOT NULL CHECK (file <> ''),
    sha256    TEXT    NOT NULL CHECK (length(sha256) = 64),
    code_set  TEXT    NOT NULL,
    at        TEXT    NOT NULL,
    complete  INTEGER NOT NULL CHECK (complete IN (0, 1)),
    total     INTEGER NOT NULL,
    used      INTEGER NOT NULL CHECK (used >= 0),
    refused   INTEGER NOT NULL CHECK (refused >= 0),
    added     INTEGER NOT NULL CHECK (added >= 0),
    changed   INTEGER NOT NULL CHECK (changed >= 0),
    unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
    withdrawn INTEGER NOT NULL CHECK (withdrawn >= 0),
    digest    TEXT    NOT NULL,
    seal      TEXT    NOT NULL,
    CHECK (total = used + refused),
    CHECK (used = added + changed + unchanged)
) STRICT;

CREATE INDEX import_file ON import (kind, sha256);

-- Headings of a file, what each means to its kind, and which are personal: a JSON list of three texts a column.
CREATE TABLE layout (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    columns TEXT NOT NULL,
    UNIQUE (kind, columns)
) STRICT;

-- A record as such: its newest version, and the import and line in which it was seen last.
CREATE TABLE record (
    id      INTEGER PRIMARY KEY,
    kind    TEXT    NOT NULL,
    key     TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    seen    INTEGER NOT NULL REFERENCES import (id),
    line    INTEGER NOT NULL,
    UNIQUE (kind, key)
) STRICT;

CREATE INDEX record_place ON record (kind, seen, line);

-- What a record said: a JSON list of the cells in the order of the layout, without the personal ones.
CREATE TABLE version (
    record  INTEGER NOT NULL REFERENCES record (id),
    version INTEGER NOT NULL CHECK (version > 0),
    import  INTEGER NOT NULL REFERENCES import (id),
    layout  INTEGER NOT NULL REFERENCES layout (id),
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    cells   TEXT    NOT NULL,
    PRIMARY KEY (record, version)
) STRICT, WITHOUT ROWID;

-- The personal cells of a version, apart from the rest.
CREATE TABLE personal (
    record  INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cells   TEXT    NOT NULL,
    PRIMARY KEY (record, version),
    FOREIGN KEY (record, version) REFERENCES version (record, version)
) STRICT, WITHOUT ROWID;

-- Documents such as community.yaml, byte for byte; their checksum is that of their import.
CREATE TABLE document (
    name    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    import  INTEGER NOT NULL UNIQUE REFERENCES import (id),
    content BLOB    NOT NULL,
    PRIMARY KEY (name, version)
) STRICT;
