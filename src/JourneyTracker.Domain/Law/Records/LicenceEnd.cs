namespace JourneyTracker.Domain.Law.Records;

/// <summary>When a licence ends by law, for a release whose record does not say.</summary>
public static class LicenceEnd
{
    /// <summary>
    /// The last day of her licence, that day included: the latest end of the sentences she was serving when released (LIC-01, ENG-01).
    /// Null when no sentence with a length is recorded, or she was released without licence.
    /// </summary>
    /// <param name="facts">In the order in which they happened.</param>
    /// <param name="released">The day of release; the law of that day applies.</param>
    public static LegalDate? Of(IReadOnlyList<HeldFact> facts, DateOnly released)
    {
        var serving = RecordedCustodies.Of(facts).Where(c => c.Custody.First.On <= released && c.LastDay >= released).Select(c => c.Custody).ToList();
        if (serving.Count == 0) return null;
        var answer = ReleaseDates.OfConcurrent(serving, LawOfDay.Of(released));
        return answer.Find(DateKind.SentenceAndLicenceEnd) ?? answer.Find(DateKind.LicenceEnd);
    }
}
