namespace JourneyTracker.Domain.Journal;

/// <summary>Why something was not recorded, in words for the person who sent it.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="What">What is wrong, a whole sentence.</param>
/// <param name="How">How to mend it, a whole sentence.</param>
/// <param name="Where">The field it is about; null when it is about the whole.</param>
public sealed record Refusal(Rule Rule, string What, string How, string? Where = null)
{
    public override string ToString() => $"{What} {How}";
}

/// <summary>Every reason for which a fact can be refused. Merely inconsistent facts are not refused: the data quality fold reports them.</summary>
public enum Rule
{
    Malformed,
    UnknownFact,
    UnknownCode,
    FutureDay,
    ImpossibleDay,
    UnknownPartnership,
    UnknownJourney,
    JourneyExists,
    NotPermitted,
    UnknownFactToCorrect,
    NotTheLatestCorrection,
    AlreadyWithdrawn,
    CannotBeCorrected,
    OtherContentForReference,
    VersionConflict,
    RecordedAtNotAllowed,
    TooLong,
    Busy,
}
