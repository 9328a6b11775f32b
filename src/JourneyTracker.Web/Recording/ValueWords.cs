using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>The answers of a closed list in the code, in words. What says that nothing was asked or written down comes last: it is never the first thing to tap.</summary>
internal sealed class ValueWords(IStringLocalizer<Texts> T)
{
    private static readonly string[] Silent = ["PrefersNotToSay", "NotKnown", "NotRecorded", "NotDecided", "NotJudged", "NotConsidered", "NotAsked"];

    public IReadOnlyList<Choice> Of(Type answers) =>
        [.. Enum.GetNames(answers).OrderBy(n => Array.IndexOf(Silent, n)).Select(n => new Choice(CodeOf(n), Label(answers, n), Hint(answers, n)?.Value))];

    public static string CodeOf(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private string Label(Type answers, string name) => (answers.Name, name) switch
    {
        (nameof(ImmigrationStatus), "BritishOrIrish") => T["British or Irish"],
        (nameof(BenefitKind), "CarersAllowance") => T["Carer's allowance"],
        (nameof(EmploymentStatus), "SelfEmployed") => T["Self-employed"],
        (nameof(CasePart), "FamilyOfVictim") => T["Somebody close to her was the victim"],
        (nameof(ChildrenCaredForBy), "Her") => T["She does"],
        (nameof(ChildrenCaredForBy), "WithHerInCustody") => T["With her in a mother and baby unit"],
        (nameof(ChildrenCaredForBy), "OtherParent") => T["Their other parent"],
        (nameof(ConsentCondition), "None") => T["Nothing was attached"],
        (nameof(DisclosureAnswer) or nameof(NeedAnswer), "AskedNothingShared") => T["Asked, and she shared nothing"],
        (nameof(DisclosureAnswer) or nameof(NeedAnswer), "Shared") => T["She chose to share"],
        (nameof(SafeWay), "Text") => T["Text message"],
        (nameof(SafeWay), "ThroughKeyworker") => T["Through her keyworker or another person she named"],
        (nameof(SafeWay), "AtTheWomensCentre") => T["At the women's centre"],
        (nameof(AssessmentOccasion), "Entry") => T["At the beginning"],
        (nameof(AssessmentOccasion), "Exit") => T["At the end"],
        (nameof(SupportEndReason), "HerChoice") => T["She chose to stop"],
        (nameof(SupportEndReason), "OutOfTouch") => T["The service could not reach her any more"],
        (nameof(SessionMissedReason), "NotTold") => T["She had not been told, or was told another day"],
        (nameof(SessionMissedReason), "CancelledByService") => T["The service cancelled"],
        (nameof(SessionMissedReason), "NoAnswer") => T["She could not be reached to ask"],
        (_, "PrefersNotToSay") => T["She prefers not to say"],
        (_, "DeclinedByHer") => T["She declined"],
        _ => Derived(name),
    };

    private LocalizedString? Hint(Type answers, string name) => (answers.Name, name) switch
    {
        (nameof(AccommodationStatus), "Settled") => T["A lasting home"],
        (nameof(AccommodationStatus), "Temporary") => T["A roof for now: a placement, supported housing, staying with others"],
        (nameof(AccommodationStatus), "NotHoused") => T["Rough sleeping, a shelter, an emergency hostel, a campsite or a squat"],
        (nameof(AccommodationKind), "Refuge") => T["That it is a refuge, never where"],
        (nameof(SharingScope), "Attendance") => T["Attended or not attended, nothing else"],
        (nameof(SharingScope), "Engagement") => T["What support she has, and how it goes"],
        (nameof(SharingScope), "Children") => T["Never part of another one"],
        (nameof(SharingScope), "Abuse") => T["Domestic and sexual abuse. Never part of another one"],
        (nameof(SharingScope), "SexWork") => T["Prostitution or sex work. Never part of another one"],
        (nameof(SharingGround), "Safeguarding") => T["Somebody is in danger. It overrides her choice and needs a reason"],
        (nameof(SessionMissedJudgement), "NotAcceptable") => T["Only after she was asked, and by a named person"],
        (nameof(AbsenceFinding), "Unacceptable") => T["Only after she was asked, and by a named person"],
        (nameof(CorrectionReason), "WrongWoman") => T["It is about somebody else"],
        (nameof(CorrectionReason), "LearntLater") => T["Something became known that was not known then"],
        _ => null,
    };

    private static string Derived(string name)
    {
        var words = CodeOf(name).Replace('-', ' ').Replace("womens", "women's", StringComparison.Ordinal);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
