using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>An append, or a chunk of a load, in a transaction of its own, waiting for locks and trying again where another try can help.</summary>
internal sealed class LoneAppender(NpgsqlDataSource patient)
{
    private const int MostAttempts = 5;

    /// <summary>Answers for each append of the group; falls back to one by one when the group as a whole cannot be written.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(AppendGroup group, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(group, ct);
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

    private async Task<IReadOnlyList<AppendOutcome>> OneByOneAsync(AppendGroup group, CancellationToken ct)
    {
        var outcomes = new List<AppendOutcome>(group.Appends.Count);
        foreach (var append in group.Appends)
        {
            outcomes.AddRange(await AppendAsync(AppendGroup.Of([append]), ct));
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<AppendOutcome>> OnceAsync(AppendGroup group, CancellationToken ct)
    {
        await using var connection = await patient.OpenConnectionAsync(ct);
        try
        {
            var outcomes = new AppendOutcome[group.Appends.Count];
            var left = Enumerable.Range(0, outcomes.Length).ToList();
            for (var attempt = 1; left.Count > 0 && attempt <= MostAttempts; attempt++)
            {
                // A journey that was opened by somebody else in the instant between two statements is left unanswered: it is there now.
                var answers = await GroupCommand.ExecuteAsync(connection, attempt == 1 ? group : AppendGroup.Of(left.Select(i => group.Appends[i])), wait: true, ct);
                for (var i = 0; i < left.Count; i++) outcomes[left[i]] = answers[i] ?? new AppendOutcome.Refused(Refusals.Busy);
                left = [.. left.Where((_, i) => answers[i] is null)];
            }

            return outcomes;
        }
        catch
        {
            await Failures.ReleaseAsync(connection);
            throw;
        }
    }
}
