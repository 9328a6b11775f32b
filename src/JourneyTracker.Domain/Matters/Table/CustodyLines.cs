using JourneyTracker.Domain.Facts;
using static JourneyTracker.Domain.Matters.MatterKind;
using static JourneyTracker.Domain.Matters.Table.Effects;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>What the facts of the prisons do.</summary>
internal static class CustodyLines
{
    public static IReadOnlyList<MatterLine> All { get; } =
    [
        On<ReleasePreparation>(),
        On<Received>(
            "the basis is recall and she is not in custody on recall yet",
            (book, f) => f.Basis == CustodyBasis.Recall && !book.InCustodyOnRecall(),
            SupervisionLines.BackOnRecall(),
            Receives()),
        On<Received>(Receives()),
        On<Released>("she was released again after a recall on the same day", (book, _) => book.ReReleasedToday()),
        On<Released>(
            "on licence or on home detention curfew",
            (_, f) => f.Kind is ReleaseKind.OnLicence or ReleaseKind.OnHomeDetentionCurfew,
            Leaves(),
            Closes(Licence),
            Opens(Licence, Stage.OnLicence, Ends.Licence, FindingCode.LicenceWithoutEnd)),
        On<Released>(
            "on bail",
            (_, f) => f.Kind == ReleaseKind.OnBail,
            Leaves(),
            OpensUnlessOpen(Prosecution, Stage.BeforeTheCourt, FindingCode.BailedWithoutProsecution)),
        On<Released>("the case ended", (_, f) => f.Kind == ReleaseKind.CaseEnded, Leaves(), Closes(Prosecution)),
        On<Released>(Leaves()),
        On<CustodyBasisChanged>(Does<CustodyBasisChanged>(
            "changes custody to the stage of the new basis; opens it when she is not in custody", ChangeBasis, FindingCode.BasisChangedNotInCustody)),
        On<Transferred>("she is not in custody", (book, _) => book.Latest(Custody) is null, Finds(FindingCode.TransferredNotInCustody)),
        On<Transferred>(),
        On<UnitPlaceApplied>(),
        On<UnitPlaceDecided>(),
        On<CustodySafetyIncident>(),
        On<TemporaryRelease>(),
        On<TimeAdjusted>(),
    ];

    /// <summary>She left custody.</summary>
    public static Effect Leaves() => Does(
        "closes every recall; closes custody: every stay when it has no reference, else the stay of its reference and whatever no prison has received her for",
        book => book.CloseStays(),
        FindingCode.ReleasedNotInCustody);

    private static Effect Receives() => Does<Received>(
        "changes the custody that a court or a recall opened, or the stay of the same reference, to the stage of the basis; else opens custody", Receive, FindingCode.ReceivedWhileInCustody);

    private static void Receive(MatterBook book, Received reception)
    {
        if (reception.Basis == CustodyBasis.NotKnown) book.Find(FindingCode.CustodyBasisNotKnown);
        if (book.AwaitingReception() is { } expected) book.Adopt(expected, reception.Basis);
        else if (book.SameStay() is { } already)
        {
            book.Find(FindingCode.ReceivedWhileInCustody);
            book.ChangeBasis(already, reception.Basis);
        }
        else
        {
            book.CompareWithOtherStays();
            book.OpenCustody(reception.Basis, received: true);
        }
    }

    private static void ChangeBasis(MatterBook book, CustodyBasisChanged change)
    {
        if (change.Basis == CustodyBasis.NotKnown) book.Find(FindingCode.CustodyBasisNotKnown);
        if (book.Matching(Custody) is [.., var held])
        {
            book.ChangeBasis(held, change.Basis);
            return;
        }

        book.Find(FindingCode.BasisChangedNotInCustody);
        if (!book.LeftCustodyToday()) book.OpenCustody(change.Basis, received: true);
    }
}
