-- Who settles, by age and route: run in the folder of a result that was made with --microdata.
-- 谁落户：按年龄和途径。在用 --microdata 运行的结果文件夹中执行。
--   duckdb < duckdb.sql
SELECT year, route, CASE WHEN age < 30 THEN 'below 30' WHEN age < 60 THEN '30-59' ELSE '60+' END AS ages,
       sum(weight) / count(DISTINCT replicate) AS persons
FROM 'microdata/events.parquet'
WHERE event = 'settlement'
GROUP BY ALL
ORDER BY ALL;

-- Persons with the land of their households, by where they live. / 人及其所属户的承包地，按居住地。
SELECT p.year, p.residence_place, sum(p.weight) AS persons, avg(h.land_mu) AS land_mu
FROM 'microdata/persons.parquet' p
JOIN 'microdata/households.parquet' h USING (replicate, year, household_id)
GROUP BY ALL
ORDER BY ALL;

-- What a column means: its words and unit (categories are in labels.csv). / 各列的名称与单位（类别见 labels.csv）。
SELECT column_name, name_zh, name_en, unit
FROM (SELECT "column" AS column_name, * FROM read_csv('microdata/columns.csv', all_varchar = true))
WHERE file = 'persons';
