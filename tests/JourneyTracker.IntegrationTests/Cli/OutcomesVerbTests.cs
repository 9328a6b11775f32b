using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Outcomes.Packs;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>The evaluator's store as somebody types it: built, changed, asked.</summary>
public sealed class OutcomesVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly Partnership Here = new("counted");
    private static readonly Partnership Kept = new("kept");
    private static readonly Partnership Later = new("later");
    private static readonly Partnership Packed = new("packed");
    private static readonly string[] OfPacked = ["--partnership", "packed"];
    private static readonly string[] Ours = ["--partnership", "counted"];
    private static readonly string[] OfKept = ["--partnership", "kept"];
    private static readonly string[] OfLater = ["--partnership", "later"];

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

    [PostgresFact]
    public async Task A_kept_figure_is_the_same_digits_when_it_is_run_again_of_what_was_known_at_its_position_whatever_was_recorded_since()
    {
        await house.Database.Partnerships.AddAsync(Kept, "kept", simulated: false, default);
        JourneyId[] women = [.. Enumerable.Range(0, 8).Select(_ => new JourneyId(Guid.NewGuid()))];
        foreach (var woman in women) await AppendAsync(Kept, woman, new Arrested { HappenedOn = new DateOnly(2023, 5, 1) });
        var kept = Path.Combine(Directory.CreateTempSubdirectory().FullName, "kept.json");
        string[] ask = ["outcomes", "measure", "M02", "--from", "2023-05-01", "--to", "2023-05-31", .. OfKept];
        await house.TryAsync(["outcomes", "build", .. OfKept]);
        await house.TryAsync([.. ask, "--keep", kept]);

        await AppendAsync(Kept, women[0], new Arrested { HappenedOn = new DateOnly(2023, 5, 2) });
        await house.TryAsync(["outcomes", "build", .. OfKept]);
        var now = (await house.RunAsync([.. ask, "--json"])).GetProperty("tables")[0].GetProperty("rows")[0][1].GetInt64();
        var (same, changed) = (await house.TryAsync("outcomes", "rerun", kept), kept.Replace("kept", "changed", StringComparison.Ordinal));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(kept))!;
        document["tables"]![0]!["rows"]![0]![1] = 9;
        await File.WriteAllTextAsync(changed, document.ToJsonString());
        var differs = await house.TryAsync("outcomes", "rerun", changed);

        var own = Path.Combine(Path.GetDirectoryName(kept)!, "own.sql");
        await File.WriteAllTextAsync(own, "-- cohort: arrested\n-- version: 1\n-- about: Women arrested.\n-- parameter end: 2020-12-31\nselect person, min(day) as index_on, $end::date as followed_until, null::date as again_on from fact where name = 'arrested' group by person");
        string[] follow = ["outcomes", "survival", own, "--event", "again", "--set", "end=2023-12-31", "--days", "30", "90", "--json", .. OfKept];
        await File.WriteAllTextAsync(own + ".json", (await house.RunAsync(follow)).GetRawText());
        File.Delete(own);
        await AppendAsync(Kept, new JourneyId(Guid.NewGuid()), new Arrested { HappenedOn = new DateOnly(2023, 5, 1) });
        await house.TryAsync(["outcomes", "build", .. OfKept]);
        var again = await house.TryAsync("outcomes", "rerun", own + ".json");
        await File.WriteAllTextAsync(own + ".other.json", (await File.ReadAllTextAsync(own + ".json")).Replace("\"atRisk\": 8", "\"atRisk\": 7", StringComparison.Ordinal));
        var other = await house.TryAsync("outcomes", "rerun", own + ".other.json");
        (again.ExitCode, other.ExitCode).Should().Be((0, 1), again.Messages + again.Output);
        again.Output.Should().Contain("arrested, version 1").And.Contain("The same digits.");
        other.Output.Should().Contain("7 then, 8 now");

        now.Should().Be(9, "what was recorded since counts now");
        (same.ExitCode, differs.ExitCode).Should().Be((0, 1));
        same.Output.Should().Contain("The same digits.");
        differs.Output.Should().Contain("figures, row 1, n: 9 then, 8 now");
    }

    [PostgresFact]
    public async Task A_cohort_is_registered_once_with_its_moment_and_says_whether_that_was_before_its_data()
    {
        await house.Database.Partnerships.AddAsync(Later, "later", simulated: false, default);
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "later.sql");
        const string Text = "-- cohort: arrested-later\n-- version: 1\n-- about: Arrested women.\nselect person, date '2030-01-01' as index_on, date '2030-12-31' as followed_until, null::date as recall_on from person";
        await File.WriteAllTextAsync(file, Text);

        var first = await house.RunAsync(["outcomes", "cohort", "register", file, "--json", .. OfLater]);
        var again = await house.RunAsync(["outcomes", "cohort", "register", file, "--json", .. OfLater]);
        await File.WriteAllTextAsync(file, Text.Replace("2030-12-31", "2031-12-31", StringComparison.Ordinal));
        var other = await house.TryAsync(["outcomes", "cohort", "register", file, .. OfLater]);
        await AppendAsync(Later, new JourneyId(Guid.NewGuid()), new Arrested { HappenedOn = new DateOnly(2024, 2, 1) });
        await house.TryAsync(["outcomes", "build", .. OfLater]);
        var asked = await house.RunAsync(["outcomes", "survival", "arrested-later@1", "--event", "recall", "--show-small", "--json", .. OfLater]);

        again.GetRawText().Should().Be(first.GetRawText(), "it stays as it is");
        first.GetProperty("position").GetInt64().Should().BeGreaterThanOrEqualTo(0);
        other.ExitCode.Should().Be(1);
        other.Messages.Should().Contain("with another text");
        asked.GetProperty("question").GetProperty("registered").GetProperty("when").GetString().Should().Be("before");
        (await house.TryAsync(["outcomes", "cohort", "show", "arrested-later", .. OfLater])).Output.Should().Contain("date '2030-12-31'");
        (await house.TryAsync(["outcomes", "survival", "nobody-knows", "--event", "recall", .. OfLater])).Messages.Should().Contain("nothing is registered by that name");
    }

    [PostgresFact]
    public async Task A_pack_says_what_was_published_also_after_other_rules_made_the_editions_again_of_what_was_known_then()
    {
        await house.Database.Partnerships.AddAsync(Packed, "packed", simulated: false, default);
        var period = PublishedPeriod.LastSettled(LondonDay.Of(TimeProvider.System.GetUtcNow()).AddDays(-1), 3);
        var (quarter, folder) = (Quarter.Of(period.From), Directory.CreateTempSubdirectory().FullName);
        for (var i = 0; i < 8; i++) await AppendAsync(Packed, new JourneyId(Guid.NewGuid()), new Arrested { HappenedOn = period.From });
        await house.TryAsync(["outcomes", "build", .. OfPacked]);
        await AppendAsync(Packed, new JourneyId(Guid.NewGuid()), new Arrested { HappenedOn = period.From });
        var editions = Path.Combine(house.Folder, "outcomes", "packed", "editions.json");
        await File.WriteAllTextAsync(editions, (await File.ReadAllTextAsync(editions)).Replace("status.", "former.", StringComparison.Ordinal));

        await house.TryAsync(["outcomes", "build", "--whole", .. OfPacked]);
        var published = await house.RunAsync(["outcomes", "pack", "--to", folder, "--json", .. OfPacked]);
        var provisional = await house.RunAsync(["outcomes", "pack", "--quarter", quarter.ToString(), "--provisional", "--to", folder, "--json", .. OfPacked]);
        var early = await house.TryAsync(["outcomes", "pack", "--quarter", Quarter.Of(period.To.AddDays(100)).ToString(), "--to", folder, .. OfPacked]);

        (published.GetProperty("quarter").GetString(), ArrestsIn(published), ArrestsIn(provisional)).Should().Be((quarter.ToString(), "8", "9"));
        early.ExitCode.Should().Be(1);
        early.Messages.Should().Contain("is not published yet").And.Contain("--provisional");
        (await house.TryAsync(["outcomes", .. OfPacked])).Output.Should().Contain("1 edition was published");

        static string ArrestsIn(JsonElement pack) => pack.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "counts").GetProperty("rows").EnumerateArray().Single(r => r[0].GetString() == "M02")[3].ToString();
    }

    [PostgresFact]
    public async Task A_file_of_published_figures_or_of_unit_costs_is_taken_in_whole_or_not_at_all_and_said_with_what_to_mend()
    {
        await house.Database.Partnerships.AddAsync(new("beside"), "beside", simulated: false, default);
        string[] of = ["--partnership", "beside"];
        var wrong = Path.Combine(Directory.CreateTempSubdirectory().FullName, "wrong.csv");
        async Task<string> TakeAsync(string verb, string example, string what, string with)
        {
            var path = Path.Combine(Browser.Root(), "docs", "examples", "outcomes", example);
            await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(path)).Replace(what, with, StringComparison.Ordinal));
            (await house.TryAsync(["outcomes", verb, "add", path, .. of])).ExitCode.Should().Be(0);
            var before = (await house.RunAsync(["outcomes", verb, "list", "--json", .. of])).GetRawText();
            var refused = await house.TryAsync(["outcomes", verb, "add", wrong, .. of]);
            (await house.RunAsync(["outcomes", verb, "list", "--json", .. of])).GetRawText().Should().Be(before);
            refused.ExitCode.Should().Be(1);
            return refused.Messages;
        }

        (await TakeAsync("national", "national-example.csv", "678", "many")).Should().Contain("Nothing was taken in").And.Contain("line 3, value: \"many\" is no number");
        (await TakeAsync("costs", "unit-costs-example.csv", "arrest,arrest", "arrest,night")).Should().Contain("line 3, unit: \"night\" is not what is counted of arrest");

        (await house.TryAsync(["outcomes", "national", "remove", "Women recalled (made up)", .. of])).ExitCode.Should().Be(0);
        (await house.TryAsync(["outcomes", "national", .. of])).Output.Should().Contain("Arrests of women (made up)").And.NotContain("Women recalled");
        (await house.TryAsync(["outcomes", "costs", "remove", "session", .. of])).ExitCode.Should().Be(0);
        (await house.TryAsync(["outcomes", "costs", "list", .. of])).Output.Should().Contain("arrest: £200").And.NotContain("session: £");
    }

    private async Task<string> AskAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "arrests.sql");
        await File.WriteAllTextAsync(file, "-- measure: arrests\n-- version: 1\n-- about: Arrests by day.\nselect day, count(*) as n from fact where name = 'arrested' group by day order by day");
        return (await house.RunAsync(["outcomes", "measure", file, "--show-small", "--json", .. Ours])).GetProperty("rows").GetRawText();
    }

    private Task AppendAsync(JourneyId woman, Fact fact) => AppendAsync(Here, woman, fact);

    private Task AppendAsync(Partnership partnership, JourneyId woman, Fact fact) => house.Database.Journal.AppendAsync(new Append(partnership, woman, Samples.Tester, [Samples.New(fact)]), default);
}
