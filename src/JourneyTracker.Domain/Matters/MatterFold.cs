using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Matters;

/// <summary>
/// Which fact opens, changes and closes which matter. Facts are taken in the order in which they happened; one that does not fit is a finding,
/// never a refusal, and is folded in the way most likely to be true.
/// </summary>
public sealed class MatterFold
{
    private readonly MatterBook book = new();

    private MatterFold()
    {
    }

    /// <summary>Her matters, and what in her records does not fit.</summary>
    public static (IReadOnlyList<Matter> Matters, IReadOnlyList<Finding> Findings) Of(EffectiveJourney journey)
    {
        var fold = new MatterFold();
        foreach (var fact in journey.Facts) fold.Take(fact);
        foreach (var loose in journey.LooseCorrections) fold.book.Find(FindingCode.CorrectionOfNothing, loose.Fact.HappenedOn.Day, loose.Id);
        return fold.book.Result();
    }

    private void Take(EffectiveFact effective)
    {
        book.Begin(effective);
        switch (effective.Fact)
        {
            case Arrested or AttendedVoluntarily:
                book.Open(MatterKind.Investigation, Stage.UnderInvestigation);
                break;
            case Diverted:
                book.Close(MatterKind.Investigation);
                book.Open(MatterKind.Diversion, Stage.Diverted);
                break;
            case DiversionClosed:
                book.CloseOr(MatterKind.Diversion, FindingCode.DiversionClosedNotDiverted);
                break;
            case Cautioned:
                book.Close(MatterKind.Investigation);
                break;
            case ConditionallyCautioned caution:
                book.Close(MatterKind.Investigation);
                book.Open(MatterKind.OutOfCourtResolution, Stage.OutOfCourtResolution, DayAfter(caution.ConditionsEndOn ?? caution.Conditions.Max(c => c.DueOn)));
                break;
            case ProsecutionStarted:
                book.Close(MatterKind.Investigation);
                book.CloseSame(MatterKind.Diversion);
                book.CloseSame(MatterKind.OutOfCourtResolution);
                book.Open(MatterKind.Prosecution, Stage.BeforeTheCourt);
                break;
            case Remanded:
                if (book.Latest(MatterKind.Custody) is null) book.OpenCustody(CustodyBasis.Remand, received: false);
                break;
            case Sentenced sentence:
                Take(sentence, effective.Day);
                break;
            case Received reception:
                Receive(reception.Basis);
                break;
            case CustodyBasisChanged change:
                if (change.Basis == CustodyBasis.NotKnown) book.Find(FindingCode.CustodyBasisNotKnown);
                if (book.Matching(MatterKind.Custody) is [.., var held]) book.ChangeBasis(held, change.Basis);
                else
                {
                    book.Find(FindingCode.BasisChangedNotInCustody);
                    if (!book.LeftCustodyToday()) book.OpenCustody(change.Basis, received: true);
                }

                break;
            case Transferred:
                if (book.Latest(MatterKind.Custody) is null) book.Find(FindingCode.TransferredNotInCustody);
                break;
            case Released release:
                Take(release);
                break;
            case Recalled:
                book.CloseOr(MatterKind.Licence, FindingCode.RecalledNotOnLicence);
                book.CloseAll(MatterKind.Licence);
                book.Open(MatterKind.Recall, Stage.RecalledNotReturned);
                break;
            case ReturnedToCustody:
                if (book.InCustodyOnRecall()) break;
                BackOnRecall();
                book.OpenCustody(CustodyBasis.Recall, received: false);
                break;
            case LicenceEnded:
                book.CloseOr(MatterKind.Licence, FindingCode.LicenceEndedNotOnLicence);
                break;
            case MovedPartnership { Direction: MoveDirection.To }:
                foreach (var kind in Enum.GetValues<MatterKind>()) book.CloseAll(kind);
                break;
        }
    }

    private void Take(Sentenced sentence, DateOnly day)
    {
        if (sentence.Disposal == "DEFERRED" && book.Matching(MatterKind.Prosecution) is [.., var deferred])
        {
            book.Change(deferred, Stage.AwaitingSentence);
            return;
        }

        book.CloseOr(MatterKind.Prosecution, FindingCode.SentencedWithoutProsecution);
        switch (sentence.Disposal)
        {
            case "DEFERRED":
                book.Open(MatterKind.Prosecution, Stage.AwaitingSentence);
                return;
            case "IMMEDIATE_CUSTODY" or "EDS" or "SOPC" or "LIFE_IPP":
                if (book.OnRemand() is { } remand) book.ChangeBasis(remand, CustodyBasis.Sentence);
                else if (book.Latest(MatterKind.Custody) is null) book.OpenCustody(CustodyBasis.Sentence, received: false);
                return;
            case "CO":
                if (sentence.Length is null) book.Find(FindingCode.OrderWithoutLength);
                book.Open(MatterKind.Order, Stage.CommunityOrder, DayAfter(sentence.Length?.LastDay(day)));
                break;
            case "SSO":
                if (sentence.OperationalPeriod is null) book.Find(FindingCode.OrderWithoutLength);
                book.Open(MatterKind.Order, Stage.SuspendedSentence, DayAfter(sentence.OperationalPeriod?.LastDay(day)));
                break;
        }

        // A sentence that is not custody ends a remand that no prison has carried out; from a prison she is released by the prison's own record.
        book.CloseUnreceived();
    }

    private void Receive(CustodyBasis basis)
    {
        if (basis == CustodyBasis.NotKnown) book.Find(FindingCode.CustodyBasisNotKnown);
        if (basis == CustodyBasis.Recall && !book.InCustodyOnRecall()) BackOnRecall();
        if (book.AwaitingReception() is { } expected) book.Adopt(expected, basis);
        else if (book.SameStay() is { } already)
        {
            book.Find(FindingCode.ReceivedWhileInCustody);
            book.ChangeBasis(already, basis);
        }
        else
        {
            book.CompareWithOtherStays();
            book.OpenCustody(basis, received: true);
        }
    }

    /// <summary>She is back in custody on recall: the recall that was out is over, and so is any licence, should nobody have recorded the recall.</summary>
    private void BackOnRecall()
    {
        book.CloseOr(MatterKind.Recall, FindingCode.ReturnedNotRecalled);
        book.CloseAll(MatterKind.Recall);
        book.CloseAll(MatterKind.Licence);
    }

    private void Take(Released release)
    {
        book.CloseStays();
        switch (release.Kind)
        {
            case ReleaseKind.OnLicence or ReleaseKind.OnHomeDetentionCurfew:
                if (release.LicenceEndsOn is null) book.Find(FindingCode.LicenceWithoutEnd);
                book.Close(MatterKind.Licence);
                book.Open(MatterKind.Licence, Stage.OnLicence, DayAfter(release.LicenceEndsOn));
                break;
            case ReleaseKind.OnBail when book.Latest(MatterKind.Prosecution) is null:
                book.Find(FindingCode.BailedWithoutProsecution);
                book.Open(MatterKind.Prosecution, Stage.BeforeTheCourt);
                break;
            case ReleaseKind.CaseEnded:
                book.Close(MatterKind.Prosecution);
                break;
        }
    }

    private static DateOnly? DayAfter(DateOnly? day) => day == DateOnly.MaxValue ? null : day?.AddDays(1);
}
