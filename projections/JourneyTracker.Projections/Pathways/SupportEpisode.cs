using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Projections.Pathways;

/// <summary>One referral and what came of it; or support that began without a referral on record.</summary>
/// <param name="Id">The fact that began it.</param>
/// <param name="From">The day of the referral; without one, the first day on which support is on record.</param>
/// <param name="WasReferred">Whether a referral is on record.</param>
/// <param name="For">Which support; null when it is not known, or not for the reader.</param>
/// <param name="Route">Where the referral came from.</param>
/// <param name="AcceptedOn">The day the service accepted; null when it is not on record.</param>
/// <param name="DeclinedOn">The day it was declined.</param>
/// <param name="DeclinedBy">Who declined.</param>
/// <param name="FirstContactOn">The day they first met or spoke: the first contact, or the first session she kept.</param>
/// <param name="Kept">Sessions she kept.</param>
/// <param name="Missed">Sessions that did not happen and that the service did not cancel.</param>
/// <param name="MissedWithoutAcceptableReason">Of these, the ones whose reason was asked and found not acceptable by a named person: no other may count (safeguards S2).</param>
/// <param name="EndedOn">The first day on which the service no longer works with her.</param>
/// <param name="EndReason">Why it ended.</param>
/// <param name="Wait">How long she waited for the first contact.</param>
public sealed record SupportEpisode(
    FactId Id,
    DateOnly From,
    bool WasReferred,
    SupportFor? For,
    ReferralRoute Route,
    DateOnly? AcceptedOn,
    DateOnly? DeclinedOn,
    DeclinedBy? DeclinedBy,
    DateOnly? FirstContactOn,
    int Kept,
    int Missed,
    int MissedWithoutAcceptableReason,
    DateOnly? EndedOn,
    SupportEndReason? EndReason,
    Waiting? Wait);

/// <summary>
/// How long she waited from referral to first contact (metric X03, own formulation, unverified). The day of the referral does not count, the day of the contact
/// does: seen on the same day is 0 days. A wait that is not over is known only to be at least that long.
/// </summary>
/// <param name="State">Whether it is over.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="WorkingDays">Of these, Monday to Friday without bank holidays in England and Wales.</param>
public sealed record Waiting(WaitingState State, int Days, int WorkingDays);

/// <summary>Whether a wait is over.</summary>
public enum WaitingState
{
    StillWaiting,
    Over,

    /// <summary>The referral was declined, or support ended, before they met. It is in no figure of waiting times, and in that of all referrals.</summary>
    EndedBefore,
}
