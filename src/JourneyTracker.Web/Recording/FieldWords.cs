using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>What the fields of facts are called on a form. Where the field's own name says it in plain words, it is not listed.</summary>
internal sealed partial class FieldWords(IStringLocalizer<Texts> T)
{
    private static readonly string[] ShortThoughSealed = ["Tool", "Version", "Religion", "SexualOrientation", "Nationality", "JudgedBy"];
    private static readonly string[] LongInTheOpen = ["Purpose", "Times", "MustNotKnow", "Words"];

    public (string Label, string? Hint) Of(Type owner, string field)
    {
        var key = $"{owner.Name}.{field}";
        var text = Police(key) ?? Court(key) ?? Supervision(key) ?? Custody(key) ?? Referral(key) ?? Support(key) ?? Hers(key) ?? Sharing(key) ?? Common(field);
        return text is null ? (Derived(field), null) : (text.Label.Value, text.Hint?.Value);
    }

    /// <summary>Whether a text has several lines.</summary>
    public static bool IsLong(string field, bool isSealed) => isSealed ? !ShortThoughSealed.Contains(field) : LongInTheOpen.Contains(field);

    public string WhenOf(FactKind kind) => kind.Type.Name switch
    {
        nameof(Received) or nameof(Remanded) or nameof(Released) or nameof(Arrested) or nameof(AppointmentKept) or nameof(AppointmentMissed) or nameof(SessionKept) or nameof(SessionMissed) => T["Day"],
        nameof(NeedsAssessed) or nameof(CircumstancesRecorded) or nameof(SafeContact) or nameof(CharacteristicsRecorded) or nameof(ImmigrationStatusRecorded) or nameof(HerViewRecorded) => T["Day you talked"],
        nameof(ConsentGiven) => T["Day she agreed"],
        _ => T["Day it happened"],
    };

    /// <summary>Who reads what is recorded under a kind of fact, as the rules of access have it (docs/access.md).</summary>
    public LocalizedString ReadersOf(FactKind kind) => RecordParts.Of(kind) switch
    {
        RecordPart.General => T["Everybody in the partnership who may know of her reads it."],
        RecordPart.Whereabouts => T["Your agency, coordinators and auditors read it."],
        RecordPart.Police => T["Everybody in the partnership who may know of her reads it. What is kept sealed is read by your agency, the police, prosecutors, courts, probation and auditors."],
        RecordPart.Screening => T["Everybody in the partnership who may know of her sees that there was a screening. What is kept sealed is read by your agency, liaison and diversion and auditors, and by those with whom she shares her health."],
        RecordPart.Court => T["Everybody in the partnership who may know of her reads it. What is kept sealed is read by your agency, the police, prosecutors, courts, probation, prisons and auditors."],
        RecordPart.Supervision or RecordPart.Custody => T["Everybody in the partnership who may know of her reads it. What is kept sealed is read by your agency, probation, prisons and auditors."],
        RecordPart.Casework => T["Your agency, probation, prisons and auditors read it. Services read it without what is kept sealed; police, prosecutors and courts do not."],
        RecordPart.RecallConsidered => T["Your agency, her own keyworker and responsible officer, and auditors read it, nobody else."],
        RecordPart.Hers => T["Your agency and auditors read it, nobody else."],
        _ => T["Your agency and auditors read it, and those with whom she agreed to share it."],
    };

    private FieldText? Common(string field) => field switch
    {
        "Note" or "Detail" => new(T["Anything else"], T["Only what is needed. Kept sealed."]),
        "Why" => new(T["Why"], T["Kept sealed."]),
        "Words" => new(T["In her words"], T["Kept sealed."]),
        "OffenceGroup" => new(T["Kind of offence"]),
        "OffenceOn" => new(T["Day of the offence"], T["Or the first day of a period. Leave it empty if it is not known."]),
        "Force" => new(T["Police force"]),
        "Prison" => new(T["Prison"]),
        "Interpreter" => new(T["Was an interpreter, or another help to understand, there?"]),
        "Understood" => new(T["Does she say that she understood it?"]),
        "ReasonAsked" => new(T["Was she asked why?"], T["Illness, caring, travel, fear and not having been told hide behind absences."]),
        "ReviewOn" => new(T["Day to look at it again"]),
        "NextHearingOn" => new(T["Day she is next before the court"]),
        "EndsOn" => new(T["Last day"], T["That day counts."]),
        "For" => new(T["Which support it is about"], T["You can record support without the story. Kept sealed."]),
        "Mode" => new(T["How did you meet?"]),
        "How" => new(T["How did you meet?"]),
        "Dependants" => new(T["Does anybody depend on her?"]),
        _ => null,
    };

    private static string Derived(string field)
    {
        var words = ValueWords.CodeOf(field).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
