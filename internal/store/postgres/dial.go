package postgres

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// oldestServer is the first version of PostgreSQL that is good enough, as the server numbers it.
const oldestServer = 140000

// role is what a connection is for. It is part of the connection's name that the server shows.
type role string

const (
	writer    role = "writer"
	viewer    role = "reader"
	listener  role = "listener"
	migration role = "migration"
)

// dialer makes connections to the database.
type dialer struct {
	pool    *pgxpool.Config
	options Options
}

func newDialer(dsn string, o Options) (*dialer, error) {
	if !strings.HasPrefix(dsn, "postgres://") && !strings.HasPrefix(dsn, "postgresql://") {
		return nil, errors.New("the address of the database must be a URL like postgres://user@host:5432/database")
	}
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("the address of the database must be a URL like postgres://user@host:5432/database: %w", err)
	}
	switch {
	case o.Readers > 0:
		config.MaxConns = int32(min(o.Readers, 1<<16))
	case !strings.Contains(dsn, "pool_max_conns"):
		config.MaxConns = defaultReaders
	}
	d := &dialer{pool: config, options: o}
	config.ConnConfig = d.config(viewer)
	return d, nil
}

// config returns the configuration of a connection for a role.
func (d *dialer) config(r role) *pgx.ConnConfig {
	c := d.pool.ConnConfig.Copy()
	name := c.RuntimeParams["application_name"]
	if name == "" || strings.HasPrefix(name, "parley ") {
		name = "parley"
	}
	c.RuntimeParams["application_name"] = name + " " + string(r)
	c.ConnectTimeout = d.options.ConnectTimeout
	settings := d.options.settings(r)
	c.ValidateConnect = func(ctx context.Context, conn *pgconn.PgConn) error { return settle(ctx, conn, settings) }
	return c
}

// connect makes a connection for a role.
func (d *dialer) connect(ctx context.Context, r role) (*pgx.Conn, error) {
	return pgx.ConnectConfig(ctx, d.config(r))
}

// settings returns the statement that sets up a session: what the promises of the store rest on must not depend on the defaults of
// the server, the database or the role. All that a store reads has an index, so the planner is kept from everything else, which
// wrong statistics could make it choose.
func (o Options) settings(r role) string {
	patience := strconv.FormatInt((o.Timeout * 9 / 10).Milliseconds(), 10) // the server gives up first, and says so
	if r == migration {
		patience = "0"
	}
	commits := o.SynchronousCommit
	if r == viewer {
		commits = "off" // it commits nothing but broadcasts
	}
	var calls []string
	for _, s := range [][2]string{
		{"synchronous_commit", commits},
		{"statement_timeout", patience},
		{"idle_in_transaction_session_timeout", patience},
		{"lock_timeout", "0"},
		{"client_min_messages", "warning"},
		{"enable_seqscan", "off"},
		{"enable_bitmapscan", "off"},
		{"enable_hashjoin", "off"},
		{"enable_mergejoin", "off"},
		{"enable_sort", "off"},
		{"jit", "off"},
		{"plan_cache_mode", "force_generic_plan"},
	} {
		calls = append(calls, fmt.Sprintf("set_config('%s', '%s', false)", s[0], s[1]))
	}
	return "select " + strings.Join(calls, ", ")
}

// settle sets up a session, and refuses a server that cannot be written to.
func settle(ctx context.Context, conn *pgconn.PgConn, settings string) error {
	results, err := conn.Exec(ctx, `select pg_is_in_recovery(), current_setting('default_transaction_read_only'),
		current_setting('server_version_num'), current_setting('server_version'); `+settings).ReadAll()
	if err != nil {
		return err
	}
	answer := results[0].Rows[0]
	version, err := strconv.Atoi(string(answer[2]))
	switch {
	case err != nil:
		return fmt.Errorf("the version of the server: %w", err)
	case string(answer[0]) == "t":
		return errStandby
	case string(answer[1]) == "on":
		return errReadOnly
	case version < oldestServer:
		return fmt.Errorf("the server is PostgreSQL %s: version %d is the first that works", answer[3], oldestServer/10000)
	}
	return nil
}

// within bounds an exchange with the database.
func (o Options) within(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, o.Timeout)
}

// disconnect closes a connection without waiting long for the server to say goodbye.
func disconnect(conn *pgx.Conn) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = conn.Close(ctx) // the server sees it in any case
}
