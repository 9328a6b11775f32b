using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>What was read of a journey is kept, and is never anything else than what the database has.</summary>
public sealed class KeptFactsTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_restore_to_an_earlier_moment_what_came_later_is_gone_and_what_took_its_place_is_there(bool isFollowed)
    {
        var journey = Samples.NewJourney();
        await AppendAsync(journey, "first");
        await AppendAsync(journey, "lost");
        (await TypesAsync(journey)).Should().Equal("first", "lost");
        await house.Database.ExecuteSuperAsync($$"""
            begin;
            alter table journeys.mt_events disable trigger user; alter table journeys.mt_streams disable trigger user;
            delete from journeys.mt_events where stream_id = '{{journey}}' and version = 2; update journeys.mt_streams set version = 1 where id = '{{journey}}';
            alter table journeys.mt_events enable trigger user; alter table journeys.mt_streams enable trigger user;
            commit
            """);
        if (isFollowed) await AppendAsync(journey, "other");

        (await TypesAsync(journey)).Should().Equal(isFollowed ? ["first", "other"] : ["first"]);
    }

    private async Task AppendAsync(JourneyId journey, string type) => await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact(type))), default);

    private async Task<IEnumerable<string>> TypesAsync(JourneyId journey) => (await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Select(f => ((Contact)f.Fact).Type);
}
