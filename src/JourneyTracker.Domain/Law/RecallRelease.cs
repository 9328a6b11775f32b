namespace JourneyTracker.Domain.Law;

/// <summary>When a recall ends in release.</summary>
public static class RecallRelease
{
    /// <summary>Days unlawfully at large: from the day after the licence was revoked to the day before she was back (REC-11).</summary>
    public static int DaysAtLarge(DateOnly revoked, DateOnly returned) => Math.Max(0, returned.DayNumber - revoked.DayNumber - 1);

    internal static IEnumerable<LegalDate> Of(Custody custody, ServedTerm term, LawOfDay law, DateOnly released, DateOnly ends, Working remarks)
    {
        if (custody.Recall is not { } recall) yield break;
        if (RecallLength.All.FirstOrDefault(l => l.Code == recall.Kind) is not { } length)
        {
            remarks.Say("REC-09", $"No length of a recall of kind {recall.Kind} stands in our tables.");
            yield break;
        }

        if (!law.Knows(length.RuleId))
        {
            remarks.Say(length.RuleId, $"{length.Name} was not yet in the law of {Working.Day(law.Day)}.");
            yield break;
        }

        var working = new Working();
        recall = recall with { FromCurfew = recall.FromCurfew || length.FromCurfew };
        if (RecallConversion.Of(custody, recall, length, released, ends, law, working) is { } now) length = now;
        if (length.Days is not { } days)
        {
            working.Say(length.RuleId, $"A standard recall lasts to the end of the sentence, {Working.Day(ends)}, unless she is released before.");
            yield return Dated.Finish(DateKind.PostRecallRelease, ends, working);
            yield break;
        }

        if (recall.ReturnedOn is not { } returned)
        {
            remarks.Say("REC-10", "She is recalled, not returned: the days count from the day she is back in custody.");
            yield break;
        }

        if (!law.Holds(length.RuleId, recall.RevokedOn ?? returned) && !IsServing(recall, length, returned))
            working.Say(length.RuleId, $"By our tables this length does not belong to a recall of {Working.Day(recall.RevokedOn ?? returned)}; it is worked out as recorded.");
        yield return Dated.Finish(DateKind.PostRecallRelease, Date(custody, recall, length, days, returned, term, released, ends, working), working);
    }

    private static DateOnly Date(Custody custody, Recall recall, RecallLength length, int days, DateOnly returned, ServedTerm term, DateOnly released, DateOnly ends, Working working)
    {
        var date = returned.AddDays(days - 1);
        working.Say("REC-10", $"{days} days from her return on {Working.Day(returned)}, that day included: {Working.Day(date)}.");
        if (custody.Credits.AtLargeOnRecall > 0)
        {
            date = date.AddDays(custody.Credits.AtLargeOnRecall);
            working.Say("REC-10", $"{Working.Days(custody.Credits.AtLargeOnRecall)} unlawfully at large since her return are added: {Working.Day(date)}.");
        }

        var since = LawOfDay.FirstDayOf(length.RuleId);
        if (IsServing(recall, length, returned))
        {
            var tranche = Tranche.Of(length.Tranches, term.Start, term.LastDay);
            if (tranche.On > date) date = tranche.On;
            working.Say(length.RuleId, $"She was back by {Working.Day(since)}: not before {Working.Day(tranche.On)}, the day of tranche {tranche.Number} for a sentence of {Working.Days(term.Days)}.");
        }

        if (recall.FromCurfew && released > date)
        {
            date = released;
            working.Say("REC-06", $"She was on home detention curfew: not before her release date {Working.Day(released)}.");
        }

        if (recall.AddedSince > 0)
        {
            date = date.AddDays(recall.AddedSince);
            working.Say("REC-10", $"{Working.Days(recall.AddedSince)} awarded are added: {Working.Day(date)}.");
        }

        if (date <= ends) return date;
        working.Say("REC-10", $"Never after the end of the sentence, {Working.Day(ends)}.");
        return ends;
    }

    /// <summary>Whether she was already back in custody on recall when the length came in, and it reached her by tranches.</summary>
    private static bool IsServing(Recall recall, RecallLength length, DateOnly returned) =>
        length.Tranches.Length > 0 && LawOfDay.FirstDayOf(length.RuleId) is var since && returned <= since && recall.RevokedOn != since;
}
