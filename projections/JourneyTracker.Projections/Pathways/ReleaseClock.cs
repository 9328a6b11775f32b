namespace JourneyTracker.Projections.Pathways;

/// <summary>A point after release at which something is asked, as a measure defines it.</summary>
/// <param name="Code">For example first-night.</param>
/// <param name="Metric">The measure in the list of measures.</param>
/// <param name="Question">What is asked, in words.</param>
/// <param name="Asks">Where the answer is looked for.</param>
/// <param name="Months">Months after the release.</param>
/// <param name="Days">Days after the release, when it is not months.</param>
/// <param name="KnownAfterMonths">Months after the release from which the answer can be known, when that is later.</param>
/// <param name="Confidence">How sure the definition is.</param>
public sealed record ReleaseClock(
    string Code, string Metric, string Question, ReleaseQuestion Asks, int Months = 0, int Days = 0, int? KnownAfterMonths = null, string Confidence = "verified")
{
    public static IReadOnlyList<ReleaseClock> All { get; } =
    [
        new("first-night", "M15b", "Housed on the night of release", ReleaseQuestion.Housed),
        new("six-weeks", "M14", "In work six weeks after release", ReleaseQuestion.InWork, Days: 42),
        new("three-months", "M15", "In settled accommodation three months after release", ReleaseQuestion.Settled, Months: 3),
        new("six-months", "M14b", "In work six months after release", ReleaseQuestion.InWork, Months: 6),
        new("twelve-months-recall", "M17b", "Recalled within twelve months of release", ReleaseQuestion.Recalled, Months: 12, Confidence: "local measure, unverified"),
        new("twelve-months-reoffending", "M13", "A proven offence within twelve months of release, proven within eighteen", ReleaseQuestion.Reoffended, Months: 12, KnownAfterMonths: 18),
    ];

    /// <summary>The day that is looked at. Months keep the day of the month, or take the last one there is.</summary>
    public DateOnly AskedOn(DateOnly releasedOn) => releasedOn.AddMonths(Months).AddDays(Days);

    /// <summary>The first day on which the answer can be known: the day after the one that is looked at, for that one must be over.</summary>
    public DateOnly KnownFrom(DateOnly releasedOn) => (KnownAfterMonths is { } months ? releasedOn.AddMonths(months) : AskedOn(releasedOn)).AddDays(1);
}

/// <summary>What is asked at a point.</summary>
public enum ReleaseQuestion
{
    Housed,
    Settled,
    InWork,
    Recalled,
    Reoffended,
}
