# What R says of simulated data, kept beside the tests so that they need no R: tests/JourneyTracker.Tests/Outcomes/R.
# Made by    Rscript tests/r/outcomes.R    with R 4.2.2, survival 3.5-3, pROC 1.18.0, sandwich 3.0-2 and MatchIt 4.5.1
# (Debian 12: r-base-core r-cran-survival r-cran-proc r-cran-sandwich r-cran-matchit). Nobody in it is real: every row is drawn here.
suppressPackageStartupMessages({ library(survival); library(pROC); library(sandwich); library(MatchIt) })
set.seed(20260401)
folder <- "tests/JourneyTracker.Tests/Outcomes/R"
number <- function(x) ifelse(is.na(x), "", sprintf("%.15g", x))
write <- function(data, name) {
  data[] <- lapply(data, function(x) if (is.numeric(x)) number(x) else ifelse(is.na(x), "", as.character(x)))
  write.csv(data, file.path(folder, name), row.names = FALSE, quote = FALSE, eol = "\n")
}

# One proportion and two.
counts <- data.frame(events = c(0, 1, 7, 81, 263, 10, 499, 56), n = c(10, 29, 7, 263, 263, 148, 1000, 70))
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
write(cbind(counts, t(mapply(function(x, n) setNames(wilson(x, n), c("low", "high")), counts$events, counts$n))), "wilson.csv")
two <- data.frame(x1 = c(56, 9, 10, 5, 0, 120), n1 = c(70, 10, 10, 56, 10, 400), x0 = c(48, 3, 1, 0, 2, 90), n0 = c(80, 10, 20, 29, 10, 500))
compare <- function(x1, n1, x0, n0) {
  w1 <- wilson(x1, n1); w0 <- wilson(x0, n0); p1 <- x1 / n1; p0 <- x0 / n0; z <- qnorm(.975)
  ratio <- if (x0 > 0) p1 / p0 else NA
  half <- if (x1 > 0 && x0 > 0) z * sqrt((1 - p1) / x1 + (1 - p0) / x0) else NA
  c(difference = p1 - p0, difference_low = p1 - p0 - sqrt((p1 - w1[1])^2 + (w0[2] - p0)^2), difference_high = p1 - p0 + sqrt((w1[2] - p1)^2 + (p0 - w0[1])^2),
    ratio = ratio, ratio_low = ratio * exp(-half), ratio_high = ratio * exp(half))
}
write(cbind(two, t(mapply(compare, two$x1, two$n1, two$x0, two$n0))), "two_proportions.csv")

# Follow-up with competing causes, ties, censoring and delayed entry.
n <- 160
recall <- rexp(n, c(1 / 300, 1 / 200, 1 / 450)[rep(1:3, length.out = n)]); licence <- rexp(n, 1 / 400); death <- rexp(n, 1 / 3000); end <- runif(n, 60, 700)
first <- pmin(recall, licence, death, end)
women <- data.frame(group = c("A", "B", "C")[rep(1:3, length.out = n)], until = ceiling(first / 5) * 5,
  cause = ifelse(first == end, NA, ifelse(first == recall, "recall", ifelse(first == licence, "licence ended", "died"))))
women$from <- ifelse(runif(n) < .4, floor(runif(n) * women$until), NA)
write(women, "follow_up.csv")
women$happened <- women$cause %in% "recall"
women$start <- ifelse(is.na(women$from), -1, women$from)
times <- c(1, 30, 90, 180, 365, 600)
curve <- function(fit, set, scale) {
  s <- summary(fit, times = times)
  data.frame(set = set, scale = scale, day = s$time, at_risk = s$n.risk, survival = s$surv, std_err = s$std.err, low = s$lower, high = s$upper)
}
km <- list(); quantiles <- list()
for (scale in c("log", "log-log")) for (g in c("ALL", "A", "B", "C")) {
  some <- if (g == "ALL") women else women[women$group == g, ]
  plain <- survfit(Surv(until, happened) ~ 1, some, conf.type = scale)
  km <- c(km, list(curve(plain, g, scale), curve(survfit(Surv(start, until, happened) ~ 1, some, conf.type = scale), paste(g, "delayed"), scale)))
  if (scale == "log") quantiles <- c(quantiles, list(data.frame(set = g, share = c(.1, .25, .5, .75), day = as.vector(quantile(plain, c(.1, .25, .5, .75))$quantile))))
}
write(do.call(rbind, km), "kaplan_meier.csv")
# A curve that runs level at a half and at three quarters: R takes the middle of the level stretch.
level <- survfit(Surv(c(10, 20, 35, 60), c(1, 1, 1, 0)) ~ 1)
quantiles <- c(quantiles, list(data.frame(set = "level", share = c(.25, .5, .75), day = as.vector(quantile(level, c(.25, .5, .75))$quantile))))
write(do.call(rbind, quantiles), "quantiles.csv")
test <- survdiff(Surv(until, happened) ~ group, women)
write(data.frame(group = c("A", "B", "C"), n = as.vector(test$n), observed = test$obs, expected = test$exp, chisq = test$chisq, p = pchisq(test$chisq, 2, lower.tail = FALSE)), "log_rank.csv")

