-- A list and a search that cost the same in a large table as in a small one.

-- Runs of three characters, so that any part of a word is found; the site stands in brackets to be found whole.
CREATE VIRTUAL TABLE integration_search USING fts5(
  site, text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
INSERT INTO integration_search (rowid, site, text)
  SELECT place, '[' || site || ']', search FROM integrations;

-- Counting reads every row; this is one.
CREATE TABLE integration_totals (
  site TEXT NOT NULL,
  module TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (site, module)
) WITHOUT ROWID;
INSERT INTO integration_totals (site, module, total)
  SELECT site, module, count(*) FROM integrations GROUP BY site, module;

CREATE TRIGGER integration_added AFTER INSERT ON integrations BEGIN
  INSERT INTO integration_search (rowid, site, text)
    VALUES (new.place, '[' || new.site || ']', new.search);
  INSERT INTO integration_totals (site, module, total) VALUES (new.site, new.module, 1)
    ON CONFLICT (site, module) DO UPDATE SET total = total + 1;
END;

CREATE TRIGGER integration_removed AFTER DELETE ON integrations BEGIN
  DELETE FROM integration_search WHERE rowid = old.place;
  UPDATE integration_totals SET total = total - 1 WHERE site = old.site AND module = old.module;
END;

CREATE TRIGGER integration_renamed AFTER UPDATE OF search ON integrations
WHEN new.search <> old.search BEGIN
  DELETE FROM integration_search WHERE rowid = old.place;
  INSERT INTO integration_search (rowid, site, text)
    VALUES (new.place, '[' || new.site || ']', new.search);
END;

CREATE TRIGGER integration_moved AFTER UPDATE OF module ON integrations
WHEN new.module <> old.module BEGIN
  UPDATE integration_totals SET total = total - 1 WHERE site = old.site AND module = old.module;
  INSERT INTO integration_totals (site, module, total) VALUES (new.site, new.module, 1)
    ON CONFLICT (site, module) DO UPDATE SET total = total + 1;
END;
