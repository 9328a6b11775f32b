using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Import;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>The disk that holds the cluster is full to the last byte, and later is not.</summary>
[Collection(BadDay.Collection)]
public sealed class DiskFullTests(ITestOutputHelper output)
{
    private const string NoSpace = "No space left on device";

    [RootFact]
    public async Task It_is_said_in_a_sentence_nothing_is_lost_and_it_goes_on_when_there_is_room_again()
    {
        await using var disk = await SmallDisk.TryMountAsync(megabytes: 200);
        if (disk is null)
        {
            BadDay.Report(output, "disk full: not tried, no file system may be mounted here");
            return;
        }

        await using var house = await DurableHouse.OpenAsync(disk.Folder, ("max_wal_size", "32MB"), ("min_wal_size", "32MB"));
        await using var serve = await ServeProcess.StartAsync(house);
        using var files = new ImportFolder();
        var ledger = new Ledger();
        var (api, journal) = (new Load("api", Senders.ThroughApi(() => serve), ledger), new Load("journal", Senders.ThroughJournal(house.Journal), ledger));
        await api.UntilTakenAsync(20);
        await journal.UntilTakenAsync(20);

        disk.Fill();
        await api.UntilRefusedAsync();
        await journal.UntilRefusedAsync();
        string[] words = ["import", files.WriteStays("a.csv", women: 2_000, rowsEach: 2), "--mapping", files.Write("a.json", ImportFolder.SmallMapping), "--partnership", "north", "--data", house.Folder];
        var noTables = await RefusedAsync(words);
        noTables.Should().Contain(NoSpace);
        await WriteUntilItFallsAsync(house);
        var noLog = await RefusedAsync(words);
        noLog.Should().Contain("no space left on the disk");
        var unknown = await serve.Client.PostAsJsonAsync("/api/facts", Senders.Wire(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Samples.Day }, new SourceReference("api", "unknown")));
        (unknown.StatusCode, (await unknown.Content.ReadAsStringAsync()).Contains("is not known", StringComparison.Ordinal)).Should().Be((HttpStatusCode.ServiceUnavailable, true));
        serve.HasEnded.Should().BeFalse();
        var taken = ledger.Count;

        disk.MakeRoom();
        await api.UntilTakenAsync(20);
        await journal.UntilTakenAsync(20);
        (await CliProcess.RunAsync(words)).ExitCode.Should().Be(0);
        var health = new FoldingHealth(house.Database.Sources);
        await BadDay.UntilAsync(async () => await health.ReadAsync(default) is { Behind: 0 }, "the folds are up again");
        (await ledger.LostAsync(house)).Should().Be(0);
        (await Ledger.DoubledAsync(house)).Should().Be(0);
        (await ledger.UnknownWhenSentAgainAsync(house.Journal)).Should().Be(0);
        string.Join('\n', serve.Said).Should().Contain(NoSpace, "the operator is told what is the matter");
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture,
            $"disk full: {taken:N0} acknowledged before nothing was taken any more ; then PostgreSQL fell for want of room for its log; {ledger.Count:N0} in the end, lost 0, doubled 0; import said first: {noTables} Then: {noLog}"));
    }

    private static async Task<string> RefusedAsync(string[] words)
    {
        var outcome = await CliProcess.RunAsync(words);
        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().NotContain("   at ");
        return outcome.Messages.Trim().Split('\n')[^1];
    }

    /// <summary>A table that cannot grow is an error; a log that cannot is the end of the server.</summary>
    private static async Task WriteUntilItFallsAsync(DurableHouse house)
    {
        var server = house.ServerPid;
        for (var segments = 0; segments < 50 && Directory.Exists($"/proc/{server}"); segments++)
        {
            try
            {
                await house.TellAsync("select pg_logical_emit_message(true, 'full', 'x'); select pg_switch_wal()");
            }
            catch (Npgsql.NpgsqlException)
            {
                await Task.Delay(200);
            }
        }

        Directory.Exists($"/proc/{server}").Should().BeFalse("there is no room for another segment of its log");
    }

    /// <summary>Facts with long notes, one after another.</summary>
    private sealed class Load(string name, Send send, Ledger ledger)
    {
        private readonly Random random = new(BadDay.Seed);
        private (SourceReference Source, Fact Fact)? open;
        private Ledger.Entry? hers;
        private int number;

        public async Task UntilTakenAsync(int more)
        {
            for (var i = 0; i < more; i++) await BadDay.UntilAsync(OneAsync, "a fact is taken");
        }

        public async Task UntilRefusedAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await OneAsync()) patience.Token.ThrowIfCancellationRequested();
        }

        private async Task<bool> OneAsync()
        {
            // What was not taken is sent again as it was: whether it was recorded is not known.
            open ??= (new SourceReference(name, $"{++number}"), hers is null ? new JourneyOpened(OpenedBy.Hand) { HappenedOn = Samples.Day } : Long());
            if ((await send(hers?.Journey, open.Value.Fact, open.Value.Source)).Entry is not { } entry) return false;
            ledger.Acknowledge(open.Value.Source, entry);
            open = null;
            // Few facts to a journey, so that reading it stays quick.
            hers = number % 50 == 0 ? null : entry;
            return true;
        }

        private Contact Long() => new("visit", Protected.Of(Convert.ToBase64String(Bytes()))) { HappenedOn = Samples.Day };

        private byte[] Bytes()
        {
            var bytes = new byte[2_900];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
