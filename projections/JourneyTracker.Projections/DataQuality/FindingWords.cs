using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.DataQuality;

/// <summary>Findings in words, each with what to do.</summary>
public static class FindingWords
{
    public static string Of(FindingCode code) => code switch
    {
        FindingCode.ReleasedNotInCustody => "Released, but no reception is on record. Ask the prison for the day of reception.",
        FindingCode.ReceivedWhileInCustody => "Received while already in custody. Ask whether a release is missing.",
        FindingCode.OverlappingStays => "Two stays in custody overlap. Ask whether both are right.",
        FindingCode.TouchingStays => "One stay in custody ends on the day another begins. Ask whether they are one.",
        FindingCode.SameDayStay => "Received and released on the same day. Check the days.",
        FindingCode.ClosedBeforeOpened => "The release is dated before the reception. Correct the wrong day.",
        FindingCode.BasisChangedNotInCustody => "The basis of custody changed, but no reception is on record. Ask for the reception.",
        FindingCode.TransferredNotInCustody => "Transferred, but no reception is on record. Ask for the reception.",
        FindingCode.CustodyBasisNotKnown => "In custody, but on what basis is not known. Ask the prison.",
        FindingCode.DiversionClosedNotDiverted => "A diversion was closed that is not on record. Ask when it began.",
        FindingCode.RecalledNotOnLicence => "Recalled, but no licence is on record. Ask for the release.",
        FindingCode.ReturnedNotRecalled => "Returned to custody, but no recall is on record. Ask for the recall.",
        FindingCode.LicenceEndedNotOnLicence => "A licence ended that is not on record. Ask for the release.",
        FindingCode.LicenceWithoutEnd => "Released on licence, but its last day is not on record. Ask for the licence.",
        FindingCode.SentencedWithoutProsecution => "Sentenced, but no prosecution is on record. Ask how it began.",
        FindingCode.BailedWithoutProsecution => "Released on bail, but no prosecution is on record. Ask what she is bailed for.",
        FindingCode.ClosedSeveral => "One record ended several matters that have no reference. Ask whether one of them is still open.",
        FindingCode.OrderWithoutLength => "An order without a length: it stays open until somebody records its end. Ask the court.",
        FindingCode.ConvictedWithoutProsecution => "Convicted, but no prosecution is on record. Ask how it began.",
        FindingCode.ProsecutionEndedNotOpen => "Acquitted or discontinued, but no prosecution is on record. Ask how it began.",
        FindingCode.OrderEndedNotOpen => "An order was completed or revoked that is not on record. Ask for the sentence.",
        FindingCode.SupervisionAfterRepeal => "Post-sentence supervision is recorded from a day on which there was none any more (11 May 2026). Check the day.",
        FindingCode.SupervisionEndedNotOpen => "Post-sentence supervision ended that is not on record. Ask when it began.",
        FindingCode.CorrectionOfNothing => "A correction names a fact that is not on this journey or not the latest. Look at it again.",
        FindingCode.ReportedTwice => "The same thing is reported twice for one day. Withdraw one if it happened once.",
        FindingCode.RecalledWithoutAlternatives => "Recalled, but what was tried instead is not on record. Ask the probation practitioner what was tried, and have it recorded.",
        FindingCode.RecallNotExplained => "Recalled, and nobody has recorded that it was explained to her. Explain it, and record that.",
        FindingCode.SafeContactNotAsked => "She came from another partnership, and nobody here has asked how she can be reached safely. Ask her before anybody gets in touch.",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
