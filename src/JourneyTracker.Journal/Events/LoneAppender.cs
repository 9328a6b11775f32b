using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>An append, or a chunk of a load, in a transaction of its own, waiting for locks and trying again where another try can help.</summary>
internal sealed class LoneAppender(NpgsqlDataSource patient, IPlanWriter writer)
{
    private const int MostAttempts = 5;
    private readonly LoadCommand command = new(writer);

    /// <summary>Answers for each append of the group; falls back to one by one when the group as a whole cannot be written.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(AppendGroup group, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(c => command.ExecuteAsync(c, group, ct), ct);
            }
            catch (PostgresException met) when (Failures.MayPass(met) && attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), ct);
            }
            catch (PostgresException met) when (group.Appends.Count > 1 && (Failures.MayPass(met) || Failures.IsAboutValues(met)))
            {
                return await OneByOneAsync(group, ct);
            }
            catch (PostgresException met) when (Failures.MayPass(met))
            {
                return [new AppendOutcome.Refused(Refusals.Busy)];
            }
            catch (PostgresException met) when (Failures.IsAboutValues(met))
            {
                return [new AppendOutcome.Refused(Refusals.CannotBeKept)];
            }
        }
    }

    /// <summary>All of the appends or none, in one transaction, whatever partnerships they are of.</summary>
    public async Task<AppendOutcome> TogetherAsync(IReadOnlyList<PreparedAppend> appends, CancellationToken ct)
    {
        AppendGroup[] groups = [.. appends.GroupBy(a => a.Partnership).OrderBy(g => g.Key.Name, StringComparer.Ordinal).Select(AppendGroup.Of)];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcomes = await OnceAsync(c => command.TogetherAsync(c, groups, ct), ct);
                if (outcomes.Values.OfType<AppendOutcome.Refused>().FirstOrDefault() is { } refused) return refused;
                var accepted = appends.Select(a => (AppendOutcome.Accepted)outcomes[a]).ToList();
                return new AppendOutcome.Accepted([.. accepted.SelectMany(a => a.Facts)], accepted[0].Version);
            }
            catch (PostgresException met) when (Failures.MayPass(met))
            {
                if (attempt == MostAttempts) return new AppendOutcome.Refused(Refusals.Busy);
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), ct);
            }
            catch (PostgresException met) when (Failures.IsAboutValues(met))
            {
                return new AppendOutcome.Refused(Refusals.CannotBeKept);
            }
        }
    }

    private async Task<IReadOnlyList<AppendOutcome>> OneByOneAsync(AppendGroup group, CancellationToken ct)
    {
        var outcomes = new List<AppendOutcome>(group.Appends.Count);
        var busy = new HashSet<JourneyId>();
        foreach (var append in group.Appends)
        {
            // What comes after an append that was not taken would stand before it when that is sent again.
            var outcome = busy.Contains(append.Journey) ? new AppendOutcome.Refused(Refusals.Busy) : (await AppendAsync(AppendGroup.Of([append]), ct))[0];
            if (outcome is AppendOutcome.Refused { Why.Rule: Rule.Busy }) busy.Add(append.Journey);
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken ct)
    {
        await using var connection = await patient.OpenConnectionAsync(ct);
        try
        {
            return await write(connection);
        }
        catch (Exception wrong)
        {
            await Failures.ReleaseAsync(connection);
            if (Failures.Explain(wrong) is BrokenSequenceException broken) throw broken;
            throw;
        }
    }
}
