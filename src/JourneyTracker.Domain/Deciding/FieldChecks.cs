using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of one fact. Each family has a file of its own.</summary>
internal static class FieldChecks
{
    public static Refusal? Of(Fact fact, DateOnly today) => When(fact, today) ?? FactCatalogue.Of(fact).Family switch
    {
        Family.Herself => HerselfChecks.Of(fact, today),
        Family.Police => PoliceChecks.Of(fact),
        Family.Court => CourtChecks.Of(fact),
        Family.Supervision => SupervisionChecks.Of(fact, today),
        Family.Custody => CustodyChecks.Of(fact),
        Family.Support => SupportChecks.Of(fact),
        Family.Sharing => SharingChecks.Of(fact),
        Family.Journal => JournalChecks.Of(fact),
        var family => throw new UnreachableException($"The family {family} has no checks."),
    };

    private static Refusal? When(Fact fact, DateOnly today)
    {
        var day = fact.HappenedOn.Day;
        if (day > today)
            return new(Rule.FutureDay, $"The day {fact.HappenedOn} is in the future.", "Record it when it has happened; enter what is planned as a plan.", "happenedOn");
        return day >= Fields.Earliest ? null : new(
            Rule.ImpossibleDay, $"The day {fact.HappenedOn} is before 1900.", "Check the year.", "happenedOn");
    }
}
