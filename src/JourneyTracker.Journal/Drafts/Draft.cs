using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Drafts;

/// <summary>What somebody typed of a fact and has not recorded yet.</summary>
/// <param name="Id">Changes when the one before was recorded.</param>
/// <param name="Of">What it is a draft of.</param>
/// <param name="SavedAt">When it was last kept.</param>
/// <param name="Recorded">The fact that was recorded from it; then nothing typed is left.</param>
/// <param name="Typed">What was typed, by field; empty in lists.</param>
public sealed record Draft(Guid Id, DraftOf Of, DateTimeOffset SavedAt, FactId? Recorded, IReadOnlyDictionary<string, string[]> Typed)
{
    /// <summary>For how many days it is kept after it was last changed.</summary>
    public const int Days = 14;

    /// <summary>Never what was typed.</summary>
    public override string ToString() => $"draft {Id} of {Of}";
}

/// <summary>What something is a draft of. A person has one of each.</summary>
/// <param name="Journey">Whose journey.</param>
/// <param name="Kind">The stored name of the kind without its version: a draft outlives a change of the form.</param>
/// <param name="Corrects">The fact that is to be corrected; null for a new one.</param>
public sealed record DraftOf(JourneyId Journey, string Kind, FactId? Corrects = null)
{
    public static DraftOf A(FactKind kind, JourneyId journey, FactId? corrects) => new(journey, KindOf(kind), corrects);

    /// <summary>The newest kind of that name; null when there is none any more.</summary>
    public FactKind? Newest => FactCatalogue.All.FirstOrDefault(k => KindOf(k) == Kind);

    private static string KindOf(FactKind kind) => kind.Name[..kind.Name.LastIndexOf(".v", StringComparison.Ordinal)];
}
