using System.Collections.Concurrent;
using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Partnerships;

/// <summary>A partnership of this house.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Simulated">Whether its women are made up; only then may facts say when they were recorded. Never changes.</param>
public sealed record PartnershipEntry(Partnership Name, string Title, bool Simulated);

/// <summary>Which partnerships there are.</summary>
public sealed class PartnershipRegister
{
    private readonly DataSources sources;
    private readonly ConcurrentDictionary<Partnership, PartnershipEntry> known = new();

    internal PartnershipRegister(DataSources sources) => this.sources = sources;

    /// <summary>Adds a partnership, or leaves the one of that name as it is; the answer is what stands there now.</summary>
    public async Task<PartnershipEntry> AddAsync(Partnership name, string title, bool simulated, CancellationToken ct)
    {
        await using (var batch = sources.Writer.CreateBatch())
        {
            batch.BatchCommands.Add(Scope.To(name));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into journeys.partnership (name, title, simulated) values ($1, $2, $3) on conflict do nothing")
            {
                Parameters = { new() { Value = name.Name }, new() { Value = title }, new() { Value = simulated } },
            });
            await batch.ExecuteNonQueryAsync(ct);
        }

        return await FindAsync(name, ct) ?? throw new InvalidOperationException($"The partnership {name} was not there after it was added.");
    }

    /// <summary>The partnership of that name; null when there is none.</summary>
    public async Task<PartnershipEntry?> FindAsync(Partnership name, CancellationToken ct)
    {
        if (known.TryGetValue(name, out var entry)) return entry;
        foreach (var row in await ListAsync(ct)) known[row.Name] = row;
        return known.GetValueOrDefault(name);
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<PartnershipEntry>> ListAsync(CancellationToken ct)
    {
        await using var command = sources.Folder.CreateCommand("select name, title, simulated from journeys.partnership order by name");
        await using var rows = await command.ExecuteReaderAsync(ct);
        var all = new List<PartnershipEntry>();
        while (await rows.ReadAsync(ct)) all.Add(new PartnershipEntry(new Partnership(rows.GetString(0)), rows.GetString(1), rows.GetBoolean(2)));
        return all;
    }
}
