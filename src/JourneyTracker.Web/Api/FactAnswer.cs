using System.Diagnostics;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Api;

/// <summary>What became of one fact.</summary>
internal enum FactOutcome
{
    Recorded,

    /// <summary>It was there before: same source, same reference, same content.</summary>
    Repeated,
    Refused,
}

/// <summary>What became of one fact, with the line it stood in.</summary>
internal sealed record FactAnswer(
    int? Line,
    FactOutcome Outcome,
    Guid? Journey = null,
    Guid? Fact = null,
    long? Position = null,
    long? Version = null,
    Rule? Rule = null,
    string? What = null,
    string? How = null,
    string? Where = null)
{
    public static FactAnswer Of(int? line, SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.Recorded r => new(
            line, r.Placed.Repeated ? FactOutcome.Repeated : FactOutcome.Recorded, r.Journey.Value, r.Placed.Id.Value, r.Placed.Position, r.Version),
        SubmissionOutcome.Refused { Why: var why } => new(line, FactOutcome.Refused, Rule: why.Rule, What: why.What, How: why.How, Where: why.Where),
        _ => throw new UnreachableException($"{outcome.GetType().Name} is not an outcome."),
    };
}

/// <summary>What became of many facts, in the order in which they were sent.</summary>
internal sealed record FactsAnswer(int Recorded, int Repeated, int Refused, IReadOnlyList<FactAnswer> Outcomes)
{
    public static FactsAnswer Of(IReadOnlyList<FactAnswer> outcomes) => new(
        outcomes.Count(o => o.Outcome == FactOutcome.Recorded),
        outcomes.Count(o => o.Outcome == FactOutcome.Repeated),
        outcomes.Count(o => o.Outcome == FactOutcome.Refused),
        outcomes);
}
