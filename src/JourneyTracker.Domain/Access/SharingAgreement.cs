using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Access;

/// <summary>What agencies signed with each other on sharing what they know. A register for people: it decides nothing about who may see what.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Terms">What was signed.</param>
/// <param name="EndedOn">The first day on which it no longer holds; null while it holds.</param>
/// <param name="By">Who recorded this version of it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record SharingAgreement(Guid Id, AgreementTerms Terms, DateOnly? EndedOn, Recorder By, DateTimeOffset RecordedAt)
{
    public AgreementState On(DateOnly day) =>
        EndedOn <= day ? AgreementState.Ended : Terms.ReviewOn <= day ? AgreementState.ReviewDue : AgreementState.InForce;
}

/// <summary>What was signed (ig_rules IG-10, IG-13: basis, conditions and assessment are kept with each agreement).</summary>
/// <param name="Parties">The agencies.</param>
/// <param name="Purpose">For what.</param>
/// <param name="LawfulBasis">On which lawful basis, as the agreement says it.</param>
/// <param name="Condition">Which condition of Article 9 or of Schedule 1 it rests on, as the agreement says it.</param>
/// <param name="Dpia">Where the impact assessment is found.</param>
/// <param name="SignedOn">The day on which the last party signed.</param>
/// <param name="ReviewOn">The day on which it is to be looked at again.</param>
public sealed record AgreementTerms(IReadOnlyList<string> Parties, string Purpose, string LawfulBasis, string Condition, string Dpia, DateOnly SignedOn, DateOnly ReviewOn);

/// <summary>How an agreement stands on a day.</summary>
public enum AgreementState
{
    InForce,

    /// <summary>It holds, and the day of its review has come.</summary>
    ReviewDue,
    Ended,
}
