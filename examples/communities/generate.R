# Makes the tables of many rows of rural-town and enterprise: Rscript generate.R (R 4.2.2, UTF-8). Run it in examples/communities.
# Injury records are drawn from the synthetic register of riverside, so that codes, ages and dates go together; the number
# of a year and the weights of causes and ages are the town's own. Goals and projects take their figures from what was drawn.
set.seed(20090114)
register <- read.csv("../riverside/injuries.csv", colClasses = "character")
register$data_source <- NULL
bands <- c(paste(seq(0, 80, 5), seq(4, 84, 5), sep = "-"), "85+")
years <- 2022:2024

write_rows <- function(data, folder, name) {
  data$data_source <- "synthetic"
  write.csv(data, file.path("..", folder, name), row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

population <- function(folder, shape, totals, male) {
  shape <- shape / sum(shape)
  data <- do.call(rbind, lapply(seq_along(years), function(k) data.frame(
    year = years[k], sex = rep(c("male", "female"), each = 18), age_group = rep(bands, 2),
    persons = pmax(1, round(totals[k] * c(male * shape, (1 - male) * shape))))))
  write_rows(data, folder, "population.csv")
  data
}

injuries <- function(folder, letter, numbers, cause_weight, old_weight) {
  weight <- ifelse(register$cause %in% names(cause_weight), cause_weight[register$cause], 1)
  weight <- weight * ifelse(as.integer(register$age) >= 65, old_weight, 1)
  data <- do.call(rbind, lapply(seq_along(years), function(k) {
    rows <- which(substr(register$date, 1, 4) == years[k])
    drawn <- register[sort(sample(rows, numbers[k], replace = FALSE, prob = weight[rows])), ]
    drawn[order(drawn$date, drawn$hour), ]
  }))
  data$record_id <- sprintf("%s%05d", letter, seq_len(nrow(data)))
  write_rows(data, folder, "injuries.csv")
  data
}

accidents <- function(folder, counts) {
  data <- do.call(rbind, lapply(names(counts), function(domain) do.call(rbind, lapply(seq_along(years), function(k) {
    n <- counts[[domain]][k]
    data.frame(domain = domain, date = as.character(sort(as.Date(sprintf("%d-01-05", years[k])) + sample(0:355, n))),
               deaths = rbinom(n, 1, if (domain == "traffic") 0.05 else 0), serious_injuries = rbinom(n, 1, 0.2),
               minor_injuries = rpois(n, 0.8), direct_loss_10k_yuan = round(rexp(n, 0.4), 1))
  }))))
  data <- data[order(data$date), ]
  write_rows(cbind(record_id = sprintf("A%03d", seq_len(nrow(data))), data), folder, "accidents.csv")
}

survey <- function(folder, n, known, satisfied) {
  answers <- data.frame(respondent_id = sprintf("S%03d", seq_len(n)))
  for (name in names(known)) answers[[name]] <- ifelse(runif(n) < known[[name]], "yes", "no")
  for (name in names(satisfied)) {
    p <- satisfied[[name]]
    answers[[name]] <- sample(1:5, n, replace = TRUE, prob = c(0.04, 0.10, 1 - p - 0.14, p * 0.55, p * 0.45))
  }
  write_rows(answers, folder, "survey.csv")
  answers
}

assessment <- function(folder) {
  grade <- function(p) sample(c("a", "b", "c"), 50, replace = TRUE, prob = p)
  presence <- grade(c(0.6, 0.35, 0.05))
  lower <- function(above, p) ifelse(runif(50) < p & above != "c", chartr("ab", "bc", above), above)
  trace <- lower(presence, 0.35)
  effect <- lower(trace, 0.25)
  data <- data.frame(indicator = sprintf("I%02d", 1:50), presence = presence, trace = trace, effect = effect)
  write.csv(data, file.path("..", folder, "assessment.csv"), row.names = FALSE, quote = FALSE, eol = "\n")
}

premises <- function(folder, classes, names) {
  number <- rep(seq_along(classes), classes)
  data <- data.frame(id = sprintf("S%02d", seq_along(number)),
    class = c("shop", "school", "hospital", "restaurant", "hotel", "entertainment", "internet-cafe", "beauty-bath",
              "production")[number],
    name = paste0(names[number], " ", sequence(classes)), hazard = "", status = ifelse(runif(length(number)) < 0.06, "closed", "open"),
    last_inspection = as.character(as.Date("2024-03-01") + sample(0:290, length(number), replace = TRUE)),
    inspected_by = "网格员 grid staff")
  write.csv(data, file.path("..", folder, "small-premises.csv"), row.names = FALSE, quote = FALSE, eol = "\n")
}

# What is held each month: project, setting, title, department, usual number of participants.
activities <- function(folder, kinds) {
  days <- seq(as.Date("2023-02-15"), as.Date("2024-12-15"), by = "month")
  rows <- lapply(seq_along(days), function(i) {
    held <- kinds[c((i - 1) %% nrow(kinds), (2 * i) %% nrow(kinds)) + 1, ]
    held <- held[!duplicated(held$project), ]
    data.frame(date = days[i] + sample(-8:8, nrow(held)), held[, c("setting", "department", "title", "project")],
               participants = rpois(nrow(held), held$people), volunteers = 2 + rpois(nrow(held), 4))
  })
  data <- do.call(rbind, rows)
  data <- data[order(data$date), ]
  data <- data.frame(id = sprintf("V%02d", seq_len(nrow(data))), date = as.character(data$date),
    recorded_on = as.character(data$date + sample(1:9, nrow(data), replace = TRUE)), data[, -1])
  write.csv(data, file.path("..", folder, "activities.csv"), row.names = FALSE, quote = FALSE, eol = "\n")
}

# Rate of falls of people of 65 and over, and its numerator, of a year.
elderly_falls <- function(people, records, year) {
  low <- as.integer(sub("[-+].*", "", people$age_group))
  falls <- sum(records$cause == "3" & as.integer(records$age) >= 65 & substr(records$date, 1, 4) == year)
  c(falls, round(1e5 * falls / sum(people$persons[people$year == year & low >= 65]), 1))
}

share <- function(answers) round(100 * mean(answers == "yes"), 1)

fill <- function(folder, values) {
  for (name in c("goals.csv", "projects.csv")) {
    text <- readLines(paste0(folder, "-", name), encoding = "UTF-8")
    for (key in names(values)) text <- gsub(paste0("{", key, "}"), values[[key]], text, fixed = TRUE)
    writeLines(text, file.path("..", folder, name), useBytes = TRUE)
  }
}

# Rural town.
people <- population("rural-town", c(880, 1010, 990, 900, 640, 760, 900, 980, 930, 1020, 1480, 1620, 1500, 1380, 1060, 720, 480, 350),
                     c(18640, 18520, 18410), 0.506)
records <- injuries("rural-town", "R", c(341, 306, 288), c("10" = 2.5, "11" = 2, "1" = 1.3), 1.6)
accidents("rural-town", list(production = c(2, 1, 1), traffic = c(14, 12, 9), fire = c(11, 8, 6), "public-security" = c(5, 4, 4)))
answers <- survey("rural-town", 520, c(knows_emergency_number = 0.88, knows_pesticide_storage = 0.74, knows_safe_community = 0.61),
                  c(satisfied_overall = 0.71))
assessment("rural-town")
premises("rural-town", c(22, 4, 5, 11, 3, 1, 1, 4, 9), c("杂货店 grocery", "学校 school", "卫生室 clinic", "饭馆 restaurant",
         "旅店 inn", "歌厅 karaoke", "网吧 internet cafe", "理发店 hairdresser", "作坊 workshop"))
activities("rural-town", data.frame(
  project = c("P1", "P2", "P3", "P4", "P5", "P6"), setting = c("village", "site", "school", "village", "home", "enterprise"),
  department = c("供电所 power office", "农机站 machinery station", "中心校 central school", "消防队 fire team", "卫生院 health centre", "安监办 safety office"),
  title = c("用电入户检查 wiring visits", "农机操作培训 machinery course", "防溺水课 water-safety lesson", "柴草堆清理 straw cleared", "老人入户巡访 visits to old people", "企业安全例会 enterprise meeting"),
  people = c(40, 55, 160, 70, 45, 30)))
before <- elderly_falls(people, records, 2022)
after <- elderly_falls(people, records, 2024)
fill("rural-town", list(falls0 = before[1], falls1 = after[1], rate0 = before[2], rate1 = after[2],
     target = 10 * round(before[2] * 0.08), known = share(answers$knows_safe_community)))

# Enterprise-led community.
people <- population("enterprise", c(420, 510, 520, 480, 620, 810, 860, 840, 720, 700, 780, 690, 520, 430, 290, 170, 90, 50),
                     c(9480, 9440, 9510), 0.548)
records <- injuries("enterprise", "E", c(138, 121, 112), c("4" = 1.5, "7" = 2.5, "6" = 1.5), 0.8)
accidents("enterprise", list(production = c(6, 4, 3), traffic = c(8, 6, 5), fire = c(4, 3, 2), "public-security" = c(2, 2, 1)))
answers <- survey("enterprise", 420, c(knows_emergency_number = 0.94, knows_gas_alarm = 0.83, knows_safe_community = 0.72),
                  c(satisfied_overall = 0.78))
assessment("enterprise")
premises("enterprise", c(9, 3, 2, 7, 2, 1, 1, 3, 2), c("商店 shop", "学校 school", "职工医院 hospital", "食堂饭店 restaurant",
         "招待所 guest house", "职工俱乐部 staff club", "网吧 internet cafe", "浴室 bath", "维修点 repair shop"))
activities("enterprise", data.frame(
  project = c("P1", "P2", "P3", "P4", "P5"), setting = c("enterprise", "enterprise", "home", "home", "school"),
  department = c("炼钢厂 steel plant", "运输部 transport", "离退休办 office of the retired", "房管处 housing office", "子弟学校 school"),
  title = c("班前安全讲话 talk before the shift", "通勤安全日 commuting day", "平衡操班 balance class", "燃气入户检查 gas visits", "安全课 safety lesson"),
  people = c(65, 90, 38, 55, 180)))
before <- elderly_falls(people, records, 2022)
after <- elderly_falls(people, records, 2024)
fill("enterprise", list(falls0 = before[1], falls1 = after[1], rate0 = before[2], rate1 = after[2],
     target = 10 * round(before[2] * 0.08), known = share(answers$knows_safe_community)))
