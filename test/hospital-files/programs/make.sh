#!/bin/sh
# Makes the files of this folder anew: each program writes the three tables of the sample centre Caen by the command
# that stands here and in README.md. Needs LibreOffice Calc, R, Python with pandas and openpyxl, PostgreSQL, SQLite;
# PostgreSQL does not start as root: then its commands run as the user postgres.
set -eu
cd "$(dirname "$0")"
centre="$PWD/../../cohort/thesis/caen"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
chmod 755 "$work"
mkdir -p r pandas libreoffice postgresql sqlite

Rscript make.R "$centre"
python3 make.py "$centre" "$work"

# The numbers: separator, quotation mark, encoding (1: Windows-1252, 76: UTF-8, 65535: UTF-16), ..., cells as shown.
calc() { # name region workbooks numbers
  mkdir -p "$work/$2/user"
  cat > "$work/$2/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$2</value></prop></item></oor:items>
END
  for table in patients pairs lesions; do
    cp "$work/$3-$table.xlsx" "$work/$1-$table.xlsx"
    soffice "-env:UserInstallation=file://$work/$2" --headless \
      --convert-to "csv:Text - txt - csv (StarCalc):$4" --outdir libreoffice "$work/$1-$table.xlsx" > /dev/null 2>> "$work/warnings"
  done
}
calc french fr-FR days-first 59,34,1,1,,0,false,true
calc american en-US with-times 44,34,76,1,,0,false,true
calc tab fr-FR days-first 9,34,76,1,,0,true,true
calc utf-16 fr-FR days-first 9,34,65535,1,,0,false,true

if [ "$(id -u)" = 0 ]; then as='runuser -u postgres --' && chown postgres "$work"; else as=''; fi
$as initdb --pgdata "$work/data" --encoding UTF8 --locale C --auth trust > /dev/null
$as pg_ctl --pgdata "$work/data" --options "-k $work -c listen_addresses=''" --log "$work/log" --wait start > /dev/null
sql() { $as psql --host "$work" --dbname postgres --quiet --set ON_ERROR_STOP=1 --command "$1"; }
sql "$(cat tables.sql)"
for table in patients pairs lesions; do
  sql "COPY $table FROM STDIN (FORMAT csv, HEADER)" < "$centre/$table.csv"
  sql "COPY $table TO STDOUT (HEADER)" > "postgresql/copy-text-$table.csv"
  sql "COPY $table TO STDOUT (FORMAT csv, HEADER)" > "postgresql/copy-csv-$table.csv"
  sql "SET datestyle = German; COPY $table TO STDOUT (FORMAT csv, HEADER, DELIMITER ';', NULL 'NULL', FORCE_QUOTE *)" \
    > "postgresql/copy-csv-german-$table.csv"
done
$as pg_ctl --pgdata "$work/data" --wait stop > /dev/null

base="$work/study.db"
sqlite3 "$base" < tables.sql
for table in patients pairs lesions; do
  sqlite3 "$base" ".import --csv --skip 1 $centre/$table.csv $table"
  # What was blank is NULL, and SQLite's yes and no are 1 and 0.
  sqlite3 "$base" "SELECT 'UPDATE $table SET ' || name || ' = ' ||
    CASE type WHEN 'boolean' THEN 'CASE ' || name || ' WHEN ''yes'' THEN 1 WHEN ''no'' THEN 0 END'
    ELSE 'nullif(' || name || ', '''')' END || ';' FROM pragma_table_info('$table')" | sqlite3 "$base"
  sqlite3 -csv -header "$base" "SELECT * FROM $table" > "sqlite/csv-$table.csv"
  sqlite3 -tabs -header -nullvalue NULL "$base" "SELECT * FROM $table" > "sqlite/tabs-$table.csv"
done
