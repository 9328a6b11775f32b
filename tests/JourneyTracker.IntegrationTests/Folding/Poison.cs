using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>Facts that no version of the program can read.</summary>
internal static class Poison
{
    /// <summary>Headers that another program could write, and that are not ours.</summary>
    public static readonly string[] Headers = ["""{"person":5}""", """{"sourceRecordedAt":"yesterday"}""", """["a"]""", "\"text\""];

    public static Task AddAsync(FoldingHouse house, JourneyId journey, string name, string body = Body, string headers = Ours) =>
        house.AsSuperuserAsync(Sql(journey, name, body, headers));

    public static async Task AddAsync(JournalHouse house, JourneyId journey, string name, string body = Body, string headers = Ours)
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync(Sql(journey, name, body, headers));
        await other.CommitAsync();
    }

    private const string Body = """{"happenedOn":"2026-03-09"}""";
    private const string Ours = """{"person":"p","agency":"a"}""";

    private static string Sql(JourneyId journey, string name, string body, string headers) => $$"""
        update journeys.mt_streams set version = version + 1 where id = '{{journey}}';
        insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
        select nextval('journeys.mt_events_sequence'), gen_random_uuid(), id, version, '{{body}}', '{{name}}', now(), tenant_id, '{{headers}}'
        from journeys.mt_streams where id = '{{journey}}'
        """;
}
