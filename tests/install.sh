#!/bin/sh
# What tests and checks need beyond Python: a browser, Chinese and Latin fonts, PDF tools, what the press draws with, gettext, PostgreSQL.
set -e
missing=""
for tool in chromium chromium-headless-shell; do
    command -v $tool >/dev/null 2>&1 || missing="$missing $tool"
done
command -v xgettext >/dev/null 2>&1 || missing="$missing gettext"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
fc-list 2>/dev/null | grep -q "Noto Sans CJK" || missing="$missing fontconfig fonts-noto-cjk"
# A Latin face as wide as Arial, which readers have: without one a browser takes a wider one.
fc-list 2>/dev/null | grep -q "Liberation Sans" || missing="$missing fontconfig fonts-liberation"
command -v pg_virtualenv >/dev/null 2>&1 && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 ||
    missing="$missing postgresql"
for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; do
    dpkg-query -W -f '${Status}' $package 2>/dev/null | grep -q "ok installed" ||
        missing="$missing $package"
done
[ -z "$missing" ] && exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
echo "Installing:$missing"
# Tests start a PostgreSQL of their own; Debian would start another one at every boot.
clusters=/etc/postgresql-common/createcluster.conf
[ -e $clusters ] ||
    echo "create_main_cluster = false" | $sudo install -D -m 644 /dev/stdin $clusters
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
