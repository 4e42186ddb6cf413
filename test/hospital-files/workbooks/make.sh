#!/bin/sh
# Makes the workbooks of this folder anew from the sample centre Caen: pandas' own, and one of a whole centre as a hospital
# keeps it, saved by LibreOffice. Needs Python with pandas and openpyxl, LibreOffice Calc, and npm ci.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
npx node --input-type=module > "$work/titles.json" -e "
  import { TABLES } from '#shared/tables/tables.ts';
  const titles = ({ columns }) => columns.map(({ name, title }) => [name, title.fr]);
  console.log(JSON.stringify(Object.fromEntries(
    Object.entries(TABLES).map(([table, definition]) => [table, Object.fromEntries(titles(definition))]))));"
python3 make.py ../../cohort/thesis/caen "$work"
soffice "-env:UserInstallation=file://$work/user" --headless --convert-to xlsx --outdir . "$work/caen-with-two-errors.xlsx" > /dev/null
