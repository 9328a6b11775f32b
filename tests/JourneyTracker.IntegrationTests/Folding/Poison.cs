using JourneyTracker.Domain.Identity;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Facts that no version of the program can read.</summary>
internal static class Poison
{
    public static Task AddAsync(FoldingHouse house, JourneyId journey, string name) => house.AsSuperuserAsync($$"""
        update journeys.mt_streams set version = version + 1 where id = '{{journey}}';
        insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
        select nextval('journeys.mt_events_sequence'), gen_random_uuid(), id, version, '{"happenedOn":"2026-03-09"}', '{{name}}', now(), tenant_id, '{"person":"p","agency":"a"}'
        from journeys.mt_streams where id = '{{journey}}'
        """);
}
