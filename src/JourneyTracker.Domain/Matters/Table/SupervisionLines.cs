using JourneyTracker.Domain.Facts;
using static JourneyTracker.Domain.Matters.MatterKind;
using static JourneyTracker.Domain.Matters.Table.Effects;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What the facts of probation do.</summary>
internal static class SupervisionLines
{
    public static IReadOnlyList<MatterLine> All { get; } =
    [
        On<ConditionsSet>(),
        On<ConditionsExplained>(),
        On<AppointmentKept>(),
        On<AppointmentMissed>(),
        On<Warned>(),
        On<RecallConsidered>(),
        On<Recalled>(ClosesEvery(Licence, FindingCode.RecalledNotOnLicence), Opens(Recall, Stage.RecalledNotReturned)),
        On<RecallExplained>(),
        On<ReturnedToCustody>("she is in custody on recall already", (book, _) => book.InCustodyOnRecall()),
        On<ReturnedToCustody>(BackOnRecall(), Does("opens custody: in custody on recall", book => book.OpenCustody(CustodyBasis.Recall, received: false))),
        On<ReReleased>(
            CustodyLines.Leaves(),
            Closes(Licence),
            Opens(Licence, Stage.OnLicence, Ends.Licence, FindingCode.LicenceWithoutEnd)),
        On<LicenceEnded>(Closes(Licence, FindingCode.LicenceEndedNotOnLicence)),
        On<PostSentenceSupervisionStarted>(
            "it is 11 May 2026 or later (rule PSS-02)",
            f => f.HappenedOn.Day >= Ends.SupervisionRepealed,
            Finds(FindingCode.SupervisionAfterRepeal)),
        On<PostSentenceSupervisionStarted>(Closes(Licence), Opens(PostSentenceSupervision, Stage.PostSentenceSupervision, Ends.Supervision)),
        On<PostSentenceSupervisionBreached>(),
        On<PostSentenceSupervisionEnded>(Closes(PostSentenceSupervision, FindingCode.SupervisionEndedNotOpen)),
    ];

    /// <summary>She is back in custody on recall: the recall that was out is over, and so is any licence, should nobody have recorded the recall.</summary>
    public static Effect BackOnRecall() => Does(
        "closes every recall and every licence",
        book =>
        {
            book.CloseOr(Recall, FindingCode.ReturnedNotRecalled);
            book.CloseAll(Recall);
            book.CloseAll(Licence);
        },
        FindingCode.ReturnedNotRecalled);
}
