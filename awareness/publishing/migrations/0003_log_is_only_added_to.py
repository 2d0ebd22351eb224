from django.db import migrations

TABLE = "publishing_deed"
SENTENCE = "the log is only added to"


def lock(apps, schema_editor):
    for statement in LOCKS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unlock(apps, schema_editor):
    for statement in UNLOCKS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


LOCKS = {
    "sqlite": [
        f"CREATE TRIGGER log_kept_{verb} BEFORE {verb} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION log_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
        f"CREATE TRIGGER log_kept BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION log_kept()",
    ],
}
UNLOCKS = {
    "sqlite": [f"DROP TRIGGER log_kept_{verb}" for verb in ("UPDATE", "DELETE")],
    "postgresql": [f"DROP TRIGGER log_kept ON {TABLE}", "DROP FUNCTION log_kept()"],
}


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_workflow")]
    operations = [migrations.RunPython(lock, unlock)]
