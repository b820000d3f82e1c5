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
    -- PT, OT or PT,OT
    disciplines TEXT NOT NULL,
    archived_at BIGINT
);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    archived_at BIGINT
);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    -- such as PT,administrator
    roles TEXT NOT NULL,
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
CREATE INDEX child_merged ON child (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE household (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    archived_at BIGINT
);

-- Which children live in a household.
CREATE TABLE residence (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    household TEXT NOT NULL REFERENCES household (id),
    ended_at BIGINT
);
CREATE UNIQUE INDEX residence_active ON residence (child, household) WHERE ended_at IS NULL;
CREATE INDEX residence_of_household ON residence (household);

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
    given_by TEXT NOT NULL REFERENCES account (id),
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

-- The children that a practice may find: its own, and those shared with it. Made from child, care_relationship and consent,
-- in the same transaction.
CREATE TABLE child_listing (
    practice TEXT NOT NULL REFERENCES practice (id),
    child TEXT NOT NULL REFERENCES child (id),
    -- the words of the name, folded, family name first, as lists are sorted
    words TEXT {bytewise} NOT NULL,
    birth_date TEXT {bytewise} NOT NULL,
    archived BIGINT NOT NULL CHECK (archived IN (0, 1)),
    in_care BIGINT NOT NULL CHECK (in_care IN (0, 1)),
    -- when the last consent ends that it is found by; the largest number in care and where it has no end
    until BIGINT NOT NULL,
    PRIMARY KEY (practice, child)
);
CREATE INDEX child_listing_by_name ON child_listing (practice, archived, words, child);
CREATE INDEX child_listing_by_birth_date ON child_listing (practice, birth_date, child);
CREATE INDEX child_listing_of_child ON child_listing (child);

-- What a listed child is found by: the words of the name ("maria"), and for two words at once the first three letters of
-- each pair of them ("+mar gar", "+gar mar"); with "-" before it where the record is archived. The key holds all that a search
-- looks at, so that it reads one stretch of one index.
CREATE TABLE child_name (
    practice TEXT NOT NULL REFERENCES practice (id),
    word TEXT {bytewise} NOT NULL,
    words TEXT {bytewise} NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    until BIGINT NOT NULL,
    PRIMARY KEY (practice, word, words, child, until)
);
CREATE INDEX child_name_of_child ON child_name (child);

-- Which therapist has which children. Made from care_relationship, in the same transaction.
CREATE TABLE child_team (
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    child TEXT NOT NULL REFERENCES child (id),
    PRIMARY KEY (account, practice, child)
);
CREATE INDEX child_team_of_child ON child_team (child);
