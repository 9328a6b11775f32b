using JourneyTracker.Domain.Facts;
using static JourneyTracker.Domain.Matters.MatterKind;
using static JourneyTracker.Domain.Matters.Table.Effects;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What the facts of the police do.</summary>
internal static class PoliceLines
{
    public static IReadOnlyList<MatterLine> All { get; } =
    [
        On<Arrested>(Opens(Investigation, Stage.UnderInvestigation)),
        On<AttendedVoluntarily>(Opens(Investigation, Stage.UnderInvestigation)),
        On<LiaisonAndDiversionScreened>(),
        On<ReleasedUnderInvestigation>("a prosecution of the same reference is open", (book, _) => book.IsProsecuted()),
        On<ReleasedUnderInvestigation>(Changes(Investigation, Stage.ReleasedUnderInvestigation)),
        On<PoliceBailed>("a prosecution of the same reference is open", (book, _) => book.IsProsecuted()),
        On<PoliceBailed>(Changes(Investigation, Stage.PoliceBail)),
        On<DiversionConsidered>(),
        On<Diverted>(Closes(Investigation), Opens(Diversion, Stage.Diverted, Ends.Diversion)),
        On<DiversionClosed>("it ended on its set day before", (book, _) => book.EndedByItself(Diversion)),
        On<DiversionClosed>(Closes(Diversion, FindingCode.DiversionClosedNotDiverted)),
        On<CommunityResolution>(Closes(Investigation)),
        On<PenaltyNotice>(Closes(Investigation)),
        On<Cautioned>(Closes(Investigation)),
        On<ConditionallyCautioned>(Closes(Investigation), Opens(OutOfCourtResolution, Stage.OutOfCourtResolution, Ends.Caution)),
        On<ConditionMet>("all conditions are met", f => f.AllMet == true, Closes(OutOfCourtResolution)),
        On<ConditionMet>(),
        On<ConditionNotCompliedWith>(),
        On<NoFurtherAction>(Closes(Investigation)),
        On<ProsecutionStarted>(
            Closes(Investigation), ClosesSame(Diversion), ClosesSame(OutOfCourtResolution), Opens(Prosecution, Stage.BeforeTheCourt)),
    ];
}
