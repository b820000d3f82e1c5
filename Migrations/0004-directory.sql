-- The directory: a copy of the national provider file as far as it is of our field, and what practices say of their listings.

-- One row a provider; plain rows without a history, because the file is public and can be had again.
CREATE TABLE provider (
    npi BIGINT PRIMARY KEY,
    -- equal where nothing has changed; 0 where the next file is to write the row anew
    digest BIGINT NOT NULL,
    -- bits: PT, OT, other, pediatric of each, organization
    kinds BIGINT NOT NULL,
    name TEXT NOT NULL,
    credential TEXT NOT NULL,
    street TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    -- five digits, or empty
    zip TEXT NOT NULL,
    phone TEXT NOT NULL,
    fax TEXT NOT NULL,
    -- codes of the taxonomy, with commas
    taxonomies TEXT NOT NULL,
    -- YYYY-MM-DD, or empty
    updated TEXT NOT NULL,
    -- since when the file does not name it any more; only of claimed listings, the others go
    gone_at BIGINT
);

-- A practice's claim to a listing, and what it says there. Records as in 0001.
CREATE TABLE listing (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    npi BIGINT NOT NULL,
    practice TEXT NOT NULL REFERENCES practice (id),
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    ended_at BIGINT,
    -- the last day of its openings line; empty where there is none
    open_until TEXT {bytewise} NOT NULL
);
CREATE UNIQUE INDEX listing_asked ON listing (npi, practice) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX listing_confirmed ON listing (npi) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX listing_of_practice ON listing (practice);
CREATE INDEX listing_open ON listing (open_until) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;

-- One row an import: what came from where, and how far it is.
CREATE TABLE directory_import (
    id TEXT PRIMARY KEY,
    -- name, size and content of the file
    fingerprint TEXT NOT NULL,
    file TEXT NOT NULL,
    is_full BIGINT NOT NULL CHECK (is_full IN (0, 1)),
    bytes BIGINT NOT NULL,
    position BIGINT NOT NULL,
    -- counts as JSON
    body TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX directory_import_of_file ON directory_import (fingerprint, begun_at);

-- One row: counts the changes of the directory, so that every program knows when what it holds in memory is out of date.
CREATE TABLE directory_version (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    providers BIGINT NOT NULL,
    listings BIGINT NOT NULL
);
