-- Integrations, and what is known around them.

CREATE TABLE integrations (
  -- Order of registration: grows, and is never used again, so that a page of a list can start behind it.
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  module TEXT NOT NULL,
  revision INTEGER NOT NULL,
  -- What was registered, as JSON, with unknown fields and without secrets.
  document TEXT NOT NULL,
  -- Name and request URL without case and accents.
  search TEXT NOT NULL,
  request_url TEXT NOT NULL,
  payload_format TEXT NOT NULL,
  referral_form_id TEXT,
  enabled INTEGER NOT NULL,
  -- State of the endpoint, and what the last challenge told of it, as JSON.
  endpoint TEXT NOT NULL,
  challenge TEXT,
  -- Attempts in a row that did not get through.
  failures INTEGER NOT NULL DEFAULT 0,
  -- Secrets of the authentication and the secret that messages are signed with, encrypted.
  secrets TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX integrations_of_site ON integrations (site, place);
CREATE INDEX integrations_of_module ON integrations (site, module, place);
CREATE INDEX integrations_of_endpoint ON integrations (site, request_url, payload_format);
CREATE INDEX integrations_of_form ON integrations (site, referral_form_id, place)
  WHERE referral_form_id IS NOT NULL;

-- What was found out of endpoints lately, also of those that no integration has yet.
CREATE TABLE endpoint_checks (
  site TEXT NOT NULL,
  request_url TEXT NOT NULL,
  payload_format TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  checked_at INTEGER NOT NULL,
  PRIMARY KEY (site, request_url, payload_format)
) WITHOUT ROWID;
CREATE INDEX endpoint_checks_by_age ON endpoint_checks (checked_at);

-- What a key has made. The fingerprint is keyed: drafts hold secrets.
CREATE TABLE idempotency_keys (
  site TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  integration_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE logos (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  created_at TEXT NOT NULL
);

-- One-time tokens, hashed. Nothing of the referral is kept.
CREATE TABLE launches (
  token_hash TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  integration_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX launches_by_age ON launches (expires_at);
