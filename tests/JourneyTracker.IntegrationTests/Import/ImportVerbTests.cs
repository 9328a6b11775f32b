using System.Text.Json;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class ImportVerbTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [PostgresFact]
    public async Task The_first_import_adds_its_partnership_and_a_slip_of_the_name_is_refused_later()
    {
        await using var data = await DataFolder.MadeAsync();
        await using var held = await data.OpenAsync();
        var file = folder.Write("a.csv", "id,who,day,kind\n1,a,2024-01-01,in\n2,a,2024-01-02,jailed\n");
        var mapping = folder.Write("mapping.json", ImportFolder.SmallMapping);
        Task<CliProcess.Outcome> Import(params string[] more) => CliProcess.RunAsync(["import", file, "--mapping", mapping, "--data", data.Path, .. more]);

        var dry = await Import("--partnership", "north", "--dry-run");
        (dry.ExitCode, dry.Messages).Should().Be((1, dry.Messages));
        dry.Messages.Should().Contain("'north' would be added");
        dry.Output.Should().Contain("It is not known how many rows are duplicates.");

        var first = await Import("--partnership", "north", "--json", "--measure-copy");
        first.Messages.Should().Contain("The partnership 'north' was added: it is the first here.");
        first.ExitCode.Should().Be(1, "a row was refused");
        using var answer = JsonDocument.Parse(first.Output);
        var root = answer.RootElement;
        Counts(root).Should().Be((2, 1, 0, 1));
        root.GetProperty("facts").GetInt32().Should().Be(1);
        root.GetProperty("refusals").GetProperty("unknown-code").GetInt32().Should().Be(1);
        root.GetProperty("firstRefusals")[0].GetProperty("line").GetInt32().Should().Be(3);
        root.GetProperty("position").GetInt64().Should().BePositive();
        root.GetProperty("copy").GetProperty("rows").GetInt64().Should().Be(2, "the opening and the fact");
        root.GetProperty("copy").GetProperty("ratio").GetDouble().Should().BePositive();

        var slip = await Import("--partnership", "noth");
        slip.ExitCode.Should().Be(1);
        slip.Messages.Should().Contain("There is no partnership 'noth' here. There is: north. To add it, say --new-partnership as well.");

        var added = await Import("--partnership", "south", "--new-partnership", "--json");
        using var south = JsonDocument.Parse(added.Output);
        Counts(south.RootElement).Should().Be((2, 1, 0, 1), "another partnership's journeys are others");
    }

    [Theory]
    [InlineData("none.csv", "There is no file *none.csv.*")]
    [InlineData("empty.csv", "*empty.csv is empty.*")]
    [InlineData("header.csv", "*header.csv has no rows under its header.*")]
    [InlineData("twice.csv", "*has the column 'id' twice*")]
    [InlineData("no-mapping", "*mapping*cannot be used: it is not JSON*")]
    [InlineData("no-mapping-file", "There is no file *missing.json.*")]
    public async Task What_cannot_be_imported_is_refused_in_one_sentence(string what, string sentence)
    {
        folder.Write("empty.csv", "");
        folder.Write("header.csv", "id,who,day,kind\n");
        folder.Write("twice.csv", "id,id,who,day,kind\n1,1,a,2024-01-01,in\n");
        var mapping = what switch
        {
            "no-mapping" => folder.Write("mapping.json", "what?"),
            "no-mapping-file" => folder.PathOf("missing.json"),
            _ => folder.Write("mapping.json", ImportFolder.SmallMapping),
        };

        var outcome = await CliProcess.RunAsync("import", folder.PathOf(what), "--mapping", mapping, "--partnership", "north", "--data", folder.PathOf("data"), "--json");

        outcome.ExitCode.Should().Be(1);
        Directory.Exists(folder.PathOf("data")).Should().BeFalse("no database is needed to say so");
        using var answer = JsonDocument.Parse(outcome.Output);
        answer.RootElement.GetProperty("error").GetProperty("what").GetString().Should().Match(sentence);
    }

    [PostgresFact]
    public async Task Wrong_usage_has_its_own_exit_code() =>
        (await CliProcess.RunAsync("import", "a.csv", "--partnership", "north")).ExitCode.Should().Be(2);

    public void Dispose() => folder.Dispose();

    private static (int Rows, int Accepted, int Duplicate, int Refused) Counts(JsonElement answer) =>
        (answer.GetProperty("rows").GetInt32(), answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicate").GetInt32(), answer.GetProperty("refused").GetInt32());
}
