using System.Text.Json;
using JasperFx.Events;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Events;
using Marten;
using Marten.Services;
using Npgsql;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>Writes a plan by Marten, in the transaction in which it was decided.</summary>
/// <param name="store">Whose sessions write.</param>
/// <param name="tell">Given the transaction and the highest position in it, when all is written and before it commits.</param>
internal sealed class MartenWriter(IDocumentStore store, Func<NpgsqlTransaction, long, Task>? tell = null) : IPlanWriter
{
    public async Task<long[]> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Partnership partnership, LoadPlan plan, CancellationToken ct)
    {
        await MartenSteps.OpenAsync(connection, transaction, partnership, plan, ct);
        var drawn = await MartenSteps.HoldNumbersAsync(connection, transaction, ct);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = partnership.Name;
        try
        {
            await using var session = store.LightweightSession(options);
            var events = plan.Rows.ConvertAll(row => EventOf(session, row, drawn));
            await SaveAsync(session, plan.Rows, events, ct);
            long[] numbers = [.. events.Select(e => e.Sequence)];
            await MartenSteps.FinishAsync(connection, transaction, partnership, plan, numbers, ct);
            if (tell is not null) await tell(transaction, numbers.Max());
            return numbers;
        }
        catch (Exception wrong) when (Met(wrong) is { } met && !ReferenceEquals(met, wrong))
        {
            // Whoever tries again, or refuses, looks at what PostgreSQL said.
            throw new PostgresException(met.MessageText, met.Severity, met.InvariantSeverity, met.SqlState, constraintName: met.ConstraintName);
        }
    }

    /// <summary>
    /// Marten gives numbers stream by stream. So that they follow the order of the rows, as made-up instants must, a stream that comes again after others begins another save.
    /// </summary>
    private static async Task SaveAsync(IDocumentSession session, IReadOnlyList<LoadPlan.NewRow> rows, IReadOnlyList<IEvent> events, CancellationToken ct)
    {
        var saved = new HashSet<JourneyId>();
        for (var (start, end) = (0, 0); start < rows.Count; start = end)
        {
            var journey = rows[start].Journey;
            while (end < rows.Count && rows[end].Journey == journey) end++;
            if (!saved.Add(journey))
            {
                await session.SaveChangesAsync(ct);
                saved.Clear();
                saved.Add(journey);
            }

            // Said always: of a journey that was opened just now, Marten's Rich mode would not know that it stands at 0.
            session.Events.Append(journey.Value, events.Skip(start).Take(end - start)).ExpectedVersionOnServer = rows[start].Version - 1;
        }

        await session.SaveChangesAsync(ct);
    }

    private static IEvent EventOf(IDocumentSession session, LoadPlan.NewRow row, DateTime drawn)
    {
        var told = session.Events.BuildEvent(FactCodec.Read(row.Fact.Name, row.Fact.Body));
        var at = row.RecordedAt ?? drawn;
        told.Id = row.Fact.Id.Value;
        told.Timestamp = new DateTimeOffset(at > row.Floor ? at : row.Floor);
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fact.Headers)!) told.SetHeader(key, value);
        return told;
    }

    private static PostgresException? Met(Exception? wrong)
    {
        for (; wrong is not null; wrong = wrong.InnerException)
        {
            if (wrong is PostgresException met) return met;
        }

        return null;
    }
}
