-- People, practices, consents. Each table of records: what is searched as columns, a version, the rest as JSON in body.
-- Instants are microseconds since 1970 in UTC; dates are YYYY-MM-DD.

CREATE TABLE history (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by TEXT,
    PRIMARY KEY (kind, id, version)
);

CREATE TABLE practice (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    name TEXT NOT NULL,
    archived_at BIGINT
);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    archived_at BIGINT
);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    ended_at BIGINT
);
CREATE UNIQUE INDEX membership_active ON membership (account, practice) WHERE ended_at IS NULL;
CREATE INDEX membership_of_practice ON membership (practice);

CREATE TABLE child (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    archived_at BIGINT,
    merged_into TEXT REFERENCES child (id)
);

CREATE TABLE household (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    archived_at BIGINT
);

CREATE TABLE family_tie (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    household TEXT NOT NULL REFERENCES household (id),
    account TEXT NOT NULL REFERENCES account (id),
    ended_at BIGINT
);
CREATE UNIQUE INDEX family_tie_active ON family_tie (child, account) WHERE ended_at IS NULL;
CREATE INDEX family_tie_of_account ON family_tie (account);
CREATE INDEX family_tie_of_household ON family_tie (household);

CREATE TABLE care_relationship (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    since BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX care_relationship_active ON care_relationship (child, practice) WHERE ended_at IS NULL;
CREATE INDEX care_relationship_of_practice ON care_relationship (practice, since);

CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    household TEXT NOT NULL REFERENCES household (id),
    given_at BIGINT NOT NULL,
    ends_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX consent_of_child ON consent (child);
CREATE INDEX consent_of_practice ON consent (practice, given_at);

CREATE TABLE intake (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL UNIQUE REFERENCES child (id)
);

-- The words of the names of the children that a practice may find: its own, and those shared with it.
CREATE TABLE child_name (
    practice TEXT NOT NULL REFERENCES practice (id),
    word TEXT {bytewise} NOT NULL,
    birth_date TEXT {bytewise} NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    PRIMARY KEY (practice, word, child)
);
CREATE INDEX child_name_by_birth_date ON child_name (practice, birth_date, word, child);
CREATE INDEX child_name_of_child ON child_name (child);
