-- A store as step 1 made it: two records, one of them corrected. Statements end with a semicolon at the end of a line.
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
CREATE TABLE layout (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    columns TEXT NOT NULL,
    UNIQUE (kind, columns)
) STRICT;
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
CREATE TABLE version (
    record  INTEGER NOT NULL REFERENCES record (id),
    version INTEGER NOT NULL CHECK (version > 0),
    import  INTEGER NOT NULL REFERENCES import (id),
    layout  INTEGER NOT NULL REFERENCES layout (id),
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    cells   TEXT    NOT NULL,
    PRIMARY KEY (record, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE personal (
    record  INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cells   TEXT    NOT NULL,
    PRIMARY KEY (record, version),
    FOREIGN KEY (record, version) REFERENCES version (record, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
    name    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    import  INTEGER NOT NULL UNIQUE REFERENCES import (id),
    content BLOB    NOT NULL,
    PRIMARY KEY (name, version)
) STRICT;
INSERT INTO "import" VALUES (1, 'injuries', 'a.csv', '909006130f8ba6b8287684300d86584a967a41169dcfb959ee41920f8cb1621a', 'NISS-B', '2026-11-25T15:06:23Z', 0, 2, 2, 0, 2, 0, 0, 0, '4bdf7d2de6c4b193413374c5400f620dee8fa82131d300488be367fed41fcd41', '4f6b4f468dc2ebe79297afe33c52c6e6a567ac8672112f54e26800c3d1896ff0');
INSERT INTO "import" VALUES (2, 'injuries', 'b.csv', 'fe82b9becf23fe3a0e196f9928e91507634d121a83f3d9b69e18acef84d093f0', 'NISS-B', '2026-11-25T15:06:26Z', 0, 1, 1, 0, 0, 1, 0, 0, 'fa14c023ccb4a1d7beb785439a440d5eb64d0ecf027aa00c16faccfe859a10e4', '51e0416fdd0d8997bde38041240731a0f289ef51593f39f5e482b4b47b584794');
INSERT INTO "layout" VALUES (1, 'injuries', '["record_id","record_id","","sex","sex","","age","age","","date","date","","cause","cause","","name","name","personal"]');
INSERT INTO "record" VALUES (1, 'injuries', '1', 2, 2, 2);
INSERT INTO "record" VALUES (2, 'injuries', '2', 1, 1, 3);
INSERT INTO "version" VALUES (1, 1, 1, 1, x'c10598517bdbc4602f9c4669ab456062eb62a3113d99710f53aae023e7f45f56', '["1","male","30","2024-03-01","3"]');
INSERT INTO "version" VALUES (1, 2, 2, 1, x'fa14c023ccb4a1d7beb785439a440d5eb64d0ecf027aa00c16faccfe859a10e4', '["1","male","31","2024-03-01","3"]');
INSERT INTO "version" VALUES (2, 1, 1, 1, x'8adae57c9d1f75f36eaf32aceb4a026f05ed0b300c4a7147d84987dd33eb9217', '["2","female","8","2024-03-02","1"]');
INSERT INTO "personal" VALUES (1, 1, '["x"]');
INSERT INTO "personal" VALUES (1, 2, '["x"]');
PRAGMA application_id = 1396921419;
PRAGMA user_version = 1;
