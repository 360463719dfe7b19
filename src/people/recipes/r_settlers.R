# Who settles, by age and route: Rscript r_settlers.R RESULT
# 看谁落户（按年龄和途径）：Rscript r_settlers.R 结果文件夹
folder <- file.path(commandArgs(trailingOnly = TRUE)[1], "microdata")
# Parquet where the package arrow is installed, else CSV made of it: duckdb -c "COPY 'persons.parquet' TO 'persons.csv'"
# 装有 arrow 包则读 Parquet，否则读由它转成的 CSV（命令同上）
rows <- function(name) {
  if (requireNamespace("arrow", quietly = TRUE))
    return(as.data.frame(arrow::read_parquet(file.path(folder, paste0(name, ".parquet")))))
  read.csv(file.path(folder, paste0(name, ".csv")), fileEncoding = "UTF-8")
}
events <- rows("events")
settled <- events[events$event == "settlement", ]
settled$ages <- cut(settled$age, c(0, 30, 60, 200), right = FALSE, labels = c("below 30", "30-59", "60+"))
replicates <- length(unique(events$replicate))
print(aggregate(weight ~ year + route + ages, settled, function(weight) sum(weight) / replicates))

# categories as factors with their words, in the order of the model; name_zh has them in Chinese
# 类别作为因子，按模型中的顺序；name_zh 为中文名称
labels <- read.csv(file.path(folder, "labels.csv"), fileEncoding = "UTF-8")
persons <- rows("persons")
for (column in unique(labels$column[labels$file == "persons"])) {
  own <- labels[labels$file == "persons" & labels$column == column, ]
  persons[[column]] <- factor(persons[[column]], levels = own$label, labels = make.unique(own$name_en))
}
print(table(persons$year, persons$education))
