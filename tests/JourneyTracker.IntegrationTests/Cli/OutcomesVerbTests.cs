using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>The evaluator's store as somebody types it: built, changed, asked.</summary>
public sealed class OutcomesVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly Partnership Here = new("counted");
    private static readonly string[] Ours = ["--partnership", "counted"];

    [PostgresFact]
    public async Task What_changed_journeys_are_replaced_with_is_what_is_built_from_nothing_after_a_correction_a_merge_and_a_withdrawal()
    {
        await house.Database.Partnerships.AddAsync(Here, "counted", simulated: false, default);
        JourneyId[] women = [.. Enumerable.Range(0, 8).Select(_ => new JourneyId(Guid.NewGuid()))];
        var arrests = new List<NewFact>();
        foreach (var woman in women)
        {
            arrests.Add(Samples.New(new Arrested { HappenedOn = new DateOnly(2024, 2, 1) }));
            await AppendAsync(woman, new JourneyOpened(OpenedBy.Hand) { HappenedOn = new DateOnly(2024, 1, 1) });
            await house.Database.Journal.AppendAsync(new Append(Here, woman, Samples.Tester, [arrests[^1]]), default);
        }

        await house.TryAsync(["outcomes", "build", .. Ours]);
        await AppendAsync(women[0], new Corrected(arrests[0].Id, new Arrested { HappenedOn = new DateOnly(2024, 2, 3) }, CorrectionReason.WrongDetail) { HappenedOn = new DateOnly(2024, 3, 1) });
        await AppendAsync(women[1], new Withdrawn(arrests[1].Id, CorrectionReason.WrongDetail) { HappenedOn = new DateOnly(2024, 3, 1) });
        (await house.TryAsync(["merge", women[3].ToString(), women[2].ToString(), "--why", "opened-twice", .. Ours])).ExitCode.Should().Be(0);

        var replaced = await house.RunAsync(["outcomes", "build", "--json", .. Ours]);
        var after = await AskAsync();
        var whole = await house.RunAsync(["outcomes", "build", "--whole", "--json", .. Ours]);

        (replaced.GetProperty("replaced").GetBoolean(), whole.GetProperty("replaced").GetBoolean()).Should().Be((true, false));
        (await AskAsync()).Should().Be(after);
        replaced.GetProperty("generation").GetProperty("women").GetInt64().Should().Be(7, "one was merged into another");
        after.Should().Contain("2024-02-03").And.Contain("\"n\": 6", "six arrests are on the day as first said, one is on another, one was withdrawn");
    }

    [PostgresFact]
    public async Task A_question_that_cannot_be_asked_says_why()
    {
        (await house.TryAsync("outcomes", "measure", "/nowhere.sql", "--partnership", "simulated")).Messages.Should().Contain("There is no file /nowhere.sql");
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "wrong.sql");
        await File.WriteAllTextAsync(file, "select 1");
        (await house.TryAsync("outcomes", "measure", file, "--partnership", "simulated")).Messages.Should().Contain("The head does not say what it is");
    }

    private async Task<string> AskAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "arrests.sql");
        await File.WriteAllTextAsync(file, "-- measure: arrests\n-- version: 1\n-- about: Arrests by day.\nselect day, count(*) as n from fact where name = 'arrested' group by day order by day");
        return (await house.RunAsync(["outcomes", "measure", file, "--show-small", "--json", .. Ours])).GetProperty("rows").GetRawText();
    }

    private Task AppendAsync(JourneyId woman, Fact fact) => house.Database.Journal.AppendAsync(new Append(Here, woman, Samples.Tester, [Samples.New(fact)]), default);
}
