-- Partners and referrals. Records as in 0001; a day is YYYY-MM-DD.

-- The circle of a practice: therapists and practices it knows, in Tandem or not.
CREATE TABLE partner (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    -- the practice that keeps it
    practice TEXT NOT NULL REFERENCES practice (id),
    name TEXT NOT NULL,
    -- PT, OT or PT,OT
    disciplines TEXT NOT NULL,
    in_tandem TEXT REFERENCES practice (id),
    is_trusted BIGINT NOT NULL CHECK (is_trusted IN (0, 1)),
    archived_at BIGINT
);
CREATE INDEX partner_of_practice ON partner (practice);

-- How long each step may take, by practice; its id is the practice's.
CREATE TABLE referral_clock (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    practice TEXT NOT NULL UNIQUE REFERENCES practice (id)
);

CREATE TABLE referral (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    from_practice TEXT NOT NULL REFERENCES practice (id),
    -- who wrote it
    sender TEXT NOT NULL REFERENCES account (id),
    -- one of the two
    to_practice TEXT REFERENCES practice (id),
    to_partner TEXT REFERENCES partner (id),
    discipline TEXT NOT NULL CHECK (discipline IN ('PT', 'OT')),
    -- the first referral of a row of attempts; its own id for the first one
    thread TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'received', 'accepted', 'scheduled', 'unattended', 'visit cancelled',
        'visit done', 'active', 'cancellation requested', 'rejected', 'cancelled', 'completed')),
    -- who must act next; null where it is closed
    owner TEXT CHECK (owner IN ('sender', 'recipient')),
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    -- when the owner is reminded, while it is open
    due_at BIGINT,
    -- when both sides are told, and when it counts as silent
    alarm_at BIGINT,
    silent_at BIGINT,
    visit_on TEXT {bytewise},
    sent_at BIGINT,
    contacted_at BIGINT,
    scheduled_at BIGINT,
    attended_at BIGINT,
    reported_at BIGINT,
    closed_at BIGINT,
    lost_reason TEXT,
    CHECK ((to_practice IS NULL) <> (to_partner IS NULL)),
    CHECK ((is_open = 1) = (owner IS NOT NULL)),
    CHECK ((is_open = 1) = (closed_at IS NULL)),
    CHECK ((is_open = 1) = (due_at IS NOT NULL))
);
CREATE INDEX referral_of_child ON referral (child);
CREATE INDEX referral_of_thread ON referral (thread);
CREATE INDEX referral_sent_open ON referral (from_practice, state, due_at, id) WHERE is_open = 1;
CREATE INDEX referral_received_open ON referral (to_practice, state, due_at, id) WHERE is_open = 1;
CREATE INDEX referral_sent_closed ON referral (from_practice, closed_at, id) WHERE is_open = 0;
CREATE INDEX referral_received_closed ON referral (to_practice, closed_at, id) WHERE is_open = 0;
CREATE INDEX referral_to_partner ON referral (to_partner) WHERE to_partner IS NOT NULL;
CREATE INDEX referral_due ON referral (due_at) WHERE is_open = 1;

-- Added, never changed.
CREATE TABLE referral_message (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version = 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    referral TEXT NOT NULL REFERENCES referral (id)
);
CREATE INDEX referral_message_of_referral ON referral_message (referral, id);
CREATE INDEX referral_message_of_child ON referral_message (child);

-- The one page on which a partner without an account works. No record: neither the token nor the code is a part of the child's
-- record, and neither leaves with an export.
CREATE TABLE referral_link (
    token_hash TEXT PRIMARY KEY,
    referral TEXT NOT NULL REFERENCES referral (id),
    -- six digits that travel another way; alone they open nothing
    code TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    opened_at BIGINT,
    wrong_codes BIGINT NOT NULL
);
CREATE INDEX referral_link_of_referral ON referral_link (referral) WHERE revoked_at IS NULL;

-- Letters that reminded somebody of referrals, so that none goes out twice.
CREATE TABLE referral_reminder (
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    -- the day on which it was sent
    on_day TEXT {bytewise} NOT NULL,
    PRIMARY KEY (account, practice, on_day)
);
