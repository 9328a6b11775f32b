namespace JourneyTracker.Domain.Law.Records;

/// <summary>Days that move the dates of a sentence, as her facts record them.</summary>
internal static class RecordedDays
{
    /// <summary>Days at large on a recall follow from its days; other credits are not recorded as facts yet.</summary>
    public static (DayCredits Days, int AddedSince) Of(IReadOnlyList<HeldFact> facts, IReadOnlyList<HeldFact> chain, Recall? recall, int atLargeOnRecall) =>
        (new DayCredits(AtLargeAfterRelease: atLargeOnRecall), 0);
}
