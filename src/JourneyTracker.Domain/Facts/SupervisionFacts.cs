namespace JourneyTracker.Domain.Facts;

/// <summary>Her licence was revoked and she was recalled. Until she is back she is "recalled, not returned".</summary>
/// <param name="Kind">Code of the list recall_types: LR for a standard recall, FTR_14, FTR_28, FTR_56 and so on.</param>
/// <param name="LengthInDays">For a fixed-term recall: the number of days, the day of return included; null for a standard one.</param>
/// <param name="Purpose">What the recall is for.</param>
/// <param name="Reason">Code of the list recall_reasons; null when not recorded.</param>
[FactName("recalled.v1", "Recalled", Family.Supervision, 4)]
public sealed record Recalled(string Kind, int? LengthInDays = null, RecallPurpose Purpose = RecallPurpose.NotRecorded, string? Reason = null) : Fact;

/// <summary>She was returned to custody after a recall.</summary>
/// <param name="Prison">Code of the list womens_prisons; null when not known.</param>
[FactName("returned-to-custody.v1", "Returned to custody", Family.Supervision, 5)]
public sealed record ReturnedToCustody(string? Prison = null) : Fact;

/// <summary>Her licence ended. The day itself is the first without licence.</summary>
[FactName("licence-ended.v1", "Licence ended", Family.Supervision, 8)]
public sealed record LicenceEnded : Fact;

/// <summary>What a recall is for, in the recalling practitioner's own judgement.</summary>
public enum RecallPurpose
{
    NotRecorded,
    ProtectThePublic,
    ProtectHer,
    RestoreContact,
    EnforceConditions,
    Other,
}
