"""pandas' own spellings, and the workbook that LibreOffice opens. Called by make.sh: centre, folder of the workbooks."""

import sys
from pathlib import Path

import pandas

centre, workbooks = map(Path, sys.argv[1:])
for table in ["patients", "pairs", "lesions"]:
    rows = pandas.read_csv(centre / f"{table}.csv", dtype={"patient_id": str})
    for name in rows.columns:
        if rows[name].dropna().isin(["yes", "no"]).all() and rows[name].notna().any():
            rows[name] = rows[name].astype(object).map({"yes": True, "no": False})
        if name.endswith("_date"):
            rows[name] = pandas.to_datetime(rows[name])
    rows.to_csv(f"pandas/to_csv-{table}.csv", index=False)
    rows.to_csv(f"pandas/to_csv-french-{table}.csv", index=False, sep=";", decimal=",", encoding="cp1252",
                date_format="%d/%m/%Y", na_rep="NC")
    rows.to_excel(workbooks / f"with-times-{table}.xlsx", index=False)
    with pandas.ExcelWriter(workbooks / f"days-first-{table}.xlsx", engine="openpyxl") as workbook:
        rows.to_excel(workbook, index=False)
        for cell in (cell for line in workbook.book.active.iter_rows() for cell in line if cell.is_date):
            cell.number_format = "DD/MM/YYYY"
