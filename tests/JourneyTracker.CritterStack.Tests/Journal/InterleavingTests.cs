using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Projections.Status;
using Microsoft.Extensions.Logging.Abstractions;
using EventAppendMode = JasperFx.Events.EventAppendMode;

namespace JourneyTracker.CritterStack.Tests.Journal;

/// <summary>Every make of journal and two applications on Marten write one database at once, and some of what they write is taken back.</summary>
public sealed class InterleavingTests(MartenHouse house) : IClassFixture<MartenHouse>
{
    private const int Writers = 8;
    private static readonly int Facts = Environment.GetEnvironmentVariable("JOURNEY_FULL") == "1" ? 10_000 : 500;
    private readonly JourneyId[] journeys = [.. Enumerable.Range(0, Facts / 20).Select(_ => Samples.NewJourney())];
    private int acknowledged;

    [PostgresFact]
    public async Task Nothing_is_lost_holes_are_closed_and_every_make_reads_and_folds_the_same()
    {
        using var stop = new CancellationTokenSource();
        var closing = house.Own.House.HoleCloser.RunAsync(stop.Token);
        await using ForeignMarten rich = Foreign(EventAppendMode.Rich), quick = Foreign(EventAppendMode.Quick);
        IJournal[] ours = [house.Own.House.Journal, house.Quick.Journal, house.Rich.Journal];
        ForeignMarten[] others = [rich, quick];

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => WriteAsync(new Random(n), ours, others)));
        await stop.CancelAsync();
        await closing.ContinueWith(_ => { }, TaskScheduler.Default);
        await house.Own.House.HoleCloser.CloseAsync(default);

        acknowledged.Should().BeGreaterThanOrEqualTo(Facts);
        (await ScalarAsync("select count(*) from journeys.mt_events where type <> 'tombstone'")).Should().Be(acknowledged, "what was taken back stands nowhere, and nothing else is missing");
        (await ScalarAsync("select count(*) from journeys.mt_events where type = 'tombstone'")).Should().BePositive("numbers were burnt");
        (await ScalarAsync("select max(seq_id) - count(*) from journeys.mt_events")).Should().Be(0, "no hole is left");
        (await house.Own.House.Journal.PositionAsync(default)).Should().Be(await ScalarAsync("select max(seq_id) from journeys.mt_events"));
        await AllReadTheSameAsync(ours);
        await AllFoldTheSameAsync();
    }

    private async Task WriteAsync(Random random, IJournal[] ours, ForeignMarten[] others)
    {
        while (Volatile.Read(ref acknowledged) < Facts)
        {
            var journey = journeys[random.Next(journeys.Length)];
            Fact[] facts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Some(random))];
            var chosen = random.Next(ours.Length + others.Length);
            var taken = chosen < ours.Length ? await OursAsync(ours[chosen], journey, facts, random) : await OthersAsync(others[chosen - ours.Length], journey, facts, random);
            Interlocked.Add(ref acknowledged, taken);
        }
    }

    private static async Task<int> OursAsync(IJournal journal, JourneyId journey, Fact[] facts, Random random)
    {
        Append append = Samples.Append(journey, [.. facts.Select(f => Samples.New(f, random.Next(2) == 0 ? Samples.Unique("r") : null))]);
        if (random.Next(10) == 0) append = append with { ExpectedVersion = 100_000 };
        var outcome = random.Next(3) == 0 ? (await journal.LoadAsync([append], default))[0] : await journal.AppendAsync(append, default);
        if (append.ExpectedVersion is null && outcome is AppendOutcome.Refused refused) refused.Why.Rule.Should().Be(Rule.Busy, refused.Why.ToString());
        return outcome is AppendOutcome.Accepted ? facts.Length : 0;
    }

    private static async Task<int> OthersAsync(ForeignMarten other, JourneyId journey, Fact[] facts, Random random)
    {
        try
        {
            if (random.Next(4) == 0)
            {
                await other.RollBackAsync(journey, facts);
                return 0;
            }

            await other.AppendAsync(journey, facts);
            return facts.Length;
        }
        catch (Exception lost) when (lost is not Xunit.Sdk.XunitException)
        {
            // Somebody else was first on this journey: Marten says so, and has recorded nothing.
            return 0;
        }
    }

    private async Task AllReadTheSameAsync(IJournal[] ours)
    {
        foreach (var journey in journeys)
        {
            var reads = new List<IReadOnlyList<RecordedFact>>();
            foreach (var journal in ours) reads.Add(await journal.ReadAsync(JournalHouse.North, journey, null, default));
            foreach (var read in reads)
            {
                read.Should().Equal(reads[0]);
                read.Select(f => f.Version).Should().Equal(Enumerable.Range(1, read.Count).Select(n => (long)n));
                read.Select(f => f.Position).Should().BeInAscendingOrder();
            }
        }
    }

    /// <summary>Folded as they came by a program on one make, and folded anew from all facts by one on another.</summary>
    private async Task AllFoldTheSameAsync()
    {
        await new FoldingNode(house.Quick, TimeProvider.System, NullLogger<FoldingNode>.Instance).CatchUpAsync(null, default);
        var followed = await SpellsAsync();
        await new FoldRebuild(house.Own.House.Sources).RunAsync(FoldNames.All, null, default);

        followed.Should().NotBeEmpty();
        (await SpellsAsync()).Should().Be(followed);
        (await house.Own.Database.SuperuserScalarAsync<string>("select coalesce(string_agg(f::text, chr(10)), '') from journeys.fold_failure f")).Should().BeEmpty();
    }

    private Task<string> SpellsAsync() => house.Own.Database.SuperuserScalarAsync<string>(
        $"select coalesce(string_agg(t.line, chr(10) order by t.line), '') from (select (to_jsonb(s) - 'generation')::text as line from journeys.status_spell s, journeys.fold_generation g where g.fold = '{JourneyStatus.Name}' and g.generation = s.generation) as t");

    private ForeignMarten Foreign(EventAppendMode mode) => new(house.Own.Database.SuperuserConnectionString, mode);

    private Task<long> ScalarAsync(string sql) => house.Own.Database.SuperuserScalarAsync<long>(sql);

    private static Fact Some(Random random) => random.Next(4) switch
    {
        0 => new Received(CustodyBasis.Remand) { HappenedOn = Samples.Day },
        1 => new Released(ReleaseKind.OnLicence) { HappenedOn = Samples.Day.AddDays(1) },
        2 => new Arrested("THEFT") { HappenedOn = Samples.Day },
        _ => Samples.Contact("call"),
    };
}
