"""How long until a recall after a first release on licence, from the tables of ./journey outcomes export --format csv. Python 3 and its standard library alone.

Usage: python3 recalls.py FOLDER
"""
import csv
import datetime
import os
import sys


def rows(folder, table):
    with open(os.path.join(folder, table + ".csv"), newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def day(text):
    return datetime.date.fromisoformat(text)


def follow_up(folder):
    """For each woman the days from her first spell on licence until she was recalled, or until the licence or the data ended."""
    end = max(day(fact["recorded_on"]) for fact in rows(folder, "fact"))
    women = {}
    for spell in rows(folder, "spell"):
        if spell["stage"] == "on-licence" and spell["person"] not in women:
            until = day(spell["until_day"]) if spell["until_day"] else end
            women[spell["person"]] = [day(spell["from_day"]), until, False, spell["until_day"]]
        elif spell["stage"].startswith(("recalled", "in-custody-on-recall")) and spell["person"] in women:
            woman = women[spell["person"]]
            woman[2] = woman[2] or spell["from_day"] == woman[3]
    return [((until - start).days, recalled) for start, until, recalled, _ in women.values()]


def kaplan_meier(times, at):
    survival = 1.0
    for t in sorted({days for days, happened in times if happened}):
        if t > at:
            break
        survival *= 1 - sum(1 for d, h in times if h and d == t) / sum(1 for d, _ in times if d >= t)
    return survival


times = follow_up(sys.argv[1])
print(f"{len(times)} women, {sum(happened for _, happened in times)} recalled during their first licence")
for at in (30, 90, 180):
    print(f"not recalled after {at} days: {kaplan_meier(times, at):.4f}")
