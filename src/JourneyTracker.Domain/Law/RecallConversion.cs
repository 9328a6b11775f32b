namespace JourneyTracker.Domain.Law;

/// <summary>What a recall counts as, when the law changed while it was running (REC-06, JT-13).</summary>
internal static class RecallConversion
{
    private const string Exclusions = "recall-56";

    /// <summary>The length that took the place of the one decided; null when hers stands.</summary>
    public static RecallLength? Of(Custody custody, Recall recall, RecallLength decided, DateOnly released, DateOnly ends, LawOfDay law, Working working)
    {
        if (!recall.AsDecided || RecallLength.All.FirstOrDefault(l => l.Code == decided.Becomes) is not { } now || !law.Knows(now.RuleId)) return null;
        var since = LawOfDay.FirstDayOf(now.RuleId);
        if (recall.ReturnedOn is not { } returned || returned > since || recall.RevokedOn >= since || recall.ReleasedOn < since) return null;
        var ownEnd = decided.Days is { } days && OwnEnd(custody, recall, returned, days, released) is var own && own < ends ? own : ends;
        if (ownEnd <= since || custody.Sentences.All(s => s.Section250)) return null;
        if (Excluded(custody, since) is { } reason)
        {
            working.Say(reason.RuleId, $"It was running on {Working.Day(since)} and stays what it was: {reason.Name}.");
            return null;
        }

        working.Say(now.RuleId, $"{decided.Name}, running on {Working.Day(since)}, when recalls of adults became {now.Days} days: it counts as one of {now.Days} days.");
        working.Say("JT-13", $"By its own length it would end on {Working.Day(ownEnd)}. Whether MAPPA, a new charge or another reason of REC-07 stands against the change is not recorded; then its own length counts.");
        return now;
    }

    private static DateOnly OwnEnd(Custody custody, Recall recall, DateOnly returned, int days, DateOnly released)
    {
        var end = returned.AddDays(days - 1 + custody.Credits.AtLargeOnRecall);
        return (recall.FromCurfew && released > end ? released : end).AddDays(recall.AddedSince);
    }

    private static Exclusion? Excluded(Custody custody, DateOnly since) =>
        custody.Sentences.SelectMany(s => Exclusion.Of(s, onRecall: true, Exclusions, since)).FirstOrDefault();
}
