using System.Collections.Concurrent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>What was acknowledged, kept outside the database: by this it is judged.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<SourceReference, Entry> entries = new();
    private int contradictions;

    /// <param name="Journey">The woman's journey.</param>
    /// <param name="Fact">As it was sent.</param>
    /// <param name="Id">As it was answered.</param>
    /// <param name="Position">As it was answered.</param>
    public sealed record Entry(JourneyId Journey, Fact Fact, FactId Id, long Position);

    public IReadOnlyDictionary<SourceReference, Entry> Entries => entries;

    public int Count => entries.Count;

    /// <summary>How often the same reference was answered with another fact.</summary>
    public int Contradictions => contradictions;

    public void Acknowledge(SourceReference source, Entry entry)
    {
        var first = entries.GetOrAdd(source, entry);
        if ((first.Id, first.Position) != (entry.Id, entry.Position)) Interlocked.Increment(ref contradictions);
    }

    /// <summary>How many acknowledged facts do not stand where they were said to.</summary>
    public async Task<long> LostAsync(DurableHouse house)
    {
        var all = entries.Values.ToList();
        if (all.Count == 0) return 0;
        await using var connection = new Npgsql.NpgsqlConnection(house.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("""
            select count(*) from unnest($1::uuid[], $2::bigint[], $3::uuid[]) as a (fact, position, journey)
            where not exists (select from journeys.mt_events e where e.seq_id = a.position and e.id = a.fact and e.stream_id = a.journey)
            """, connection);
        command.Parameters.AddWithValue(all.ConvertAll(e => e.Id.Value).ToArray());
        command.Parameters.AddWithValue(all.ConvertAll(e => e.Position).ToArray());
        command.Parameters.AddWithValue(all.ConvertAll(e => e.Journey.Value).ToArray());
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many facts stand in the journal more than once, by fact id or by source reference; acknowledged or not.</summary>
    public static Task<long> DoubledAsync(DurableHouse house) => house.AskAsync<long>("""
        select (select count(*) from (select id from journeys.mt_events group by id having count(*) > 1) as i)
          + (select count(*) from (select headers->>'source', headers->>'sourceReference' from journeys.mt_events
              where headers ? 'sourceReference' group by tenant_id, 1, 2 having count(*) > 1) as r)
        """);

    /// <summary>Sends everything once more. Each must be known, and be answered as at first.</summary>
    public async Task<int> UnknownWhenSentAgainAsync(IJournal journal)
    {
        var unknown = 0;
        foreach (var slice in entries.Chunk(1_000))
        {
            var outcomes = await journal.LoadAsync([.. slice.Select(e => Again(e.Key, e.Value))], default);
            unknown += slice.Zip(outcomes).Count(p =>
                p.Second is not AppendOutcome.Accepted { Facts: [{ Repeated: true } placed] } || (placed.Id, placed.Position) != (p.First.Value.Id, p.First.Value.Position));
        }

        return unknown;
    }

    private static Append Again(SourceReference source, Entry entry) =>
        new(DurableHouse.North, entry.Journey, Journal.Samples.Tester, [new NewFact(new FactId(Guid.CreateVersion7()), entry.Fact, source)]);
}
