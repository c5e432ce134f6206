import type { Migration } from '../migrate.ts';

/**
 * Attachments: a link names its record and, page by page, the content by its SHA-256. Content is kept once, in pieces,
 * outside the history. What keeps links and content together stands here as triggers, so that no save can forget it.
 */
export const attachments: Migration = {
  version: 70,
  name: 'attachments',
  up: (raw) =>
    raw.exec(`
CREATE TABLE content (
  hash TEXT PRIMARY KEY, bytes INTEGER NOT NULL, media_type TEXT NOT NULL, thumbnail BLOB
) STRICT;

CREATE TABLE content_piece (
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL REFERENCES content (hash) ON DELETE CASCADE,
  position INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (hash, position)
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, record TEXT NOT NULL, record_id TEXT NOT NULL,
  part TEXT NOT NULL, slot TEXT NOT NULL, title TEXT NOT NULL, taken_on TEXT, original_location TEXT NOT NULL,
  pages TEXT NOT NULL, byte_size INTEGER NOT NULL, page_count INTEGER, added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_record ON attachment (record, record_id);

CREATE TRIGGER attachment_has_content BEFORE INSERT ON attachment BEGIN
  SELECT RAISE(ABORT, 'an attachment without its content') FROM json_each(NEW.pages) AS page
    WHERE json_extract(page.value, '$.hash') NOT IN (SELECT hash FROM content);
END;

CREATE TRIGGER attachment_frees_content AFTER DELETE ON attachment BEGIN
  DELETE FROM content WHERE hash IN (SELECT json_extract(page.value, '$.hash') FROM json_each(OLD.pages) AS page)
    AND hash NOT IN (SELECT json_extract(page.value, '$.hash') FROM attachment, json_each(attachment.pages) AS page);
END;
`),
};
