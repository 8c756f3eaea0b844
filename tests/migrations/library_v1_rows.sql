-- A reader's rows in a library of schema version 1; to be run after library_v1.sql.

INSERT INTO articles (key, id, outlet, published, instant, added, title, authors, url, retrieved, language, cleaned, version, text)
VALUES (1, '01f351289fea', 'The Gazette', '2018-02-08T09:10:00+00:00', '2018-02-08T09:10:00', '2026-01-01T00:00:00', 'Strike near Khusham', '["A. Writer"]', 'https://gazette.example/strike', '2018-02-09T00:00:00+00:00', 'en', 2, '', 'The coalition struck forces near Khusham. At least 100 died.');
INSERT INTO articles (key, id, outlet, published, instant, added, title, authors, url, retrieved, language, cleaned, version, text)
VALUES (2, '7d12e5e397e6', NULL, NULL, NULL, '2026-01-01T00:00:00', NULL, '[]', NULL, NULL, NULL, 0, '', 'Nobody has confirmed the figures.');
INSERT INTO events (key, id, title, unread, origins, kinds, conflicts)
VALUES (1, '6d1f0c3b2a94', 'Strike near Khusham', 0, 2, '{"number": 1}', 1);
INSERT INTO event_articles (article, event)
VALUES (1, 1);
INSERT INTO event_articles (article, event)
VALUES (2, 1);
INSERT INTO analyses (text_sha256, maker, data)
VALUES ('d08ad619a3aac43fab2128eb21a88f627acdad2ef9b5f1bdfa324b11b6f1d309', '1, en-core-web-sm 3.8.0, codec 1', X'789C8B8E8ED50122A5D43C259D92A2D2D458002F5F0584');
INSERT INTO bookmarks (key, id, event, label, relation, kind, explanation, status, note, tags, anchors, tellers, created)
VALUES (1, 'a7cd127de53a', '6d1f0c3b2a94', 'killed', 'contradicts', 'number', 'The figures differ.', 'unresolved', 'asked the spokesman', '["toll"]', '[["01f351289fea", [[42, 60]], "At least 100 died.", "ion struck forces near Khusham. ", ""]]', '[["The Gazette", "CENTCOM"]]', '2018-02-09T12:00:00+00:00');
INSERT INTO journal (key, made, words, subject, row, before, after, undo, redo)
VALUES (1, '2026-01-01T00:00:00', 'bookmark “killed”', 'bookmarks', 1, NULL, '{"key": 1, "id": "a7cd127de53a", "event": "6d1f0c3b2a94", "label": "killed", "relation": "contradicts", "kind": "number", "explanation": "The figures differ.", "status": "open", "note": "ask the spokesman", "tags": "[\"toll\"]", "anchors": "[[\"01f351289fea\", [[42, 60]], \"At least 100 died.\", \"ion struck forces near Khusham. \", \"\"]]", "tellers": "[[\"The Gazette\", \"CENTCOM\"]]", "created": "2018-02-09T12:00:00+00:00"}', 1, NULL);
INSERT INTO journal (key, made, words, subject, row, before, after, undo, redo)
VALUES (2, '2026-01-01T00:00:00', 'note, status of “killed”', 'bookmarks', 1, '{"key": 1, "id": "a7cd127de53a", "event": "6d1f0c3b2a94", "label": "killed", "relation": "contradicts", "kind": "number", "explanation": "The figures differ.", "status": "open", "note": "ask the spokesman", "tags": "[\"toll\"]", "anchors": "[[\"01f351289fea\", [[42, 60]], \"At least 100 died.\", \"ion struck forces near Khusham. \", \"\"]]", "tellers": "[[\"The Gazette\", \"CENTCOM\"]]", "created": "2018-02-09T12:00:00+00:00"}', '{"key": 1, "id": "a7cd127de53a", "event": "6d1f0c3b2a94", "label": "killed", "relation": "contradicts", "kind": "number", "explanation": "The figures differ.", "status": "unresolved", "note": "asked the spokesman", "tags": "[\"toll\"]", "anchors": "[[\"01f351289fea\", [[42, 60]], \"At least 100 died.\", \"ion struck forces near Khusham. \", \"\"]]", "tellers": "[[\"The Gazette\", \"CENTCOM\"]]", "created": "2018-02-09T12:00:00+00:00"}', 2, NULL);
INSERT INTO journal (key, made, words, subject, row, before, after, undo, redo)
VALUES (3, '2026-01-01T00:00:00', 'correction: speaker is The Gazette', 'corrections', 3, NULL, '{"key": 3, "kind": "speaker_is", "anchors": "[[\"7d12e5e397e6\", [[0, 33]], \"Nobody has confirmed the figures.\", \"\", \"\"]]", "value": "The Gazette", "created": "2018-02-10T00:00:00+00:00"}', 3, NULL);
INSERT INTO journal (key, made, words, subject, row, before, after, undo, redo)
VALUES (4, '2026-01-01T00:00:00', 'correction: speaker is The Gazette', 'corrections', 3, '{"key": 3, "kind": "speaker_is", "anchors": "[[\"7d12e5e397e6\", [[0, 33]], \"Nobody has confirmed the figures.\", \"\", \"\"]]", "value": "The Gazette", "created": "2018-02-10T00:00:00+00:00"}', NULL, 2, 4);
