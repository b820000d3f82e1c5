-- The numbers of a practice ask for those who waited once: those who wait now have an index already (0006).
CREATE INDEX waiting_entry_left ON waiting_entry (practice) WHERE waiting = 0;
