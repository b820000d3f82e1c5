-- Time: appointments, working hours, visits with two practices, the waiting list. Records as in 0001; a day is YYYY-MM-DD as the
-- clock of the practice has it.

-- What a practice settled about its clock; its id is the practice's.
CREATE TABLE practice_clock (
    id TEXT PRIMARY KEY REFERENCES practice (id),
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL
);

CREATE TABLE joint_appointment (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    proposing TEXT NOT NULL REFERENCES practice (id),
    asked TEXT NOT NULL REFERENCES practice (id),
    starts_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'declined', 'withdrawn')),
    CHECK (proposing <> asked)
);
CREATE INDEX joint_appointment_of_child ON joint_appointment (child);
CREATE INDEX joint_appointment_waiting ON joint_appointment (asked, starts_at) WHERE state = 'proposed';

CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    joint TEXT REFERENCES joint_appointment (id)
);
CREATE INDEX appointment_of_child ON appointment (child);
CREATE UNIQUE INDEX appointment_of_joint ON appointment (joint, practice) WHERE joint IS NOT NULL;

-- Every visit of every appointment, for each therapist. Made from appointment, in the same transaction; a visit of a child whose
-- record was joined into another one carries the id of the one that was kept.
CREATE TABLE occurrence (
    appointment TEXT NOT NULL REFERENCES appointment (id),
    -- the day that the rule names, whatever day the visit was moved to
    rule_day TEXT {bytewise} NOT NULL,
    therapist TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    child TEXT NOT NULL REFERENCES child (id),
    on_day TEXT {bytewise} NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'attended', 'no-show', 'cancelled')),
    PRIMARY KEY (appointment, rule_day, therapist),
    CHECK (ends_at > starts_at)
);
CREATE INDEX occurrence_of_therapist ON occurrence (therapist, starts_at);
CREATE INDEX occurrence_of_practice ON occurrence (practice, on_day);
CREATE INDEX occurrence_of_child ON occurrence (child, starts_at);

CREATE TABLE working_hours (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    practice TEXT NOT NULL REFERENCES practice (id),
    therapist TEXT NOT NULL REFERENCES account (id),
    UNIQUE (practice, therapist)
);

CREATE TABLE waiting_entry (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    practice TEXT NOT NULL REFERENCES practice (id),
    child TEXT REFERENCES child (id),
    since TEXT {bytewise} NOT NULL,
    waiting BIGINT NOT NULL CHECK (waiting IN (0, 1))
);
CREATE INDEX waiting_entry_of_practice ON waiting_entry (practice, since, id) WHERE waiting = 1;
CREATE INDEX waiting_entry_of_child ON waiting_entry (child) WHERE child IS NOT NULL;

CREATE TABLE slot_offer (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    practice TEXT NOT NULL REFERENCES practice (id),
    therapist TEXT NOT NULL REFERENCES account (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- the first moment at which it no longer holds
    until_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'withdrawn'))
);
CREATE INDEX slot_offer_of_practice ON slot_offer (practice, starts_at);
CREATE INDEX slot_offer_open ON slot_offer (therapist, starts_at) WHERE state = 'open';

-- Whom an offer asks. Made from slot_offer, in the same transaction.
CREATE TABLE slot_offer_child (
    offer TEXT NOT NULL REFERENCES slot_offer (id),
    child TEXT NOT NULL REFERENCES child (id),
    PRIMARY KEY (offer, child)
);
CREATE INDEX slot_offer_child_of_child ON slot_offer_child (child);

-- Private addresses of a therapist's own week.
CREATE TABLE week_address (
    token_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    -- 1: children by their initials; 0: nothing but that there is a visit
    names BIGINT NOT NULL CHECK (names IN (0, 1)),
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX week_address_of_account ON week_address (account, practice);
