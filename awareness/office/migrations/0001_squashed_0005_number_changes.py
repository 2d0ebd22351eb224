# Squashed on 2026-12-01; decision 0051. What it replaces goes once no site is older than that.

import awareness.office.models
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('office', '0001_initial'), ('office', '0002_roles'), ('office', '0003_workflow'), ('office', '0004_whose_words'), ('office', '0005_number_changes')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hotline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hant_own', models.TextField(blank=True, default='', editable=False, verbose_name='繁體由人写过或看过的字段')),
                ('hant_behind', models.TextField(blank=True, default='', editable=False, verbose_name='繁體还没跟上的字段')),
                ('english_behind', models.TextField(blank=True, default='', editable=False, verbose_name='英文还没跟上的字段')),
                ('slug', models.SlugField(help_text='网址里的一段，小写英文、数字和短横。发布后不要改。', max_length=60, unique=True, verbose_name='网址名')),
                ('number', models.CharField(max_length=20, validators=[awareness.office.models.dialable], verbose_name='号码')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('name_zh_hans', models.CharField(max_length=60, null=True, verbose_name='名称')),
                ('name_zh_hant', models.CharField(max_length=60, null=True, verbose_name='名称')),
                ('name_en', models.CharField(max_length=60, null=True, verbose_name='名称')),
                ('label', models.CharField(blank=True, help_text='填了就出现在每页的页眉和页脚，例如：拿不准，打。', max_length=40, verbose_name='页眉里的话')),
                ('label_zh_hans', models.CharField(blank=True, help_text='填了就出现在每页的页眉和页脚，例如：拿不准，打。', max_length=40, null=True, verbose_name='页眉里的话')),
                ('label_zh_hant', models.CharField(blank=True, help_text='填了就出现在每页的页眉和页脚，例如：拿不准，打。', max_length=40, null=True, verbose_name='页眉里的话')),
                ('label_en', models.CharField(blank=True, help_text='填了就出现在每页的页眉和页脚，例如：拿不准，打。', max_length=40, null=True, verbose_name='页眉里的话')),
                ('use', models.TextField(verbose_name='什么时候打')),
                ('use_zh_hans', models.TextField(null=True, verbose_name='什么时候打')),
                ('use_zh_hant', models.TextField(null=True, verbose_name='什么时候打')),
                ('use_en', models.TextField(null=True, verbose_name='什么时候打')),
                ('spoken', models.CharField(help_text='朗读时念的字，例如：九六一一零。', max_length=80, verbose_name='怎么念')),
                ('spoken_zh_hans', models.CharField(help_text='朗读时念的字，例如：九六一一零。', max_length=80, null=True, verbose_name='怎么念')),
                ('spoken_zh_hant', models.CharField(help_text='朗读时念的字，例如：九六一一零。', max_length=80, null=True, verbose_name='怎么念')),
                ('spoken_en', models.CharField(help_text='朗读时念的字，例如：九六一一零。', max_length=80, null=True, verbose_name='怎么念')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='号码核对于')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='来源')),
                ('doubt', models.TextField(blank=True, verbose_name='发布前要核实')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='排序')),
            ],
            options={
                'verbose_name': '热线',
                'verbose_name_plural': '热线',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Staff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('role', models.CharField(choices=[('editor', '编辑：写本单位的，交审核'), ('reviewer', '审核人：写，也发布本单位的'), ('administrator', '管理员：管人、单位和热线，也能发布'), ('auditor', '查看人：只看，不改')], default='editor', max_length=20, verbose_name='做什么')),
                ('must_change_password', models.BooleanField(default=False, help_text='用一次性密码进来的人，先换成自己的密码。', verbose_name='下次登录先改密码')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': '工作人员',
                'verbose_name_plural': '工作人员',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='District',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hant_own', models.TextField(blank=True, default='', editable=False, verbose_name='繁體由人写过或看过的字段')),
                ('hant_behind', models.TextField(blank=True, default='', editable=False, verbose_name='繁體还没跟上的字段')),
                ('english_behind', models.TextField(blank=True, default='', editable=False, verbose_name='英文还没跟上的字段')),
                ('slug', models.SlugField(help_text='网址里的一段，小写英文、数字和短横。发布后不要改。', max_length=60, unique=True, verbose_name='网址名')),
                ('name', models.CharField(help_text='例如：青石街道。', max_length=80, verbose_name='名称')),
                ('name_zh_hans', models.CharField(help_text='例如：青石街道。', max_length=80, null=True, verbose_name='名称')),
                ('name_zh_hant', models.CharField(help_text='例如：青石街道。', max_length=80, null=True, verbose_name='名称')),
                ('name_en', models.CharField(help_text='例如：青石街道。', max_length=80, null=True, verbose_name='名称')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='排序')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='office.district', verbose_name='属于')),
            ],
            options={
                'verbose_name': '地区',
                'verbose_name_plural': '地区',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hant_own', models.TextField(blank=True, default='', editable=False, verbose_name='繁體由人写过或看过的字段')),
                ('hant_behind', models.TextField(blank=True, default='', editable=False, verbose_name='繁體还没跟上的字段')),
                ('english_behind', models.TextField(blank=True, default='', editable=False, verbose_name='英文还没跟上的字段')),
                ('slug', models.SlugField(help_text='网址里的一段，小写英文、数字和短横。发布后不要改。', max_length=60, unique=True, verbose_name='网址名')),
                ('name', models.CharField(help_text='写在每一页和每一张纸上。', max_length=80, verbose_name='名称')),
                ('name_zh_hans', models.CharField(help_text='写在每一页和每一张纸上。', max_length=80, null=True, verbose_name='名称')),
                ('name_zh_hant', models.CharField(help_text='写在每一页和每一张纸上。', max_length=80, null=True, verbose_name='名称')),
                ('name_en', models.CharField(help_text='写在每一页和每一张纸上。', max_length=80, null=True, verbose_name='名称')),
                ('phone', models.CharField(blank=True, max_length=20, validators=[awareness.office.models.dialable], verbose_name='电话')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='电话核对于')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='地址')),
                ('address_zh_hans', models.CharField(blank=True, max_length=200, null=True, verbose_name='地址')),
                ('address_zh_hant', models.CharField(blank=True, max_length=200, null=True, verbose_name='地址')),
                ('address_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='地址')),
                ('hours', models.CharField(blank=True, max_length=200, verbose_name='什么时候有人')),
                ('hours_zh_hans', models.CharField(blank=True, max_length=200, null=True, verbose_name='什么时候有人')),
                ('hours_zh_hant', models.CharField(blank=True, max_length=200, null=True, verbose_name='什么时候有人')),
                ('hours_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='什么时候有人')),
                ('about', models.TextField(blank=True, help_text='“关于本站”页的第一段：谁办的，为什么办。', verbose_name='介绍')),
                ('about_zh_hans', models.TextField(blank=True, help_text='“关于本站”页的第一段：谁办的，为什么办。', null=True, verbose_name='介绍')),
                ('about_zh_hant', models.TextField(blank=True, help_text='“关于本站”页的第一段：谁办的，为什么办。', null=True, verbose_name='介绍')),
                ('about_en', models.TextField(blank=True, help_text='“关于本站”页的第一段：谁办的，为什么办。', null=True, verbose_name='介绍')),
                ('record', models.CharField(blank=True, max_length=120, verbose_name='备案号')),
                ('record_zh_hans', models.CharField(blank=True, max_length=120, null=True, verbose_name='备案号')),
                ('record_zh_hant', models.CharField(blank=True, max_length=120, null=True, verbose_name='备案号')),
                ('record_en', models.CharField(blank=True, max_length=120, null=True, verbose_name='备案号')),
                ('is_main', models.BooleanField(default=False, verbose_name='本站主办')),
                ('own_texts', models.BooleanField(default=False, help_text='只有一个人的单位才打开：平时由另一个人审核，错的、漏的少得多。', verbose_name='允许审核人发布自己写的')),
                ('district', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='office.district', verbose_name='地区')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'ordering': ['-is_main', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='NumberChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('number', '换号码'), ('line', '加一条热线'), ('check', '核对过，没有变')], max_length=10, verbose_name='要做什么')),
                ('name', models.CharField(blank=True, max_length=60, verbose_name='名称')),
                ('use', models.TextField(blank=True, verbose_name='什么时候打')),
                ('old', models.CharField(blank=True, max_length=20, verbose_name='原来的号码')),
                ('new', models.CharField(max_length=20, verbose_name='新号码')),
                ('spoken', models.CharField(blank=True, max_length=80, verbose_name='怎么念')),
                ('how', models.CharField(max_length=200, verbose_name='怎么核对的')),
                ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='确认时间')),
                ('refused_at', models.DateTimeField(null=True, verbose_name='不同意的时间')),
                ('refused_reason', models.CharField(blank=True, max_length=200, verbose_name='不同意的原因')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请的人')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='确认的人')),
                ('hotline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='number_changes', to='office.hotline')),
                ('refused_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='不同意的人')),
                ('phone_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='number_changes', to='office.office')),
            ],
            options={
                'verbose_name': '号码变动',
                'verbose_name_plural': '号码变动',
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='staff',
            name='office',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff', to='office.office', verbose_name='单位'),
        ),
        migrations.AddConstraint(
            model_name='office',
            constraint=models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('is_main',), name='one_main_office'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'line'), ('old', ''), ('phone_of__isnull', True), models.Q(models.Q(('confirmed_at__isnull', True), ('hotline__isnull', True)), models.Q(('confirmed_at__isnull', False), ('hotline__isnull', False)), _connector='OR'), models.Q(('name', ''), _negated=True), models.Q(('use', ''), _negated=True)), models.Q(models.Q(('kind', 'line'), _negated=True), models.Q(models.Q(('hotline__isnull', False), ('phone_of__isnull', True)), models.Q(('hotline__isnull', True), ('phone_of__isnull', False)), _connector='OR')), _connector='OR'), name='number_change_about_one'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('how', ''), _negated=True), models.Q(('new', ''), _negated=True)), name='number_change_how'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='number_change_confirmed_whole'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('refused_at__isnull', True), ('refused_by__isnull', True), ('refused_reason', '')), models.Q(('refused_at__isnull', False), ('refused_by__isnull', False), models.Q(('refused_reason', ''), _negated=True)), _connector='OR'), name='number_change_refused_whole'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), ('refused_at__isnull', True), _connector='OR'), name='number_change_one_answer'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='number_change_second_person'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'check'), _negated=True), models.Q(('confirmed_at__isnull', True), ('old', models.F('new')), ('refused_at__isnull', True)), _connector='OR'), name='number_check_waits_for_nobody'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', True), ('refused_at__isnull', True), models.Q(('kind', 'check'), _negated=True)), fields=('hotline',), name='one_waiting_change_a_hotline'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', True), ('refused_at__isnull', True), models.Q(('kind', 'check'), _negated=True)), fields=('phone_of',), name='one_waiting_change_a_phone'),
        ),
        migrations.AddConstraint(
            model_name='numberchange',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', True), ('refused_at__isnull', True), models.Q(('kind', 'check'), _negated=True), ('kind', 'line')), fields=('new',), name='one_waiting_line_a_number'),
        ),
    ]
