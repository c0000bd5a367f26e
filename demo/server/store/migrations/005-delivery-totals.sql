-- A list of deliveries that costs the same among many as among few: counting reads every row, this is one for each status.

CREATE TABLE delivery_totals (
  integration_id TEXT NOT NULL,
  status TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (integration_id, status)
) WITHOUT ROWID;
INSERT INTO delivery_totals (integration_id, status, total)
  SELECT integration_id, status, count(*) FROM deliveries GROUP BY integration_id, status;

CREATE TRIGGER delivery_added AFTER INSERT ON deliveries BEGIN
  INSERT INTO delivery_totals (integration_id, status, total) VALUES (new.integration_id, new.status, 1)
    ON CONFLICT (integration_id, status) DO UPDATE SET total = total + 1;
END;

CREATE TRIGGER delivery_removed AFTER DELETE ON deliveries BEGIN
  UPDATE delivery_totals SET total = total - 1
    WHERE integration_id = old.integration_id AND status = old.status;
END;

CREATE TRIGGER delivery_settled AFTER UPDATE OF status ON deliveries
WHEN new.status <> old.status BEGIN
  UPDATE delivery_totals SET total = total - 1
    WHERE integration_id = old.integration_id AND status = old.status;
  INSERT INTO delivery_totals (integration_id, status, total) VALUES (new.integration_id, new.status, 1)
    ON CONFLICT (integration_id, status) DO UPDATE SET total = total + 1;
END;
