namespace JourneyTracker.Domain.Facts;

/// <summary>
/// Her needs were talked over with her. What she chose not to say is not a need that is absent. Two assessments are compared only when tool and version are
/// the same.
/// </summary>
/// <param name="Tool">The assessment's name, sealed: some names say what she was asked about. Null when none was used.</param>
/// <param name="Version">The version of the tool, sealed with it; null when not known.</param>
/// <param name="Occasion">At what point of her support it was done; null when not recorded.</param>
/// <param name="HigherScore">What a higher score means in this tool; null when not recorded.</param>
/// <param name="Pathways">Answers on pathways that are not sensitive by themselves.</param>
/// <param name="SensitivePathways">Answers on health, drugs and alcohol, abuse, and sex work, sealed (safeguards S3 and S11).</param>
/// <param name="Needs">Answers on the list of complex needs, sealed: most of them are health.</param>
[FactName("needs-assessed.v2", "Needs assessed", Family.Support, 3)]
public sealed record NeedsAssessed(
    Protected<string>? Tool = null,
    Protected<string>? Version = null,
    AssessmentOccasion? Occasion = null,
    ScoreMeaning? HigherScore = null,
    ValueList<PathwayAnswer>? Pathways = null,
    Protected<ValueList<PathwayAnswer>>? SensitivePathways = null,
    Protected<ValueList<ComplexNeed>>? Needs = null) : Fact
{
    /// <summary>Pathways whose answers are always sealed (list pathways).</summary>
    public static IReadOnlySet<string> Sensitive { get; } = new HashSet<string>(StringComparer.Ordinal) { "HEALTH", "SUBSTANCE", "ABUSE", "SEX_WORK" };

    /// <summary>Pathways that are disclosures: hers to share, never "no need" (safeguards S3).</summary>
    public static IReadOnlySet<string> Disclosures { get; } = new HashSet<string>(StringComparer.Ordinal) { "ABUSE", "SEX_WORK" };

    public override Fact Seal(ISealer sealer) => this with
    {
        Tool = Tool?.Seal(sealer),
        Version = Version?.Seal(sealer),
        SensitivePathways = SensitivePathways?.Seal(sealer),
        Needs = Needs?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        Tool = Tool?.Open(sealer),
        Version = Version?.Open(sealer),
        SensitivePathways = SensitivePathways?.Open(sealer),
        Needs = Needs?.Open(sealer),
    };

    public override FormerShape? InFormerShape() => (Version, Needs, Occasion, HigherScore) == (null, null, null, null)
        && !HasScores(Pathways) && !(SensitivePathways is { IsOpen: true } open && HasScores(open.Value))
            ? new NeedsAssessedV1(Tool, Pathways, SensitivePathways) { HappenedOn = HappenedOn, Matter = Matter }
            : null;

    private static bool HasScores(ValueList<PathwayAnswer>? answers) => answers?.Any(a => a.Score is not null) == true;
}

/// <summary>Her answer on one pathway.</summary>
/// <param name="Pathway">Code of the list pathways.</param>
/// <param name="Answer">What she said, or that she was not asked.</param>
/// <param name="Score">The tool's score; null when it gives none, and always null for a disclosure.</param>
public sealed record PathwayAnswer(string Pathway, NeedAnswer Answer, int? Score = null);

/// <summary>Her answer on one complex need.</summary>
/// <param name="Need">Code of the list needs. Domestic abuse is not asked here: it is a disclosure, and stands among the pathways.</param>
/// <param name="Answer">What she said, or that she was not asked.</param>
public sealed record ComplexNeed(string Need, YesNoAnswer Answer);

/// <summary>An answer about support on a pathway.</summary>
public enum NeedAnswer
{
    NotAsked,
    NoSupportNeeded,
    SupportNeeded,
    UrgentSupportNeeded,

    /// <summary>For disclosures: she was asked and shared nothing.</summary>
    AskedNothingShared,

    /// <summary>For disclosures: she chose to share.</summary>
    Shared,
    PrefersNotToSay,
}

/// <summary>At what point of her support needs were talked over.</summary>
public enum AssessmentOccasion
{
    /// <summary>At the beginning: the baseline.</summary>
    Entry,
    Review,

    /// <summary>At the end.</summary>
    Exit,
}

/// <summary>What a higher score means in a tool.</summary>
public enum ScoreMeaning
{
    LessSupportNeeded,
    MoreSupportNeeded,
}
