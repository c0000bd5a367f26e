-- Lists by the state of the endpoint, and in the order of names. Both follow from what is there.

ALTER TABLE integrations ADD COLUMN status TEXT
  GENERATED ALWAYS AS (json_extract(endpoint, '$.status')) VIRTUAL;
ALTER TABLE integrations ADD COLUMN sort_name TEXT
  GENERATED ALWAYS AS (substr(search, 1, instr(search, char(10)) - 1)) VIRTUAL;
CREATE INDEX integrations_of_status ON integrations (site, status, place);
CREATE INDEX integrations_by_name ON integrations (site, sort_name, place DESC);
