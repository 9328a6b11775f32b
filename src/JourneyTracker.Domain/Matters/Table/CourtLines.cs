using JourneyTracker.Domain.Facts;
using static JourneyTracker.Domain.Matters.MatterKind;
using static JourneyTracker.Domain.Matters.Table.Effects;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What the facts of the courts do.</summary>
internal static class CourtLines
{
    private static readonly Effect Sentence = Closes(Prosecution, FindingCode.SentencedWithoutProsecution);

    private static readonly Effect EndsRemand = Does("ends a remand or sentence that no prison has carried out; from a prison she is released by the prison's own record", book => book.CloseUnreceived());

    public static IReadOnlyList<MatterLine> All { get; } =
    [
        On<HearingHeld>(),
        On<BailInformationReport>(),
        On<PreSentenceReport>(),
        On<DefenceRaised>(),
        On<Bailed>(
            OpensUnlessOpen(Prosecution, Stage.BeforeTheCourt, FindingCode.BailedWithoutProsecution),
            Does("ends a remand that no prison has carried out", book => book.CloseUnreceivedRemand())),
        On<Remanded>(Does("opens custody when none is open: remanded", book =>
        {
            if (book.Latest(Custody) is null) book.OpenCustody(CustodyBasis.Remand, received: false);
        })),
        On<Acquitted>(Closes(Prosecution, FindingCode.ProsecutionEndedNotOpen), Does("ends a remand that no prison has carried out", book => book.CloseUnreceivedRemand())),
        On<Discontinued>(Closes(Prosecution, FindingCode.ProsecutionEndedNotOpen), Does("ends a remand that no prison has carried out", book => book.CloseUnreceivedRemand())),
        On<Convicted>(Changes(Prosecution, Stage.AwaitingSentence, FindingCode.ConvictedWithoutProsecution)),
        On<BreachProceedings>(),
        On<OrderRevoked>(Closes(Order, FindingCode.OrderEndedNotOpen)),
        On<Sentenced>("the sentence is deferred", f => f.Disposal == "DEFERRED", Changes(Prosecution, Stage.AwaitingSentence, FindingCode.SentencedWithoutProsecution)),
        On<Sentenced>(
            "the disposal is immediate custody",
            f => f.Disposal is "IMMEDIATE_CUSTODY" or "EDS" or "SOPC" or "LIFE_IPP",
            Sentence,
            Does("changes custody on remand to: in custody (sentenced); opens it when she is not in custody", BeginSentence)),
        On<Sentenced>(
            "the disposal is a community order",
            f => f.Disposal == "CO",
            Sentence,
            Opens(Order, Stage.CommunityOrder, Ends.CommunityOrder, FindingCode.OrderWithoutLength),
            EndsRemand),
        On<Sentenced>(
            "the disposal is a suspended sentence order",
            f => f.Disposal == "SSO",
            Sentence,
            Opens(Order, Stage.SuspendedSentence, Ends.SuspendedSentence, FindingCode.OrderWithoutLength),
            EndsRemand),
        On<Sentenced>(Sentence, EndsRemand),
        On<OrderCompleted>(Closes(Order, FindingCode.OrderEndedNotOpen)),
    ];

    private static void BeginSentence(MatterBook book)
    {
        if (book.OnRemand() is { } remand) book.ChangeBasis(remand, CustodyBasis.Sentence);
        else if (book.Latest(Custody) is null) book.OpenCustody(CustodyBasis.Sentence, received: false);
    }
}
