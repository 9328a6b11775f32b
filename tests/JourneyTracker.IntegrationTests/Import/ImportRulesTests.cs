using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>What the journal itself says to imported rows.</summary>
public sealed class ImportRulesTests(JournalHouse house) : IClassFixture<JournalHouse>, IDisposable
{
    private readonly ImportFolder folder = new();

    [PostgresFact]
    public async Task A_reference_that_comes_again_with_other_content_refuses_its_row_and_nobody_elses()
    {
        var rejects = folder.PathOf("rejects.csv");
        var file = folder.Write("a.csv", "id,who,day,kind\no1,o,2024-01-01,in\no1,o,2024-01-02,in\no1,o,2024-01-01,in\no2,o,2024-01-03,out\n");

        var result = await house.House.ImportAsync(file, rejects: rejects);

        (result.Main.Accepted, result.Main.Duplicate, result.Main.Refused).Should().Be((2, 1, 1));
        var why = result.Main.FirstRefusals.Single();
        (why.Line, why.Value, why.Rule, why.What).Should().Be((3, "o1", "other-content-for-reference", "The reference o1 was recorded before, with other content."));
        (await File.ReadAllLinesAsync(rejects))[1].Should().StartWith("o1,o,2024-01-02,in,\"line 3: other-content-for-reference: ");
    }

    [PostgresFact]
    public async Task A_row_of_several_facts_is_recorded_whole_or_not_at_all()
    {
        var mapping = ImportFolder.Mapping("""
            {
              "source": "stays", "recorder": { "person": "extract", "agency": "An agency" }, "person": "{who}",
              "facts": [
                { "fact": "received.v1", "happenedOn": { "column": "in" }, "reference": "{id}/in", "fields": { "basis": "remand" } },
                { "fact": "released.v1", "happenedOn": { "column": "out" }, "reference": "{id}/out", "fields": { "kind": "not-known" } }
              ]
            }
            """);
        await house.House.ImportAsync(folder.Write("a.csv", "id,who,in,out\ns1,s,2024-01-01,2024-01-05\n"), mapping);

        var second = await house.House.ImportAsync(folder.Write("b.csv", "id,who,in,out\ns1,s,2024-01-02,2024-01-05\ns1,s,2024-01-01,2024-01-05\n"), mapping);

        (second.Main.Accepted, second.Main.Duplicate, second.Main.Refused, second.Main.Facts).Should().Be((0, 1, 1, 0));
    }

    [PostgresFact]
    public async Task Another_file_about_her_finds_her_journey_whatever_its_first_day_is()
    {
        var first = await house.House.ImportAsync(folder.Write("a.csv", "id,who,day,kind\nf1,f,2024-01-05,in\n"));
        var second = await house.House.ImportAsync(folder.Write("b.csv", "id,who,day,kind\nf0,f,2023-01-05,in\n"));

        (first.JourneysOpened, second.JourneysOpened).Should().Be((1, 0));
        second.Main.Accepted.Should().Be(1);
        (await house.ContentAsync()).Should().ContainSingle(j => j.Contains("2023-01-05", StringComparison.Ordinal))
            .Which.Should().MatchRegex("^1 journey-opened.v1 .*2024-01-05.*; 2 received.v1 .*2024-01-05.*; 3 received.v1 .*2023-01-05");
    }

    [PostgresFact]
    public async Task A_packed_file_cut_short_is_imported_as_far_as_it_goes_and_that_is_said()
    {
        var rows = string.Concat(Enumerable.Range(1, 30_000).Select(i => $"c{i},c{i * 7919 % 1000},2024-01-{i % 28 + 1:00},in\n"));
        var whole = await File.ReadAllBytesAsync(folder.WriteGzip("whole.gz", "id,who,day,kind\n" + rows));

        var cut = await house.House.ImportAsync(folder.Write("cut.gz", whole[..(whole.Length / 2)]));
        var result = await house.House.ImportAsync(folder.PathOf("whole.gz"));

        cut.Failure.Should().Contain("damaged or cut short");
        cut.IsClean.Should().BeFalse();
        cut.Main.Accepted.Should().BeInRange(1, 29_999);
        (result.Main.Duplicate, result.Main.Accepted).Should().Be((cut.Main.Accepted, 30_000 - cut.Main.Accepted));
    }

    [PostgresFact]
    public async Task Of_a_source_with_protected_fields_nothing_stands_readable_in_the_journal()
    {
        var mapping = ImportFolder.Mapping("""
            {
              "source": "notes", "recorder": { "person": "extract", "agency": "An agency" }, "person": "{who}",
              "facts": [ {
                "fact": "contact.v1", "happenedOn": { "column": "day" }, "reference": "{id}", "matter": "{id}",
                "fields": { "type": "call", "detail": { "column": "note" } } } ]
            }
            """);
        await house.House.ImportAsync(folder.Write("a.csv", "id,who,day,note\nREF-4711,Jane Roe,2024-01-01,she told us\n"), mapping);

        var all = await house.Database.ScalarAsync<string>("""
            select string_agg(e::text, '') from (select set_config('journeys.partnership', 'north', true) as p) as s, lateral (select * from journeys.mt_events where tenant_id = s.p) as e
            """);
        all.Should().Contain("contact.v1").And.NotContainAny("she told us", "Jane Roe", "REF-4711");
    }

    [PostgresFact]
    public async Task People_may_come_in_a_file_of_their_own()
    {
        var mapping = ImportFolder.Mapping() with
        {
            People = new PeopleSpec("{who}", [new FactSpec(
                "characteristics-recorded.v1", new DaySpec(Constant: "../2024-02-01"), "person/{who}",
                Fields: new Dictionary<string, ValueSpec> { ["birthYear"] = new() { Column = "born" } })], File: "people.csv"),
        };
        folder.Write("people.csv", "who,born\np,1980\nq,notayear\nr,1990\n");

        var result = await house.House.ImportAsync(folder.Write("a.csv", "id,who,day,kind\np1,p,2024-01-05,in\n"), mapping, rejects: folder.PathOf("r.csv"));

        (result.Main.Accepted, result.People!.Accepted, result.People.Refused, result.JourneysOpened).Should().Be((1, 2, 1, 2));
        result.People.FirstRefusals.Single().Should().BeEquivalentTo(new { Line = 3, Column = "born", Value = "notayear", Rule = "malformed" });
        (await File.ReadAllTextAsync(folder.PathOf("r.people.csv"))).Should().StartWith("who,born,refused_because\nq,notayear,");
        var without = () => house.House.ImportAsync(folder.PathOf("a.csv"), mapping with { People = mapping.People! with { File = "none.csv" } });
        await without.Should().ThrowAsync<ImportRefusedException>().WithMessage("There is no file *none.csv.");
    }

    public void Dispose() => folder.Dispose();
}
