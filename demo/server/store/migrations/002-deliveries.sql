-- Messages to endpoints, and the attempts to deliver them.

CREATE TABLE deliveries (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  integration_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  test INTEGER NOT NULL,
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  content_type TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Milliseconds: when it is tried next, and until when someone has it in hand.
  due_at INTEGER NOT NULL,
  claimed_until INTEGER NOT NULL DEFAULT 0,
  -- Attempts since it was queued, or since it was last asked to be sent again.
  attempts INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX deliveries_of_integration ON deliveries (integration_id, place);
CREATE INDEX deliveries_of_status ON deliveries (integration_id, status, place);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE status = 'pending';

CREATE TABLE attempts (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_id TEXT NOT NULL,
  at TEXT NOT NULL,
  http_status INTEGER,
  reason TEXT,
  duration INTEGER,
  answer TEXT
);
CREATE INDEX attempts_of_delivery ON attempts (delivery_id, place);
