namespace JourneyTracker.Domain.Law;

/// <summary>One date with the working that leads to it.</summary>
/// <param name="Calculated">The date that the law sets.</param>
/// <param name="Actual">The day it is done on: the working day before, where the law says so; else the same.</param>
/// <param name="Steps">In the order in which they were taken.</param>
public sealed record LegalDate(DateKind Kind, DateOnly Calculated, DateOnly Actual, IReadOnlyList<Step> Steps);

/// <summary>What the law of a day says of a sentence. It never replaces the prison's own calculation.</summary>
/// <param name="LawOn">The day whose law it is.</param>
/// <param name="Remarks">What was considered and gives no date, and what is not confirmed.</param>
public sealed record DatesAnswer(DateOnly LawOn, IReadOnlyList<LegalDate> Dates, IReadOnlyList<Step> Remarks)
{
    public LegalDate? Find(DateKind kind) => Dates.FirstOrDefault(d => d.Kind == kind);

    /// <summary>The date the law sets; null when it sets none of that kind.</summary>
    public DateOnly? this[DateKind kind] => Find(kind)?.Calculated;
}
