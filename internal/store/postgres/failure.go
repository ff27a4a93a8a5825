package postgres

import (
	"errors"
	"fmt"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/parley-interop/parley/internal/store"
)

// Why a database cannot be used. What an operator can do stands in each.
var (
	errStandby  = errors.New("the server is a read-only standby: give the address of the primary, or of all servers as postgres://user@host1,host2/database")
	errReadOnly = errors.New("the database is read-only (default_transaction_read_only is on): switch that off, or give the address of the primary")
	errEpoch    = errors.New("the log of the database has another epoch than when this broker started, so it was restored from a backup: restart the broker")
	errWentBack = errors.New("the database has lost commits that it had acknowledged, as a failover to an asynchronous standby does: restore them, or open the store with a new epoch")
	errFormat   = errors.New("a newer version of this program has changed the database: use that version")
)

// The classes of PostgreSQL's errors that make a difference here.
const (
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
	diskFull             = "53100"
	readOnlyTransaction  = "25006"
	invalidAuthorization = "28000"
	invalidPassword      = "28P01"
	unknownDatabase      = "3D000"
	noPrivilege          = "42501"
	tooManyConnections   = "53300"
)

// sqlState returns the code of an error that the server reported, or nothing.
func sqlState(err error) string {
	if reported := (*pgconn.PgError)(nil); errors.As(err, &reported) {
		return reported.Code
	}
	return ""
}

// full tells whether the database has no room.
func full(err error) bool { return sqlState(err) == diskFull }

// passing tells whether the same batch may succeed at once: others were in the way, or the connection was an old one.
func passing(err error) bool {
	switch sqlState(err) {
	case serializationFailure, deadlockDetected:
		return true
	}
	return errors.Is(err, errLost)
}

// errLost means that a connection broke before the commit was sent.
var errLost = errors.New("the connection to the database broke")

// advise adds to an error of opening what an operator can do about it.
func advise(err error) error {
	advice := ""
	switch sqlState(err) {
	case invalidAuthorization, invalidPassword:
		advice = "the server refuses the user or the password of the address: correct them, or allow the user in pg_hba.conf"
	case unknownDatabase:
		advice = "the database does not exist: create it with createdb, or correct the address"
	case noPrivilege:
		advice = "the user lacks a right: grant it, or use the user that created the tables"
	case tooManyConnections:
		advice = "the server has no connection left: raise max_connections, or use fewer readers"
	default:
		if unreachable := (*net.OpError)(nil); errors.As(err, &unreachable) {
			advice = "the server cannot be reached: correct host and port of the address, or start PostgreSQL"
		} else if unknown := (*net.DNSError)(nil); errors.As(err, &unknown) {
			advice = "the host of the address is unknown: correct it"
		}
	}
	if advice == "" {
		return err
	}
	return fmt.Errorf("%s: %w", advice, err)
}

// uncertain reports that the outcome of a commit is unknown because of a cause.
func uncertain(cause error) error { return fmt.Errorf("%w: %w", store.ErrUncertain, cause) }
