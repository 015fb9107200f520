/** Version of the tables below, in `user_version`. */
export const tablesVersion = 1;

/** Tombstones keep the id alone, so `wrapped` is null exactly where something was destroyed. */
export const createTables = `
  CREATE TABLE key_check (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    wrapped BLOB NOT NULL
  ) STRICT;
  CREATE TABLE data_keys (
    id TEXT PRIMARY KEY,
    wrapped BLOB,
    destroyed_at TEXT,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE hmac_keys (
    company_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (company_id, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE secrets (
    id TEXT PRIMARY KEY,
    company_id TEXT,
    name TEXT,
    wrapped BLOB,
    destroyed_at TEXT,
    UNIQUE (company_id, name),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
    CHECK (wrapped IS NULL OR company_id IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
`;
