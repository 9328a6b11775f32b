namespace JourneyTracker.Domain.Facts;

/// <summary>Her licence was revoked and she was recalled. Until she is back she is "recalled, not returned".</summary>
/// <param name="Kind">Code of the list recall_types: LR for a standard recall, FTR_14, FTR_28, FTR_56 and so on.</param>
/// <param name="LengthInDays">For a fixed-term recall: the number of days, the day of return included; null for a standard one.</param>
/// <param name="Purpose">What the recall is for.</param>
/// <param name="Reason">Code of the list recall_reasons, sealed: some name drugs or alcohol (safeguards S11). Null when not recorded.</param>
/// <param name="RevokedOn">The day her licence was revoked, where that is another day: days at large count from the day after it (rule REC-11).</param>
/// <param name="NotCompliedWith">The licence conditions she is said not to have complied with: codes of the list licence_conditions that say nothing of her health.</param>
/// <param name="HealthConditionsNotCompliedWith">Those about drugs, alcohol or treatment, sealed (safeguards S11).</param>
/// <param name="FromHomeDetentionCurfew">Whether she was on home detention curfew (rule REC-06); null when not known.</param>
[FactName("recalled.v2", "Recalled", Family.Supervision, 4)]
public sealed record Recalled(
    string Kind,
    int? LengthInDays = null,
    RecallPurpose Purpose = RecallPurpose.NotRecorded,
    Protected<string>? Reason = null,
    DateOnly? RevokedOn = null,
    ValueList<string>? NotCompliedWith = null,
    Protected<ValueList<string>>? HealthConditionsNotCompliedWith = null,
    bool? FromHomeDetentionCurfew = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with
    {
        Reason = Reason?.Seal(sealer),
        HealthConditionsNotCompliedWith = HealthConditionsNotCompliedWith?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        Reason = Reason?.Open(sealer),
        HealthConditionsNotCompliedWith = HealthConditionsNotCompliedWith?.Open(sealer),
    };

    public override FormerShape? InFormerShape() =>
        (RevokedOn, NotCompliedWith, HealthConditionsNotCompliedWith, FromHomeDetentionCurfew) == (null, null, null, null) && Reason is null or { IsOpen: true }
            ? new RecalledV1(Kind, LengthInDays, Purpose, Reason?.Value) { HappenedOn = HappenedOn, Matter = Matter }
            : null;
}

/// <summary>A recall as it was stored before it said which conditions it was about, and before its reason was sealed.</summary>
[FormerName("recalled.v1", typeof(Recalled))]
public sealed record RecalledV1(string Kind, int? LengthInDays = null, RecallPurpose Purpose = RecallPurpose.NotRecorded, string? Reason = null) : FormerShape
{
    public override Fact Lift() => new Recalled(Kind, LengthInDays, Purpose, Reason is null ? null : Protected.Of(Reason)) { HappenedOn = HappenedOn, Matter = Matter };
}

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
