using JourneyTracker.CritterStack.Tests.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding;
using Microsoft.Extensions.Logging.Abstractions;
using EventAppendMode = JasperFx.Events.EventAppendMode;

namespace JourneyTracker.CritterStack.Tests.Folding;

/// <summary>Marten's daemon drives the folds.</summary>
public sealed class DaemonTests(MartenHouse house) : IClassFixture<MartenHouse>
{
    private readonly FoldingHealth health = new(house.Own.House.Sources);

    /// <summary>That it is the daemon shows in how far it says it has come.</summary>
    [PostgresFact]
    public async Task What_anybody_records_is_folded_at_once_and_a_number_that_is_still_to_come_is_not_passed()
    {
        using var stop = new CancellationTokenSource();
        var folding = new FoldingNode(house.Quick, TimeProvider.System, NullLogger<FoldingNode>.Instance).RunAsync(stop.Token);
        await house.Own.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("own"))), default);
        await FoldedAsync(await house.Own.House.Journal.PositionAsync(default));
        await using var other = new ForeignMarten(house.Own.Database.SuperuserConnectionString, EventAppendMode.Rich);
        await other.RollBackAsync(Samples.NewJourney(), [Samples.Contact("taken back")]);
        await house.Quick.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("ours"))), default);
        var last = await house.Own.Database.SuperuserScalarAsync<long>("select last_value from journeys.mt_events_sequence");
        await FoldedAsync(last);
        await UntilAsync(async () => await house.Own.Database.SuperuserScalarAsync<long>("select coalesce(max(last_seq_id), 0) from journeys.mt_event_progression where name like 'Folds:%'") == last);

        await stop.CancelAsync();
        await folding;
        (await house.Own.Database.SuperuserScalarAsync<long>("select max(seq_id) - count(*) from journeys.mt_events")).Should().Be(0, "the hole was closed before it was passed");
    }

    private Task FoldedAsync(long position) => UntilAsync(async () => (await health.ReadAsync(default)).FoldedTo >= position);

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await there()) await Task.Delay(50, patience.Token);
    }
}
