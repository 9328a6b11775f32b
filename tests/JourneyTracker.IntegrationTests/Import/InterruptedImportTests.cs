using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Import.Loading;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>However an import ends, the same command ends with the journal that an undisturbed one has.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [PostgresFact]
    public async Task Killed_again_and_again_it_ends_with_the_same_journal()
    {
        var file = folder.WriteStays("stays.csv", women: 3_000, rowsEach: 8);
        var mapping = folder.Write("mapping.json", ImportFolder.SmallMapping);
        await using var data = await DataFolder.MadeAsync();
        string[] words = ["import", file, "--mapping", mapping, "--partnership", "north", "--data", data.Path];

        List<string> content;
        await using (var cluster = await data.OpenAsync())
        {
            var behind = cluster.SuperuserConnectionString(JourneyTracker.Journal.Cluster.PrivateCluster.Journeys);
            foreach (var enough in new[] { 1, 6_000, 14_000 })
            {
                using var cli = CliProcess.Start(words);
                await FactsAsync(behind, enough);
                await cli.KillAsync();
            }

            var killed = (await ImportHouse.ContentAsync(behind)).Count;
            killed.Should().BePositive();
            var last = await CliProcess.RunAsync(words);
            last.ExitCode.Should().Be(0, last.Messages);
            last.Output.Should().Contain("0 refused").And.NotContain("24,000 accepted", "the killed ones had come some way");
            content = await ImportHouse.ContentAsync(behind);
        }

        await using var undisturbed = await JournalHouse.CreateAsync();
        (await undisturbed.House.ImportAsync(file)).Main.Accepted.Should().Be(24_000);
        content.Should().Equal(await undisturbed.ContentAsync());
    }

    [PostgresFact]
    public async Task Stopped_by_Ctrl_C_it_says_where_it_is_and_the_same_command_continues()
    {
        var file = folder.WriteStays("stays.csv", women: 6_000, rowsEach: 8);
        var mapping = folder.Write("mapping.json", ImportFolder.SmallMapping);
        await using var data = await DataFolder.MadeAsync();
        string[] words = ["import", file, "--mapping", mapping, "--partnership", "north", "--data", data.Path, "--json"];
        await using var cluster = await data.OpenAsync();
        var behind = cluster.SuperuserConnectionString(JourneyTracker.Journal.Cluster.PrivateCluster.Journeys);

        using (var cli = CliProcess.Start(words))
        {
            await FactsAsync(behind, 1);
            (await cli.InterruptAsync()).Should().Be(1);
        }

        var done = (await ImportHouse.ContentAsync(behind)).Sum(j => j.Split("; ").Length - 1);
        done.Should().BePositive().And.BeLessThan(48_000);
        var last = await CliProcess.RunAsync(words);
        last.ExitCode.Should().Be(0, last.Messages);
        using var answer = System.Text.Json.JsonDocument.Parse(last.Output);
        answer.RootElement.GetProperty("duplicate").GetInt64().Should().Be(done, "rows are recorded in the order of the file");
        answer.RootElement.GetProperty("accepted").GetInt64().Should().Be(48_000 - done);
    }

    [PostgresFact]
    public async Task A_stop_ends_with_the_chunk_at_hand()
    {
        await using var house = await JournalHouse.CreateAsync();
        var file = folder.WriteStays("stays.csv", women: 5_000, rowsEach: 8);
        using var stop = new CancellationTokenSource();
        var meter = new ImportMeter();

        var running = house.House.ImportAsync(file, meter: meter, stop: stop.Token);
        while (meter.Rows == 0 && !running.IsCompleted) await Task.Delay(1);
        await stop.CancelAsync();
        var result = await running;

        result.Stopped.Should().BeTrue();
        result.IsClean.Should().BeFalse();
        result.Main.Rows.Should().BeInRange(1, 39_999);
        result.Main.LastLine.Should().Be(result.Main.Rows + 1);
        (await house.ContentAsync()).Sum(j => j.Split("; ").Length - 1).Should().Be((int)result.Main.Rows, "what it says is what stands there");
    }

    [PostgresFact]
    public async Task Two_imports_of_one_file_at_once_make_one_journal()
    {
        await using var house = await JournalHouse.CreateAsync();
        await using var alone = await JournalHouse.CreateAsync();
        await using var second = await house.OpenAsync();
        var file = folder.WriteStays("stays.csv", women: 1_500, rowsEach: 6);

        var both = await Task.WhenAll(house.House.ImportAsync(file), second.ImportAsync(file));
        await alone.House.ImportAsync(file);

        both.Should().OnlyContain(r => r.IsClean);
        both.Sum(r => r.Main.Facts).Should().Be(9_000);
        (await house.ContentAsync()).Should().HaveCount(1_500);
        (await house.ContentAsync()).Sum(j => j.Split("; ").Length).Should().Be((await alone.ContentAsync()).Sum(j => j.Split("; ").Length));
    }

    public void Dispose() => folder.Dispose();

    private static async Task FactsAsync(string connectionString, int atLeast)
    {
        using var patience = new CancellationTokenSource(CliProcess.Patience);
        while (true)
        {
            try
            {
                if (await DataFolder.AskAsync<long>(connectionString, "select count(*) from journeys.mt_events") >= atLeast) return;
            }
            catch (Npgsql.PostgresException e) when (e.SqlState is "42P01" or "3F000")
            {
                patience.Token.ThrowIfCancellationRequested();
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
