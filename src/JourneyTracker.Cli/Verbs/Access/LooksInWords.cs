using System.Globalization;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.AccessLog;

namespace JourneyTracker.Cli.Verbs.Access;

/// <summary>Lines of the access log as she reads them: no names of staff, no codes.</summary>
internal static class LooksInWords
{
    public const string NotIn = "Boards that show many women at once are not in this list.";

    /// <param name="Day">The day in London.</param>
    /// <param name="Role">The role of whoever it was.</param>
    /// <param name="Agency">Their agency.</param>
    /// <param name="Operation">What was done.</param>
    /// <param name="Times">How often on that day.</param>
    /// <param name="Why">The reason, if one was given.</param>
    /// <param name="Sentence">All of it in words.</param>
    public sealed record Told(DateOnly Day, Role Role, string Agency, AccessOperation Operation, int Times, string? Why, string Sentence);

    /// <summary>What one person did in one way on one day for one reason is told once.</summary>
    public static IReadOnlyList<Told> Of(IReadOnlyList<LoggedAccess> logged) =>
    [
        .. logged.Select(l => (l.Entry, Day: LondonDay.Of(l.Entry.At), What: What(l.Entry)))
            .GroupBy(l => (l.Day, l.Entry.By.Person, l.Entry.By.Role, l.Entry.By.Agency, l.What, l.Entry.Why))
            .Select(g => new Told(
                g.Key.Day, g.Key.Role, g.Key.Agency, g.First().Entry.Operation, g.Count(), g.Key.Why,
                $"{g.Key.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {Who(g.Key.Role)} of {g.Key.Agency} {g.Key.What}{(g.Count() > 1 ? $", {g.Count()} times" : "")}. {(g.Key.Why is { } why ? $"The reason they gave: {why}" : "They gave no reason.")}")),
    ];

    private static string Who(Role role) => role switch
    {
        Role.Coordinator => "a coordinator",
        Role.Practitioner => "a practitioner",
        Role.Auditor => "somebody who checks how records are used, or runs the system,",
        Role.Evaluator => "somebody who works out figures",
        _ => "an administrator",
    };

    private static string What(AccessEntry entry) => entry switch
    {
        { Subject: AccessSubjects.NotFound } => "asked for your record and was not shown it",
        { Subject: AccessSubjects.Found } => "searched for people and saw your name in the answer",
        { Subject: AccessSubjects.Listed } => "looked through records in which something does not fit together, and saw yours",
        { Subject: AccessSubjects.Compared } => "compared your record with others, to find records that are the same woman's",
        { Subject: var subject } when AccessSubjects.IsBehind(subject) => "looked up the women behind a figure, and saw your name among them",
        { Operation: AccessOperation.Collection } => "wrote something into your record",
        { Operation: AccessOperation.Alteration } => "corrected something in your record",
        { Operation: AccessOperation.Disclosure } => "passed on something of your record",
        { Operation: AccessOperation.Combination } => "joined your record with another, or parted them",
        { Operation: AccessOperation.Erasure } => "erased something of your record",
        { Subject: var subject } when AccessSubjects.IsAsking(subject) => "asked who had looked at your record",
        _ => "looked at your record",
    };
}
