-- The rate limit, shared by all servers of a database. A client is a keyed fingerprint of its address.

CREATE TABLE rate_buckets (
  client TEXT PRIMARY KEY,
  tokens REAL NOT NULL,
  -- Milliseconds by the database's clock: when the tokens were counted, and when the bucket is full again and can be forgotten.
  at REAL NOT NULL,
  full_at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX rate_buckets_by_age ON rate_buckets (full_at);

-- The request URL that met the challenge once: messages go to it, whatever a later check finds.
ALTER TABLE integrations ADD COLUMN verified_url TEXT;
UPDATE integrations SET verified_url = request_url
  WHERE json_extract(challenge, '$.status') = 'verified'
    OR EXISTS (SELECT 1 FROM deliveries d WHERE d.integration_id = integrations.id AND d.status = 'delivered');
