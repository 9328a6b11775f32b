using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Facts;

/// <summary>How far her release is prepared, as talked over with her. Recorded again whenever something changes; the latest counts.</summary>
/// <param name="ReleaseOn">The day she is expected to be released; null when not known.</param>
/// <param name="Address">A place to sleep on the first night. Where it is stands in no fact.</param>
/// <param name="Identification">Papers that prove who she is.</param>
/// <param name="BankAccount">A bank account.</param>
/// <param name="MetBy">Who meets her at the gate.</param>
/// <param name="GeneralPractitioner">Registered with a doctor, sealed.</param>
/// <param name="Prescription">A prescription for what she takes, sealed.</param>
/// <param name="Medication">Her medication in her hand at the gate, sealed.</param>
/// <param name="Treatment">Her treatment goes on without a gap, with a first appointment, sealed.</param>
[FactName("release-preparation.v1", "Release prepared", Family.Custody, 4)]
public sealed record ReleasePreparation(
    DateOnly? ReleaseOn = null,
    Readiness Address = Readiness.NotAsked,
    Readiness Identification = Readiness.NotAsked,
    Readiness BankAccount = Readiness.NotAsked,
    MetBy MetBy = MetBy.NotAsked,
    Protected<Readiness>? GeneralPractitioner = null,
    Protected<Readiness>? Prescription = null,
    Protected<Readiness>? Medication = null,
    Protected<Readiness>? Treatment = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with
    {
        GeneralPractitioner = GeneralPractitioner?.Seal(sealer),
        Prescription = Prescription?.Seal(sealer),
        Medication = Medication?.Seal(sealer),
        Treatment = Treatment?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        GeneralPractitioner = GeneralPractitioner?.Open(sealer),
        Prescription = Prescription?.Open(sealer),
        Medication = Medication?.Open(sealer),
        Treatment = Treatment?.Open(sealer),
    };
}

/// <summary>She was let out for a time, on temporary licence. She stays in custody.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="BackOn">The day she is to be back; that day counts. Null when not known.</param>
/// <param name="Outcome">How it went.</param>
[FactName("temporary-release.v1", "Temporary release", Family.Custody, 6)]
public sealed record TemporaryRelease(
    TemporaryReleaseKind Kind = TemporaryReleaseKind.NotRecorded, DateOnly? BackOn = null, TemporaryReleaseOutcome Outcome = TemporaryReleaseOutcome.NotRecorded) : Fact;

/// <summary>Days that count towards a sentence, or are added to it.</summary>
/// <param name="Kind">Which days they are.</param>
/// <param name="Days">How many; at least one.</param>
/// <param name="Sentence">The sentence they belong to; null when the source does not say.</param>
[FactName("time-adjusted.v1", "Days counted or added", Family.Custody, 8)]
public sealed record TimeAdjusted(TimeAdjustment Kind, int Days, FactId? Sentence = null) : Fact;

/// <summary>How far something is ready.</summary>
public enum Readiness
{
    NotAsked,
    Ready,
    InHand,
    NotReady,
    NotNeeded,
    PrefersNotToSay,
}

/// <summary>Who meets her at the gate.</summary>
public enum MetBy
{
    NotAsked,
    NobodyYet,
    Keyworker,
    ProbationPractitioner,
    OtherService,
    SomebodyOfHerOwn,
    NobodyByHerWish,
    PrefersNotToSay,
}

/// <summary>What a temporary release is for.</summary>
public enum TemporaryReleaseKind
{
    NotRecorded,
    ResettlementDay,
    ResettlementOvernight,
    Childcare,
    SpecialPurpose,
}

/// <summary>How a temporary release went.</summary>
public enum TemporaryReleaseOutcome
{
    NotRecorded,
    BackAsAgreed,
    BackLate,
    NotBack,
    ConditionNotCompliedWith,
}

/// <summary>Which days count towards a sentence, or are added to it (rules DAY-08, DAY-10 and DAY-11).</summary>
public enum TimeAdjustment
{
    Remand,
    TaggedBail,
    UnlawfullyAtLarge,
    AdditionalDaysAwarded,
    AdditionalDaysRestored,
}
