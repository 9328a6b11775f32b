using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Recalls;

/// <summary>What is known when a recall is considered. Answers are kept under the questions' codes, so that they outlive a change of law.</summary>
/// <param name="SentencedOn">The day of the sentence.</param>
/// <param name="Length">Its whole length.</param>
/// <param name="YoungOffender">Whether it is a sentence under section 250 (a relevant young offender).</param>
/// <param name="Answers">Yes or no by <see cref="RecallQuestion.Code"/>; what was not answered is not in it.</param>
public sealed record RecallCase(DateOnly SentencedOn, Term Length, bool YoungOffender, IReadOnlyDictionary<string, bool> Answers)
{
    /// <summary>Whether the sentence is shorter than so many months: exactly as long is not shorter (DAY-12, DAY-13).</summary>
    public bool IsShorterThan(int months) => Length.LastDay(SentencedOn).AddDays(1) < SentencedOn.AddMonths(months);
}
