-- Families write to practices that do not know them yet. Records as in 0001.

CREATE TABLE inquiry (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    practice TEXT NOT NULL REFERENCES practice (id),
    -- the first inquiry of this family's way from practice to practice
    thread TEXT NOT NULL REFERENCES inquiry (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'passing', 'taken on', 'passed on', 'closed')),
    child TEXT REFERENCES child (id),
    written_at BIGINT NOT NULL,
    -- since when the practice has been the one to act
    waits_since BIGINT
);
CREATE INDEX inquiry_of_practice ON inquiry (practice, state, written_at);
CREATE INDEX inquiry_of_thread ON inquiry (thread);
CREATE INDEX inquiry_of_child ON inquiry (child) WHERE child IS NOT NULL;

-- Private links for the family: each letter carries one of its own; all open the same thread.
CREATE TABLE inquiry_link (
    token_hash TEXT PRIMARY KEY,
    thread TEXT NOT NULL REFERENCES inquiry (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX inquiry_link_of_thread ON inquiry_link (thread);

-- What only the servers of this database know, made at first use: seals of public forms.
CREATE TABLE server_secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
