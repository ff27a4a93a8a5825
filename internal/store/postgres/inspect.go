package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// contents is what a database holds before it is touched.
type contents struct {
	database, user string
	marked         bool     // it has our table of migrations
	version        int64    // of our tables, or zero
	mayUse         bool     // the user has the right to use our schema, if it is there
	mayCreate      bool     // the user has the right to create it
	foreign        []string // a few tables that it has
}

// inspection is one statement, because other brokers may be migrating. The foreign tables are those that belong neither to
// PostgreSQL nor to one of its extensions.
const inspection = `select current_database(), current_user,
	exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'parley' and c.relname = 'migrations'),
	coalesce((select has_schema_privilege(oid, 'usage') from pg_namespace where nspname = 'parley'), true),
	coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = 'parley'),
		has_database_privilege(current_database(), 'create')),
	array(select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\_%'
		and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
		order by 1 limit 3)`

// look finds out what a database holds.
func look(ctx context.Context, conn *pgx.Conn) (c contents, err error) {
	err = conn.QueryRow(ctx, inspection).Scan(&c.database, &c.user, &c.marked, &c.mayUse, &c.mayCreate, &c.foreign)
	if err == nil && c.marked && c.mayUse {
		err = conn.QueryRow(ctx, `select coalesce(max(version_id), 0) from parley.migrations where is_applied`).Scan(&c.version)
	}
	return c, err
}

// refusal tells why the database cannot be used by a program that knows the tables up to a version.
func (c contents) refusal(newest int64) error {
	switch {
	case !c.marked && len(c.foreign) > 0:
		return fmt.Errorf("the database %q belongs to another program, as it has the tables %s: create a database of its own for Parley",
			c.database, strings.Join(c.foreign, ", "))
	case !c.mayUse:
		return fmt.Errorf("the user %q may not use the schema of Parley: GRANT USAGE ON SCHEMA parley TO %q", c.user, c.user)
	case c.version > newest:
		return fmt.Errorf("the tables have version %d, and this program knows none above %d: use a newer version of it", c.version, newest)
	case c.version < newest && !c.mayCreate:
		return fmt.Errorf("the user %q may not create tables: GRANT CREATE ON DATABASE %q TO %q, or run parley migrate as a user who may",
			c.user, c.database, c.user)
	}
	return nil
}

// checkRights tells which rights on our tables the user lacks.
func checkRights(ctx context.Context, conn *pgx.Conn) error {
	rows, err := conn.Query(ctx, `select r || ' on ' || t from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r,
		unnest(array['parley.state', 'parley.log', 'parley.head', 'parley.changes']) t where not has_table_privilege(t, r) order by 1`)
	if err != nil {
		return err
	}
	missing, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		return errors.New("the user lacks rights (" + strings.Join(missing, ", ") +
			"): GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA parley to it, or use the user that created the tables")
	}
	return nil
}
