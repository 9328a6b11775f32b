# The same as recalls.py, with R 4 and its survival package.
# Usage: Rscript recalls.R FOLDER
library(survival)
folder <- commandArgs(trailingOnly = TRUE)[1]
spells <- read.csv(file.path(folder, "spell.csv"), colClasses = "character")
end <- max(as.Date(read.csv(file.path(folder, "fact.csv"), colClasses = "character")$recorded_on))
spells <- spells[order(spells$person, as.integer(spells$seq)), ]
first <- spells[spells$stage == "on-licence" & !duplicated(paste(spells$person, spells$stage)), ]
recalls <- spells[grepl("^(recalled|in-custody-on-recall)", spells$stage), ]
recalled <- paste(first$person, first$until_day) %in% paste(recalls$person, recalls$from_day)
until <- as.Date(ifelse(first$until_day == "", as.character(end), first$until_day))
days <- as.integer(until - as.Date(first$from_day))
cat(length(days), "women,", sum(recalled), "recalled during their first licence\n")
curve <- summary(survfit(Surv(days, recalled) ~ 1), times = c(30, 90, 180))
cat(sprintf("not recalled after %d days: %.4f\n", as.integer(curve$time), curve$surv), sep = "")
