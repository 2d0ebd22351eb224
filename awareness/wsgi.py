"""What each worker of the application server runs.

A worker is a fork of a process that has loaded the site (granian.py): whatever a worker must have
for itself, a thread or work to do at its end, begins here and not in an AppConfig.
"""

import os
from multiprocessing.util import Finalize

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "awareness.settings")
site = get_wsgi_application()

from awareness.page_views import counter  # noqa: E402 - its tables are known by now
from awareness.publishing.scheduling import first_publish_due  # noqa: E402

application = first_publish_due(site)

# Unlike `atexit`, this also runs when a worker ends.
Finalize(None, counter.write_at_exit, exitpriority=1)
