-- The plan: goals, scales, ratings, measures, visits, the home program, plans of care. Records as in 0001; a day is YYYY-MM-DD.
-- A record of a child whose record was joined into another one keeps its child; it is read through child.merged_into.

CREATE TABLE goal (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'active', 'met', 'set aside')),
    by_day TEXT {bytewise} NOT NULL
);
CREATE INDEX goal_of_child ON goal (child);
CREATE INDEX goal_proposed ON goal (child) WHERE status = 'proposed';

CREATE TABLE attainment_scale (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    goal TEXT NOT NULL UNIQUE REFERENCES goal (id)
);
CREATE INDEX attainment_scale_of_child ON attainment_scale (child);

-- Added, never changed.
CREATE TABLE rating (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version = 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    goal TEXT NOT NULL REFERENCES goal (id),
    on_day TEXT {bytewise} NOT NULL
);
CREATE INDEX rating_of_child ON rating (child, on_day);
CREATE INDEX rating_newest ON rating (child, id);

CREATE TABLE goal_question (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    goal TEXT NOT NULL REFERENCES goal (id),
    closed_at BIGINT
);
CREATE INDEX goal_question_of_child ON goal_question (child);
CREATE INDEX goal_question_open ON goal_question (child) WHERE closed_at IS NULL;

-- Added, never changed.
CREATE TABLE measurement (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version = 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    measure TEXT NOT NULL,
    on_day TEXT {bytewise} NOT NULL
);
CREATE INDEX measurement_of_child ON measurement (child, on_day);
CREATE INDEX measurement_newest ON measurement (child, id);

CREATE TABLE return_to_sport (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id)
);
CREATE INDEX return_to_sport_of_child ON return_to_sport (child);

CREATE TABLE visit_note (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    author TEXT NOT NULL REFERENCES account (id),
    -- PT or OT
    discipline TEXT NOT NULL CHECK (discipline IN ('PT', 'OT')),
    on_day TEXT {bytewise} NOT NULL,
    signed_at BIGINT,
    -- of the last addendum
    added_at BIGINT,
    -- whether it tells the other therapist something
    hands_off BIGINT NOT NULL CHECK (hands_off IN (0, 1))
);
CREATE INDEX visit_note_of_child ON visit_note (child, on_day, id);
CREATE INDEX visit_note_handoff ON visit_note (child, discipline, on_day, id) WHERE hands_off = 1 AND signed_at IS NOT NULL;
CREATE INDEX visit_note_newest ON visit_note (child, signed_at);
CREATE INDEX visit_note_added ON visit_note (child) WHERE added_at IS NOT NULL;
CREATE INDEX visit_note_draft ON visit_note (author, practice, child) WHERE signed_at IS NULL;

CREATE TABLE home_item (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    discipline TEXT NOT NULL CHECK (discipline IN ('PT', 'OT')),
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'retired'))
);
CREATE INDEX home_item_of_child ON home_item (child);

-- How much of the family's day the home program may take; its id is the child's.
CREATE TABLE home_settings (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id)
);

-- Added, never changed; the last one of an item and a day holds.
CREATE TABLE tick (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version = 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    item TEXT NOT NULL REFERENCES home_item (id),
    on_day TEXT {bytewise} NOT NULL
);
CREATE INDEX tick_of_child ON tick (child, on_day);
CREATE INDEX tick_newest ON tick (child, id);

-- That an activity hurt; its id is the tick's that told of it.
CREATE TABLE hurt_alert (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    item TEXT NOT NULL REFERENCES home_item (id),
    taken_at BIGINT
);
CREATE INDEX hurt_alert_of_child ON hurt_alert (child);
CREATE INDEX hurt_alert_waiting ON hurt_alert (child) WHERE taken_at IS NULL;

CREATE TABLE plan_of_care (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES child (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    therapist TEXT NOT NULL REFERENCES account (id),
    discipline TEXT NOT NULL CHECK (discipline IN ('PT', 'OT')),
    signed_at BIGINT
);
CREATE INDEX plan_of_care_of_child ON plan_of_care (child);

-- What is due in which practice. Made from plans of care, notes and goals, in the same transaction.
CREATE TABLE due (
    practice TEXT NOT NULL REFERENCES practice (id),
    child TEXT NOT NULL REFERENCES child (id),
    -- PT, OT or, of a goal, both
    discipline TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- the plan of care or the goal
    subject TEXT NOT NULL,
    -- the last day on which it is in time; of what is counted in treatment days, the day on which it came to be due, else null
    on_day TEXT {bytewise},
    -- treatment days left
    treatments_left BIGINT,
    PRIMARY KEY (practice, subject, kind)
);
CREATE INDEX due_of_practice ON due (practice, on_day);
CREATE INDEX due_of_child ON due (child);

-- When somebody sat down with a child's plan: what others did since the sitting before is news.
CREATE TABLE plan_look (
    account TEXT NOT NULL REFERENCES account (id),
    child TEXT NOT NULL REFERENCES child (id),
    looked_at BIGINT NOT NULL,
    -- the sitting before that one
    before_at BIGINT,
    PRIMARY KEY (account, child)
);

-- Private addresses of a child's calendar.
CREATE TABLE calendar_address (
    token_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    child TEXT NOT NULL REFERENCES child (id),
    -- 1: activities by name; 0: how many there are, since calendars are seen by others
    names BIGINT NOT NULL CHECK (names IN (0, 1)),
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX calendar_address_of_child ON calendar_address (child, account);

-- Letters that reminded somebody of what is due, so that none goes out twice.
CREATE TABLE reminder (
    account TEXT NOT NULL REFERENCES account (id),
    practice TEXT NOT NULL REFERENCES practice (id),
    -- the day on which it was sent
    on_day TEXT {bytewise} NOT NULL,
    PRIMARY KEY (account, practice, on_day)
);
