-- +goose Up

-- What a cell keeps, by key. Rows are replaced often, so each page leaves room for the next version of a row.
CREATE TABLE parley.state (
    key   bytea PRIMARY KEY,
    value bytea NOT NULL
) WITH (fillfactor = 85);

-- The log: positions 1, 2, 3, … in the order of the commits, without gaps.
CREATE TABLE parley.log (
    position bigint PRIMARY KEY CHECK (position > 0),
    content  bytea NOT NULL
);

-- One row, which a broker locks for each batch of commits. Its page leaves room for many versions of the row.
CREATE TABLE parley.head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,  -- the last position of the log
    batch    bigint NOT NULL,  -- the number of batches that were committed
    writer   bigint NOT NULL,  -- which broker committed the last of them
    epoch    bigint NOT NULL,  -- the name of this history of the log
    format   integer NOT NULL, -- the version of what is in these tables
    cell     text NOT NULL     -- the name of the cell
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- Which keys the last batches changed, so that a broker forgets those of others. A crash of the server empties it, and then
-- brokers forget everything: that is why it needs no write-ahead log.
CREATE UNLOGGED TABLE parley.changes (
    batch  bigint PRIMARY KEY,
    writer bigint NOT NULL,
    keys   bytea,   -- hashes of the changed keys, 8 bytes each; null if there were too many
    spans  bytea[]  -- bounds of the deleted ranges, in pairs
) WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE parley.changes ALTER COLUMN keys SET STORAGE EXTERNAL;
