using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>A case with what the law gives.</summary>
internal sealed record CaseResult(CaseRow Case, DatesAnswer Answer)
{
    public static CaseResult Of(CaseRow row) => new(row, ReleaseDates.Of(row.Custody, row.Law));

    /// <summary>The date of that kind as the law sets it, before it moves to a working day; null when there is none.</summary>
    public DateOnly? Got(string kind) => Answer.Dates.FirstOrDefault(d => d.Kind.Code == kind)?.Calculated;

    /// <summary>Stated dates that the law gives otherwise.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; } =
        [.. Row(Case, Answer)];

    public bool Agrees => Disagreements.Count == 0;

    /// <summary>Whether every day agrees, even where it is named otherwise: a release with or without licence falls on the same day.</summary>
    public bool AgreesOnDays => Disagreements.All(d => Got(OtherName(d.Kind)) == d.Expected);

    private static string OtherName(string kind) => kind switch
    {
        "CRD" => "ARD",
        "ARD" => "CRD",
        "SLED" => "SED",
        "SED" => "SLED",
        _ => kind,
    };

    private static IEnumerable<Disagreement> Row(CaseRow row, DatesAnswer answer) =>
        from stated in row.Expected
        let got = answer.Dates.FirstOrDefault(d => d.Kind.Code == stated.Key)?.Calculated
        where got != stated.Value
        select new Disagreement(stated.Key, stated.Value, got);
}

/// <summary>A date that a case states and the law gives otherwise.</summary>
/// <param name="Kind">The code of its kind.</param>
/// <param name="Got">Null when the law gives none.</param>
internal sealed record Disagreement(string Kind, DateOnly Expected, DateOnly? Got);
