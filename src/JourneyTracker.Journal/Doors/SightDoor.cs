using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Doors;

/// <summary>Answers auditors "who could see this on that day, and who did", by asking what decides today of the facts as they were known then.</summary>
public sealed class SightDoor(DataSources sources, IJournal journal, IProtectedValues protectedValues, IAccessLog log, TimeProvider clock)
{
    private static readonly string People = EmbeddedSql.Text("sight_people.sql");
    private static readonly string Looks = EmbeddedSql.Text("sight_looks.sql");
    private readonly AccessReading access = new(protectedValues);

    /// <summary>Null when the caller is no auditor, may not know of the journey, or there was none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The journey.</param>
    /// <param name="day">The day; what was shared and known at its end in London counts.</param>
    /// <param name="door">Which verb or page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SightReading?> OnAsync(Caller caller, JourneyId id, DateOnly day, string door, CancellationToken ct)
    {
        var (began, now) = (Stopwatch.GetTimestamp(), clock.GetUtcNow());
        if (caller.Role != Role.Auditor) return null;
        var all = await Kin.ReadAsync(journal, caller.Partnership, id, long.MaxValue, ct);
        if (all.Count == 0 || (await access.ViewAsync(caller, id, all, now, ct)).Of(caller.Partnership) == Sight.NotFound)
        {
            await log.WriteAsync([AccessEntry.NotFound(now, caller, id, door)], ct);
            await NotFoundPace.KeepAsync(began, ct);
            return null;
        }

        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, id, door, $"who could see it on {day:yyyy-MM-dd}")], ct);

        var end = LondonDay.StartOf(day.AddDays(1)).AddMicroseconds(-1);
        if (end > now) end = now;
        var position = await journal.PositionAtAsync(caller.Partnership, end, ct);
        var then = all.ToDictionary(j => j.Key, j => (IReadOnlyList<RecordedFact>)[.. j.Value.Where(f => f.Position <= position)]);
        if (then[id].Count == 0) return new SightReading(id, day, position, [], []);
        var looks = await LooksAsync(caller.Partnership, [.. all.Keys], LondonDay.StartOf(day), end, ct);
        var people = new List<PersonSight>();
        foreach (var person in await PeopleAsync(caller.Partnership, end, ct))
            people.Add(Sights(await access.ViewAsync(person, id, then, end, ct), then[id], looks));
        return new SightReading(id, day, position, people, looks);
    }

    private static PersonSight Sights(Viewer viewer, IReadOnlyList<RecordedFact> facts, IReadOnlyList<LookedAt> looks)
    {
        var (person, sight) = (viewer.Caller, viewer.Of(viewer.Caller.Partnership));
        var counts = facts.Where(f => f.Unreadable is null).CountBy(viewer.Of).ToDictionary();
        return new PersonSight(
            person.Person, person.Agency, person.AgencyType, person.Role, sight, counts,
            looks.Any(l => l.Person == person.Person && l.Agency == person.Agency && l.Role == person.Role));
    }

    private async Task<List<Caller>> PeopleAsync(Partnership partnership, DateTimeOffset before, CancellationToken ct)
    {
        var people = new List<Caller>();
        await foreach (var row in ReadAsync(People, partnership, [new() { Value = before }], ct))
            people.Add(new Caller(row.GetString(0), row.GetString(1), row.GetString(2), RoleOf(row.GetString(3)), partnership));
        return people;
    }

    private async Task<List<LookedAt>> LooksAsync(Partnership partnership, JourneyId[] journeys, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var looks = new List<LookedAt>();
        await foreach (var row in ReadAsync(Looks, partnership, [new() { Value = journeys.Select(j => j.Value).ToArray() }, new() { Value = from }, new() { Value = until }], ct))
        {
            looks.Add(new LookedAt(
                row.GetString(0), row.GetString(1), RoleOf(row.GetString(2)), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6)));
        }

        return looks;
    }

    private async IAsyncEnumerable<NpgsqlDataReader> ReadAsync(
        string sql, Partnership partnership, NpgsqlParameter[] more, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var batch = sources.Reader.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = partnership.Name } } };
        foreach (var parameter in more) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct)) yield return rows;
    }

    /// <summary>The log keeps roles as codes.</summary>
    private static Role RoleOf(string code) => Enum.Parse<Role>(code, ignoreCase: true);
}
