CREATE TABLE rulebooks (revision text PRIMARY KEY, archive bytea NOT NULL);
