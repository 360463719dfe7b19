"""
CSV with numbers for categories, and what reads it with labels in Stata and SPSS:
    python to_stata_and_spss.py RESULT persons [zh|en]
writes persons.csv, persons.do (Stata: do persons.do) and persons.sps (SPSS: INSERT FILE='persons.sps') into RESULT/microdata.

类别写成数字的 CSV，以及 Stata、SPSS 连同标签读入它的程序：
    python to_stata_and_spss.py 结果文件夹 persons zh
在“结果文件夹/microdata”中写出 persons.csv、persons.do（Stata：do persons.do）、persons.sps（SPSS：INSERT FILE='persons.sps'）。
"""
import csv
import sys

import pandas as pd

folder, population = sys.argv[1] + "/microdata/", sys.argv[2]
lang = sys.argv[3] if len(sys.argv) > 3 else "en"
words = "name_" + lang
no_yes = {"en": ("no", "yes"), "zh": ("否", "是")}[lang]


def rows(name):
    with open(folder + name, encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["file"] == population]


columns, labels = rows("columns.csv"), {}
for row in rows("labels.csv"):
    labels.setdefault(row["column"], []).append(row)

table = pd.read_parquet(folder + population + ".parquet", dtype_backend="numpy_nullable")
for name, own in labels.items():
    table[name] = table[name].map({row["label"]: int(row["code"]) for row in own}).astype("Int64")
for name in table.columns[table.dtypes == "boolean"]:
    table[name] = table[name].astype("Int64")
    labels[name] = [{"code": code, words: word} for code, word in enumerate(no_yes)]
table.to_csv(folder + population + ".csv", index=False)

quoted = lambda text: '"' + text.replace('"', "'") + '"'
told = {row["column"]: row[words] + (" (" + row["unit"] + ")" if row["unit"] else "") for row in columns}
with open(folder + population + ".do", "w", encoding="utf-8") as stata:
    stata.write(f"import delimited using {population}.csv, clear encoding(utf-8) asdouble\n")
    for name, label in told.items():
        stata.write(f"label variable {name} {quoted(label)}\n")
    for name, own in labels.items():
        stata.write(f"label define {name} " + " ".join(f"{row['code']} {quoted(row[words])}" for row in own) + "\n")
        stata.write(f"label values {name} {name}\n")
with open(folder + population + ".sps", "w", encoding="utf-8-sig") as spss:
    kinds = " ".join(f"{name} {'F16.4' if name in ('weight', 'land_mu') else 'F16.0'}" for name in table.columns)
    spss.write(f"GET DATA /TYPE=TXT /FILE='{population}.csv' /ENCODING='UTF8' /DELIMITERS=',' /FIRSTCASE=2 /VARIABLES={kinds}.\n")
    for name, label in told.items():
        spss.write(f"VARIABLE LABELS {name} {quoted(label)}.\n")
    for name, own in labels.items():
        spss.write(f"VALUE LABELS {name} " + " ".join(f"{row['code']} {quoted(row[words])}" for row in own) + ".\n")
