-- The library as schema version 1 made it. Released schemas stay as they were: never edit this file.

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    outlet TEXT,
    published TEXT,
    instant TEXT,
    added TEXT NOT NULL,
    title TEXT,
    authors TEXT NOT NULL,
    url TEXT,
    retrieved TEXT,
    language TEXT,
    cleaned INTEGER NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE INDEX articles_by_instant ON articles (instant);

CREATE TABLE analyses (
    text_sha256 TEXT PRIMARY KEY,
    maker TEXT NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE events (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    unread INTEGER NOT NULL DEFAULT 1,
    origins INTEGER,
    kinds TEXT,
    conflicts INTEGER
);

CREATE TABLE event_articles (
    article INTEGER PRIMARY KEY REFERENCES articles (key),
    event INTEGER NOT NULL REFERENCES events (key)
);

CREATE INDEX event_articles_by_event ON event_articles (event);

CREATE TABLE bookmarks (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    event TEXT REFERENCES events (id),
    label TEXT NOT NULL,
    relation TEXT,
    kind TEXT,
    explanation TEXT NOT NULL,
    status TEXT NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    anchors TEXT NOT NULL,
    tellers TEXT NOT NULL,
    created TEXT NOT NULL
);

CREATE TABLE corrections (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    anchors TEXT NOT NULL,
    value TEXT NOT NULL,
    created TEXT
);

CREATE TRIGGER corrections_insert AFTER INSERT ON corrections BEGIN
    UPDATE events SET origins = NULL, kinds = NULL, conflicts = NULL WHERE key IN (
        SELECT m.event FROM json_each(new.anchors) q
        JOIN articles a ON a.id = json_extract(q.value, '$[0]') JOIN event_articles m ON m.article = a.key
    );
END;

CREATE TRIGGER corrections_delete AFTER DELETE ON corrections BEGIN
    UPDATE events SET origins = NULL, kinds = NULL, conflicts = NULL WHERE key IN (
        SELECT m.event FROM json_each(old.anchors) q
        JOIN articles a ON a.id = json_extract(q.value, '$[0]') JOIN event_articles m ON m.article = a.key
    );
END;

CREATE TABLE journal (
    key INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    words TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('bookmarks', 'corrections')),
    row INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    undo INTEGER REFERENCES journal (key),
    redo INTEGER REFERENCES journal (key)
);

CREATE TRIGGER journal_stands BEFORE UPDATE ON journal
    BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal
    BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;

CREATE VIRTUAL TABLE "articles_fts" USING FTS5 (
    "title", "text",
    tokenize='porter unicode61 remove_diacritics 2',
    content="articles"
);

CREATE TRIGGER "articles_ai" AFTER INSERT ON "articles" BEGIN
  INSERT INTO "articles_fts" (rowid, "title", "text") VALUES (new.rowid, new."title", new."text");
END;

CREATE TRIGGER "articles_ad" AFTER DELETE ON "articles" BEGIN
  INSERT INTO "articles_fts" ("articles_fts", rowid, "title", "text") VALUES('delete', old.rowid, old."title", old."text");
END;

CREATE TRIGGER "articles_au" AFTER UPDATE ON "articles" BEGIN
  INSERT INTO "articles_fts" ("articles_fts", rowid, "title", "text") VALUES('delete', old.rowid, old."title", old."text");
  INSERT INTO "articles_fts" (rowid, "title", "text") VALUES (new.rowid, new."title", new."text");
END;

CREATE VIRTUAL TABLE "bookmarks_fts" USING FTS5 (
    "label", "note", "tags",
    tokenize='porter unicode61 remove_diacritics 2',
    content="bookmarks"
);

CREATE TRIGGER "bookmarks_ai" AFTER INSERT ON "bookmarks" BEGIN
  INSERT INTO "bookmarks_fts" (rowid, "label", "note", "tags") VALUES (new.rowid, new."label", new."note", new."tags");
END;

CREATE TRIGGER "bookmarks_ad" AFTER DELETE ON "bookmarks" BEGIN
  INSERT INTO "bookmarks_fts" ("bookmarks_fts", rowid, "label", "note", "tags") VALUES('delete', old.rowid, old."label", old."note", old."tags");
END;

CREATE TRIGGER "bookmarks_au" AFTER UPDATE ON "bookmarks" BEGIN
  INSERT INTO "bookmarks_fts" ("bookmarks_fts", rowid, "label", "note", "tags") VALUES('delete', old.rowid, old."label", old."note", old."tags");
  INSERT INTO "bookmarks_fts" (rowid, "label", "note", "tags") VALUES (new.rowid, new."label", new."note", new."tags");
END;

INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at) VALUES ('narrator', 'm001_library', '2026-01-01 00:00:00+00:00');
PRAGMA application_id = 1312903762;
PRAGMA user_version = 1;
