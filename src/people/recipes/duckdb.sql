-- Who settles, by age and route: run in the folder of a result that was made with --microdata.
--   duckdb < duckdb.sql
SELECT year, route, CASE WHEN age < 30 THEN 'below 30' WHEN age < 60 THEN '30-59' ELSE '60+' END AS ages,
       sum(weight) / count(DISTINCT replicate) AS persons
FROM 'microdata/events.parquet'
WHERE event = 'settlement'
GROUP BY ALL
ORDER BY ALL;

-- Persons with the land of their households, by where they live.
SELECT p.year, p.residence_place, sum(p.weight) AS persons, avg(h.land_mu) AS land_mu
FROM 'microdata/persons.parquet' p
JOIN 'microdata/households.parquet' h USING (replicate, year, household_id)
GROUP BY ALL
ORDER BY ALL;

-- What a column means: its words, unit and categories.
SELECT column_name, name_zh, name_en, unit
FROM (SELECT "column" AS column_name, * FROM read_csv('microdata/columns.csv', all_varchar = true))
WHERE file = 'persons';
