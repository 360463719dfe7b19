"""
Who settles, by age and route, with pandas: python pandas_settlers.py RESULT
用 pandas 看谁落户（按年龄和途径）：python pandas_settlers.py 结果文件夹
"""
import json
import sys

import pandas as pd
import pyarrow.parquet as pq

folder = sys.argv[1] + "/microdata/"
events = pd.read_parquet(folder + "events.parquet")
settled = events[events["event"] == "settlement"]
replicates = events["replicate"].nunique()
ages = pd.cut(settled["age"], [0, 30, 60, 200], right=False, labels=["below 30", "30-59", "60+"])
print(settled.groupby(["year", "route", ages], observed=True)["weight"].sum() / replicates)

# identities stay whole numbers, gaps and all, with pandas' own types / 用 pandas 自己的类型，标识即使有缺失也仍是整数
persons = pd.read_parquet(folder + "persons.parquet", dtype_backend="numpy_nullable")
households = pd.read_parquet(folder + "households.parquet", dtype_backend="numpy_nullable")
both = persons.merge(households, on=["replicate", "year", "household_id"], suffixes=("", "_of_household"))
assert len(both) == len(persons)
print(both.groupby(["year", "residence_place"])["land_mu"].mean())

# what a column means is in the file itself / 各列的含义就在文件里
about = json.loads(pq.read_metadata(folder + "persons.parquet").metadata[b"luohu"])
for column in about["columns"]:
    print(column["name"], "|", column["label"]["zh"], "|", column["label"]["en"], "|", column["unit"] or "")
