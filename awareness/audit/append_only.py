"""The database refuses to change or delete a line of the log.

SQLite makes a table anew when a column changes and drops its triggers in silence: a migration of
the log ends with `lock`.
"""

TABLE = "publishing_deed"
SENTENCE = "the log is only added to"

LOCKS = {
    "sqlite": [
        f"CREATE TRIGGER log_kept_{verb} BEFORE {verb} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION log_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
        f"CREATE TRIGGER log_kept BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION log_kept()",
    ],
}
UNLOCKS = {
    "sqlite": [f"DROP TRIGGER IF EXISTS log_kept_{verb}" for verb in ("UPDATE", "DELETE")],
    "postgresql": [f"DROP TRIGGER IF EXISTS log_kept ON {TABLE}"],
}


def lock(apps, schema_editor) -> None:
    """For `RunPython`: lines are only added from here on."""
    unlock(apps, schema_editor)
    for statement in LOCKS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unlock(apps, schema_editor) -> None:
    for statement in UNLOCKS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
