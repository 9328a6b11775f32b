using JourneyTracker.CritterStack.Recording;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using EventAppendMode = JasperFx.Events.EventAppendMode;

namespace JourneyTracker.CritterStack.Tests.Journal;

/// <summary>Both makes of journals leave the same rows in the same tables.</summary>
public sealed class SameTablesTests(MartenHouse house) : IClassFixture<MartenHouse>
{
    [PostgresFact]
    public async Task Marten_finds_no_difference_in_the_tables_after_every_make_has_recorded()
    {
        foreach (var database in new[] { house.Own.House, house.Quick, house.Rich }) await RecordAsync(database, Samples.NewJourney(), Samples.Contact("a"));

        await using var store = MartenStore.Open(house.Own.House.Sources.Owner, EventAppendMode.QuickWithServerTimestamps);
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
        await house.Own.Database.ExecuteSuperAsync("alter table journeys.mt_events drop column causation_id");
        var spoiled = () => store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
        await spoiled.Should().ThrowAsync<Exception>("the assertion sees a difference where there is one");
        await house.Own.Database.ExecuteSuperAsync("alter table journeys.mt_events add column causation_id varchar");
    }

    [PostgresFact]
    public async Task A_fact_has_the_same_name_body_and_headers_whoever_wrote_it()
    {
        var open = Samples.EveryKind.Where(f => !FactCatalogue.Of(f).CanHide && f.Matter is null && f is not Corrected).ToArray();
        open.Length.Should().BeGreaterThan(20);
        var written = new List<string>();
        foreach (var database in new[] { house.Own.House, house.Quick, house.Rich })
        {
            var journey = Samples.NewJourney();
            await RecordAsync(database, journey, open);
            written.Add(await house.Own.Database.SuperuserScalarAsync<string>(
                $"select string_agg(concat_ws(' ', version, type, data, headers, bdata is null, is_archived, tenant_id), chr(10) order by version) from journeys.mt_events where stream_id = '{journey}'"));
        }

        written[1].Should().Be(written[0]);
        written[2].Should().Be(written[0]);
    }

    [PostgresFact]
    public async Task A_fact_that_Marten_cannot_read_is_named_and_the_others_are_read()
    {
        var journey = Samples.NewJourney();
        await RecordAsync(house.Quick, journey, Samples.Contact("a"));
        await house.Own.Database.ExecuteSuperAsync($$"""
            update journeys.mt_streams set version = 2 where id = '{{journey}}';
            insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('journeys.mt_events_sequence'), gen_random_uuid(), '{{journey}}', 2, '{}', 'from-elsewhere.v1', clock_timestamp(), 'north')
            """);

        var read = await house.Quick.Journal.ReadAsync(JournalHouse.North, journey, null, default);

        read.Select(f => f.Unreadable is null).Should().Equal(true, false);
    }

    private static async Task RecordAsync(JourneyDatabase database, JourneyId journey, params Fact[] facts) =>
        (await database.Journal.AppendAsync(Samples.Append(journey, [.. facts.Select(f => Samples.New(f))]), default)).Should().BeOfType<AppendOutcome.Accepted>();
}
