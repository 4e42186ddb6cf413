"""The workbooks of make.sh. Called by it: centre, folder with the columns' French titles and for what LibreOffice opens."""

import json
import sys
from datetime import date
from pathlib import Path

import pandas

centre, work = map(Path, sys.argv[1:])
titles = json.loads((work / "titles.json").read_text())
SHEETS = {"patients": "Patients", "pairs": "Couples TDM-IRM", "lesions": "Lésions"}


def typed(table):
    """A table with ids as text, and with days and logical values as a workbook has them."""
    rows = pandas.read_csv(centre / f"{table}.csv", dtype={"patient_id": str})
    for name in rows.columns:
        if rows[name].dropna().isin(["yes", "no"]).all() and rows[name].notna().any():
            rows[name] = rows[name].astype(object).map({"yes": True, "no": False})
        if name.endswith("_date"):
            rows[name] = pandas.to_datetime(rows[name])
    return rows


with pandas.ExcelWriter(work / "caen-with-two-errors.xlsx", engine="openpyxl", datetime_format="DD/MM/YYYY") as workbook:
    notes = pandas.DataFrame([["Fichier de suivi, ne pas diffuser"], ["Relu le"], [date(2021, 3, 4)]])
    notes.to_excel(workbook, sheet_name="À lire", index=False, header=False)
    for table, sheet in SHEETS.items():
        rows = typed(table)
        rows.to_excel(workbook, sheet_name=sheet, index=False, header=[titles[table][name] for name in rows.columns])
        page = workbook.sheets[sheet]
        page.freeze_panes = "B2"
        page.auto_filter.ref = page.dimensions
    patients = workbook.sheets[SHEETS["patients"]]
    patients["B4"] = "Z"
    patients["D6"] = "31/02/2019"
    codes = pandas.DataFrame({"code": ["G1", "G2", "G3"], "sens": ["bas grade", "grade moyen", "haut grade"]})
    codes.to_excel(workbook, sheet_name="Codes", index=False)
    workbook.sheets["Codes"].sheet_state = "hidden"

for table in SHEETS:
    typed(table).to_excel(f"pandas-{table}.xlsx", index=False)
