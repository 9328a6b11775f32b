using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Matters;

/// <summary>Something in the records that does not fit together. The fact stands; somebody should ask the agency.</summary>
/// <param name="Code">What does not fit.</param>
/// <param name="Day">The day it is about.</param>
/// <param name="Fact">The fact that shows it.</param>
public sealed record Finding(FindingCode Code, DateOnly Day, FactId Fact);

/// <summary>What can be found not to fit.</summary>
public enum FindingCode
{
    ReleasedNotInCustody,
    ReceivedWhileInCustody,
    OverlappingStays,
    TouchingStays,
    SameDayStay,
    ClosedBeforeOpened,
    BasisChangedNotInCustody,
    TransferredNotInCustody,
    CustodyBasisNotKnown,
    DiversionClosedNotDiverted,
    RecalledNotOnLicence,
    ReturnedNotRecalled,
    LicenceEndedNotOnLicence,
    LicenceWithoutEnd,
    SentencedWithoutProsecution,
    BailedWithoutProsecution,
    ClosedSeveral,
    OrderWithoutLength,
    ConvictedWithoutProsecution,
    ProsecutionEndedNotOpen,
    OrderEndedNotOpen,
    SupervisionAfterRepeal,
    SupervisionEndedNotOpen,
    CorrectionOfNothing,
    ReportedTwice,
    RecalledWithoutAlternatives,
    RecallNotExplained,
    SafeContactNotAsked,
}
