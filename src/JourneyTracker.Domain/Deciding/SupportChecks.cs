using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with facts of the support family.</summary>
internal static class SupportChecks
{
    private const int MostChildren = 30;

    public static Refusal? Of(Fact fact) => fact switch
    {
        Referred f => Support(f.For, "for") ?? Text(f.Note, "note"),
        ReferralAccepted f => Support(f.For, "for") ?? NotBefore(f, f.FirstAppointmentOn, "firstAppointmentOn"),
        ReferralDeclined f => Support(f.For, "for") ?? Text(f.Why, "why"),
        FirstContact f => Support(f.For, "for"),
        SessionKept f => Support(f.For, "for") ?? Text(f.Note, "note"),
        SessionMissed f => Support(f.For, "for") ?? Text(f.JudgedBy, "judgedBy") ?? Text(f.Note, "note") ?? Judged(f),
        SupportEnded f => Support(f.For, "for") ?? Text(f.Note, "note"),
        NeedsAssessed f => NeedsChecks.Of(f),
        AccommodationStatusRecorded f => NotBefore(f, f.Until, "until"),
        TenancyStatusRecorded f => Text(f.Note, "note") ?? Within(f, f.RentCoveredUntil, "rentCoveredUntil") ?? Within(f, f.NoticeEndsOn, "noticeEndsOn"),
        BenefitStatusRecorded f => Within(f, f.NextPaymentOn, "nextPaymentOn") ?? Within(f, f.EndsOn, "endsOn"),
        DutyToRefer f => Known(CodeList.AgencyTypes, f.By, "by"),
        DutyToReferAnswered f => Text(f.Why, "why"),
        CircumstancesRecorded { Told: { IsOpen: true } told } f => Circumstances(f, told.Value),
        HerViewRecorded f => Support(f.About, "about") ?? Text(f.Words, "words"),
        PanelActionAgreed f => Text(f.Action, "action") ?? Known(CodeList.AgencyTypes, f.Who, "who") ?? NotBefore(f, f.DueOn, "dueOn"),
        PanelActionDone f => Text(f.Note, "note"),
        EngagementTold f => Text(f.WorkingOn, "workingOn") ?? Text(f.WouldHelp, "wouldHelp"),
        ServicesToldEachOther { Services: { IsOpen: true } services } => AllKnown(CodeList.AgencyTypes, services.Value, "services"),
        PartInCase { Matter: not null } => new(
            Rule.Malformed, "A case is named: what she is to it could be joined with what she is accused of.", "Leave the matter out.", "matter"),
        Contact f => Slug(f.Type, "type") ?? Text(f.Detail, "detail"),
        _ => null,
    };

    private static Refusal? Support(Protected<SupportFor>? support, string field) => support is not { IsOpen: true } ? null
        : Known(CodeList.AgencyTypes, support.Value.Service, field + ".service") ?? AllKnown(CodeList.Pathways, support.Value.Pathways ?? [], field + ".pathways");

    /// <summary>Safeguards S2: an absence counts only after its reason was asked and found not acceptable by a named person.</summary>
    private static Refusal? Judged(SessionMissed f)
    {
        if (f.Judgement == SessionMissedJudgement.NotJudged) return null;
        if (f.Reason is null || f.Reason is { IsOpen: true, Value: SessionMissedReason.NotAsked })
            return new(Rule.Malformed, "The reason was judged before she was asked for it.", "Ask her first; until then leave the judgement out.", "judgement");
        if (f.Judgement == SessionMissedJudgement.Acceptable) return null;
        if (f.Reason is { IsOpen: true, Value: SessionMissedReason.NoAnswer or SessionMissedReason.CancelledByService or SessionMissedReason.NotTold })
            return new(Rule.Malformed, "That reason cannot be found not acceptable.", "Leave the judgement out, or record the reason she gave.", "judgement");
        return f.JudgedBy is null || f.JudgedBy is { IsOpen: true } by && string.IsNullOrWhiteSpace(by.Value)
            ? new(Rule.Malformed, "Nobody is named who found the reason not acceptable.", "Name the person who judged.", "judgedBy")
            : null;
    }

    private static Refusal? Circumstances(Fact fact, Circumstances told)
    {
        if (told.Children is { } children && (children.Number is < 0 or > MostChildren || children.EnteredCare is < 0 or > MostChildren))
            return new(Rule.Malformed, "That number of children cannot be.", "Check the number.", "told.children");
        return told.Pregnancy?.DueOn is { } due ? Within(fact, due, "told.pregnancy.dueOn") : null;
    }
}
