package postgres

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

// migrations make the tables; they are run by goose, each in one transaction.
//
//go:embed migrations/*.sql
var migrations embed.FS

// history is the table in which goose keeps what it has run. It also marks a database as ours.
const history = "parley.migrations"

// migrationLock is the advisory lock under which brokers migrate one after the other: any number that others hardly use.
const migrationLock = 0x7061726c6579 // "parley"

// Migrate sets up an empty database, or brings its tables up to the version of this program. Open does the same; Migrate is for an
// operator whose brokers have no right to create tables. It is safe beside brokers that run. Options matter as far as they are
// about connecting.
func Migrate(ctx context.Context, dsn string, options Options) error {
	o, err := options.withDefaults()
	if err != nil {
		return err
	}
	d, err := newDialer(dsn, o)
	if err != nil {
		return err
	}
	return d.migrate(ctx)
}

// migrate brings the tables up to date, and refuses what is not ours.
func (d *dialer) migrate(ctx context.Context) error {
	conn, err := d.connect(ctx, migration)
	if err != nil {
		return advise(err)
	}
	defer disconnect(conn)
	newest, err := newestVersion()
	if err != nil {
		return err
	}
	if done, err := d.upToDate(ctx, conn, newest); done || err != nil {
		return err
	}
	// Closing the connection gives the lock back.
	if _, err := conn.Exec(ctx, `select pg_advisory_lock($1)`, int64(migrationLock)); err != nil {
		return fmt.Errorf("wait for another broker that migrates: %w", err)
	}
	if done, err := d.upToDate(ctx, conn, newest); done || err != nil {
		return err
	}
	if err := d.create(ctx, conn); err != nil {
		return fmt.Errorf("migrate the tables: %w", advise(err))
	}
	return nil
}

// upToDate looks at what is there. It tells whether it is what this program works with, or why nothing can be done about it.
func (d *dialer) upToDate(ctx context.Context, conn *pgx.Conn, newest int64) (bool, error) {
	ctx, cancel := d.options.within(ctx)
	defer cancel()
	found, err := look(ctx, conn)
	if err != nil {
		return false, advise(err)
	}
	if err := found.refusal(newest); err != nil {
		return false, err
	}
	if found.version < newest {
		return false, nil
	}
	return true, checkRights(ctx, conn)
}

// create makes the schema and runs the migrations that are missing.
func (d *dialer) create(ctx context.Context, conn *pgx.Conn) error {
	if _, err := conn.Exec(ctx, `create schema if not exists parley`); err != nil {
		return err
	}
	db := stdlib.OpenDB(*d.config(migration))
	defer db.Close()
	provider, err := newProvider(db)
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, `insert into parley.head (position, batch, writer, epoch, format, cell)
		values (0, 0, 0, $1, $2, $3) on conflict do nothing`, randomName(), format, uuid.NewString())
	return err
}

func newProvider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db, files,
		goose.WithTableName(history), goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
}

// newestVersion is the version of the last migration.
func newestVersion() (int64, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(files) == 0 {
		return 0, fmt.Errorf("no migrations: %w", err)
	}
	return goose.NumericComponent(files[len(files)-1])
}
