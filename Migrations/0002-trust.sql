-- Sign-in, mail, and the trail of who did what.

-- What somebody signs in with. No record: an old password's hash is not kept in history, and leaves with no export.
CREATE TABLE credential (
    account TEXT PRIMARY KEY REFERENCES account (id),
    -- scrypt with its parameters and salt
    password_hash TEXT,
    -- the secret shared with an authenticator program, in base32
    totp_secret TEXT,
    -- the last time step that was used: a code works once
    totp_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    account TEXT NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account, code_hash)
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    -- full, or password: the second factor is still to come
    stage TEXT NOT NULL CHECK (stage IN ('full', 'password')),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX session_of_account ON session (account);

-- Single-use links: invitations, new passwords, a new email.
CREATE TABLE ticket (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('practice', 'family', 'password', 'email')),
    body TEXT NOT NULL,
    -- what it is about: a practice, a child or an account
    subject TEXT NOT NULL,
    -- whom it is for, as Account.key(email:) writes it
    email_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX ticket_of_subject ON ticket (subject, email_key);

CREATE TABLE throttle (
    name TEXT PRIMARY KEY,
    starts_at BIGINT NOT NULL,
    count BIGINT NOT NULL
);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- waiting, sending, sent, uncertain (the program ended while sending), failed (given up)
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'uncertain', 'failed')),
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE state IN ('waiting', 'sending');

-- One chain a process: each opens with the hash that the chain before opened with.
CREATE TABLE audit_chain (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    opened_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    closed_at BIGINT,
    -- the last line
    number BIGINT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE audit_line (
    chain TEXT NOT NULL REFERENCES audit_chain (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    child TEXT,
    practice TEXT,
    account TEXT,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE INDEX audit_line_of_child ON audit_line (child, at) WHERE child IS NOT NULL;