state <- factor(ifelse(is.na(women$cause), "censored", women$cause), c("censored", "died", "licence ended", "recall"))
incidence <- function(fit, set, scale) {
  s <- summary(fit, times = times)
  do.call(rbind, lapply(2:4, function(k) data.frame(set = set, scale = scale, day = s$time, cause = s$states[k], event_free = s$pstate[, 1], incidence = s$pstate[, k],
    std_err = s$std.err[, k], low = s$lower[, k], high = s$upper[, k])))
}
write(rbind(incidence(survfit(Surv(until, state) ~ 1, women, conf.type = "log"), "plain", "log"), incidence(survfit(Surv(until, state) ~ 1, women, conf.type = "log-log"), "plain", "log-log"),
  incidence(survfit(Surv(start, until, state) ~ 1, cbind(women, id = 1:n), id = id, conf.type = "log"), "delayed", "log")), "cumulative_incidence.csv")

# Scores: few values, so that there are ties.
outcomes <- data.frame(score = sample(1:10, 150, TRUE)); outcomes$happened <- as.integer(runif(150) < outcomes$score / 14)
write(outcomes, "scores.csv")
area <- roc(outcomes$happened, outcomes$score, direction = "<", quiet = TRUE)
write(data.frame(area = as.numeric(area$auc), std_err = sqrt(var(area)), low = as.numeric(ci.auc(area))[1], high = as.numeric(ci.auc(area))[3]), "area_under_curve.csv")

# A series with a jump and a bend.
steps <- 48; change <- 30; t <- 0:(steps - 1); after <- as.integer(t >= change)
series <- data.frame(value = round(120 + .8 * t - 15 * after - 1.1 * pmax(0, t - change) + as.vector(arima.sim(list(ar = .4), steps, sd = 4)), 3))
write(series, "series.csv")
fit <- lm(value ~ t + after + pmax(0, t - change), series)
segmented <- function(lag) {
  se <- sqrt(diag(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE))); b <- coef(fit); df <- fit$df.residual
  data.frame(lag = lag, term = c("level", "slope", "level change", "slope change"), estimate = b, std_err = se, p = 2 * pt(-abs(b / se), df), low = b - qt(.975, df) * se, high = b + qt(.975, df) * se)
}
write(do.call(rbind, lapply(c(0, 3, 6), segmented)), "segmented_regression.csv")

# Matching: MatchIt chooses by the distances that are documented, worked out here.
m <- 90
pool <- data.frame(key = sprintf("W%03d", 1:m), treated = as.integer(runif(m) < .35), area = sample(c("north", "south"), m, TRUE), age = round(rnorm(m, 35, 9)), priors = rpois(m, 2))
pool$age <- pool$age + 4 * pool$treated
write(pool, "matching.csv")
spread <- function(v) sqrt((var(v[pool$treated == 1]) + var(v[pool$treated == 0])) / 2)
distance <- as.matrix(dist(cbind(pool$age / spread(pool$age), pool$priors / spread(pool$priors))))
dimnames(distance) <- list(rownames(pool), rownames(pool))
for (caliper in c(NA, .4)) {
  # MatchIt takes no caliper with distances of one's own: what is too far is made further than anything.
  matched <- matchit(treated ~ age + priors, pool, method = "nearest", exact = ~area, distance = distance, m.order = "data")
  pairs <- data.frame(treated = pool$key[as.integer(rownames(matched$match.matrix))], control = pool$key[as.integer(matched$match.matrix[, 1])])
  if (!is.na(caliper)) {
    free <- pool$treated == 0; pairs$control <- NA
    for (i in which(pool$treated == 1)) {
      near <- ifelse(free & pool$area == pool$area[i], distance[i, ], Inf)
      if (min(near) <= caliper) { pairs$control[pairs$treated == pool$key[i]] <- pool$key[which.min(near)]; free[which.min(near)] <- FALSE }
    }
  }
  kept <- pairs[!is.na(pairs$control), ]
  smd <- function(v, s) c(before = mean(v[pool$treated == 1]) - mean(v[pool$treated == 0]), after = mean(v[match(kept$treated, pool$key)]) - mean(v[match(kept$control, pool$key)])) / s
  balance <- rbind(smd(1 * (pool$area == "north"), spread(1 * (pool$area == "north"))), smd(1 * (pool$area == "south"), spread(1 * (pool$area == "south"))), smd(pool$age, spread(pool$age)), smd(pool$priors, spread(pool$priors)))
  name <- if (is.na(caliper)) "any" else "caliper"
  write(pairs, paste0("pairs_", name, ".csv"))
  write(data.frame(covariate = c("area: north", "area: south", "age", "priors"), balance), paste0("balance_", name, ".csv"))
}

# Differences within pairs, skewed as costs are.
paired <- data.frame(met = round(rexp(40, 1 / 300), 2), not_met = round(rexp(40, 1 / 420), 2))
write(paired, "paired.csv")
test <- t.test(paired$met, paired$not_met, paired = TRUE)
write(data.frame(mean = as.numeric(test$estimate), low = test$conf.int[1], high = test$conf.int[2]), "paired_mean.csv")
