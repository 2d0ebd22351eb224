import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from awareness.audit.append_only import lock, unlock


class CreateUnlessThere(migrations.CreateModel):
    """On a site from before this room the table is there, made by `publishing`."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if self.options["db_table"] not in schema_editor.connection.introspection.table_names():
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("publishing", "0004_digest_of_seeded_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateUnlessThere(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, verbose_name="时间")),
                ('verb', models.CharField(choices=[('saved', '保存草稿'), ('submitted', '交审核'), ('returned', '退回'), ('published', '发布'), ('scheduled', '定时发布'), ('unscheduled', '取消定时'), ('withdrawn', '撤回'), ('discarded', '放弃新稿'), ('looked_after', '发布后复核'), ('overridden', '提示后仍发布'), ('binned', '放进回收站'), ('unbinned', '从回收站取回'), ('purged', '从回收站清掉'), ('changed', '修改'), ('added', '新增'), ('removed', '删除'), ('logged_in', '登录'), ('login_failed', '登录没成功'), ('logged_out', '退出'), ('second_step', '二次验证'), ('people', '人员变动'), ('number_asked', '申请改号码'), ('number_confirmed', '确认改号码'), ('number_refused', '没同意改号码'), ('exported', '导出'), ('imported', '导入')], max_length=20, verbose_name='做了什么')),
                ("label", models.CharField(blank=True, max_length=60)),
                ("row", models.BigIntegerField(null=True)),
                ("about", models.CharField(blank=True, max_length=200, verbose_name="关于")),
                ("detail", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="谁")),
            ],
            options={
                "verbose_name": "记录",
                "verbose_name_plural": "记录",
                "db_table": "publishing_deed",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["label", "row", "-at"], name="deeds_of_a_text")],
            },
        ),
        migrations.RunPython(lock, unlock),
    ]
