using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Import;
using JourneyTracker.IntegrationTests.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>There are no connections left: at the server, or in a pool of ours.</summary>
[Collection(BadDay.Collection)]
public sealed class ConnectionsTests
{
    [PostgresFact]
    public async Task When_others_take_every_connection_it_is_said_in_a_sentence_and_goes_on_afterwards()
    {
        await using var house = await DurableHouse.OpenAsync(null, ("max_connections", "40"));
        await using var serve = await ServeProcess.StartAsync(house);
        using var files = new ImportFolder();
        var (ledger, send) = (new Ledger(), Senders.ThroughApi(() => serve));
        await RecordAsync(send, ledger, "before");
        string[] words = ["import", files.WriteStays("a.csv", women: 3, rowsEach: 2), "--mapping", files.Write("a.json", ImportFolder.SmallMapping), "--partnership", "north", "--data", house.Folder];

        var taken = await TakeAllAsync(house.ConnectionString);
        taken.Should().NotBeEmpty();
        var import = await CliProcess.RunAsync(words);
        import.ExitCode.Should().Be(1);
        import.Messages.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("connection slots").And.NotContain("   at ");
        var now = await send(null, Opening, new SourceReference("api", "meanwhile"));
        await LetGoAsync(taken);

        if (now.Entry is not null) ledger.Acknowledge(new SourceReference("api", "meanwhile"), now.Entry);
        await RecordAsync(send, ledger, "meanwhile");
        await RecordAsync(send, ledger, "after");
        await BadDay.UntilAsync(async () => (await serve.Client.GetAsync("/health/ready")).IsSuccessStatusCode, "the server says that it is ready");
        (await CliProcess.RunAsync(words)).ExitCode.Should().Be(0);
        (await ledger.LostAsync(house)).Should().Be(0);
        (await Ledger.DoubledAsync(house)).Should().Be(0);
        ledger.Contradictions.Should().Be(0);
    }

    [PostgresFact]
    public async Task When_our_own_pool_is_empty_the_caller_is_told_and_the_next_one_is_served()
    {
        await using var house = await JournalHouse.CreateAsync();
        await using var small = await JourneyTracker.Journal.JourneyDatabase.OpenAsync(
            house.Database.ConnectionString + ";Maximum Pool Size=2;Timeout=1", house.Keys.ConnectionString, house.SecretsFolder, TimeProvider.System, default);
        var journey = Samples.NewJourney();
        var append = Samples.Append(journey, Samples.New(Samples.Contact("a"), "r1"));
        await using (await small.Sources.Loader.OpenConnectionAsync())
        await using (await small.Sources.Loader.OpenConnectionAsync())
        await using (await small.Sources.Reader.OpenConnectionAsync())
        await using (await small.Sources.Reader.OpenConnectionAsync())
        {
            (await small.Awaiting(s => s.Journal.LoadAsync([append], default)).Should().ThrowAsync<NpgsqlException>()).Which.Message.Should().Contain("pool has been exhausted");
            (await small.Awaiting(s => s.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().ThrowAsync<NpgsqlException>()).Which.Message.Should().Contain("pool has been exhausted");
            (await small.Journal.AppendAsync(append, default)).Should().BeOfType<AppendOutcome.Accepted>("appends have connections of their own");
        }

        (await small.Journal.LoadAsync([append], default)).Should().ContainSingle().Which.Should().BeOfType<AppendOutcome.Accepted>().Which.Facts.Should().OnlyContain(f => f.Repeated);
        (await small.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().ContainSingle();
    }

    private static Fact Opening => new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Samples.Day };

    private static async Task RecordAsync(Send send, Ledger ledger, string reference)
    {
        var source = new SourceReference("api", reference);
        Ledger.Entry? entry = null;
        await BadDay.UntilAsync(async () => (entry = (await send(null, Opening, source)).Entry) is not null, $"the fact {reference} is taken");
        ledger.Acknowledge(source, entry!);
    }

    private static async Task<List<NpgsqlConnection>> TakeAllAsync(string connectionString)
    {
        var taken = new List<NpgsqlConnection>();
        while (true)
        {
            var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            try
            {
                await connection.OpenAsync();
                taken.Add(connection);
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await connection.DisposeAsync();
                return taken;
            }
        }
    }

    private static async Task LetGoAsync(List<NpgsqlConnection> taken)
    {
        foreach (var connection in taken) await connection.DisposeAsync();
    }
}
