using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>One group of a load: look, decide, write, in one transaction.</summary>
internal sealed class LoadCommand(IPlanWriter writer)
{
    public async Task<IReadOnlyList<AppendOutcome>> ExecuteAsync(NpgsqlConnection connection, AppendGroup group, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var plan = new LoadPlan(group.Appends, await LoadSight.LookAsync(connection, transaction, group, ct));
        var numbers = plan.Rows.Count == 0 ? [] : await writer.WriteAsync(connection, transaction, group.Appends[0].Partnership, plan, ct);
        await transaction.CommitAsync(ct);
        return plan.Outcomes(numbers);
    }

    /// <summary>Several groups, each of another partnership, in one transaction. When one of their appends is refused, nothing is written and no number is drawn.</summary>
    public async Task<IReadOnlyDictionary<PreparedAppend, AppendOutcome>> TogetherAsync(
        NpgsqlConnection connection, IReadOnlyList<AppendGroup> groups, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var plans = new List<LoadPlan>();
        foreach (var group in groups) plans.Add(new LoadPlan(group.Appends, await LoadSight.LookAsync(connection, transaction, group, ct)));
        var outcomes = new Dictionary<PreparedAppend, AppendOutcome>(ReferenceEqualityComparer.Instance);
        var written = plans.TrueForAll(p => !p.Refuses);
        for (var i = 0; i < groups.Count; i++)
        {
            var numbers = written ? await WriteScopedAsync(connection, transaction, groups[i], plans[i], ct) : new long[plans[i].Rows.Count];
            foreach (var (append, outcome) in groups[i].Appends.Zip(plans[i].Outcomes(numbers))) outcomes[append] = outcome;
        }

        if (written) await transaction.CommitAsync(ct);
        return outcomes;
    }

    private async Task<long[]> WriteScopedAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AppendGroup group, LoadPlan plan, CancellationToken ct)
    {
        if (plan.Rows.Count == 0) return [];
        await using (var scope = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(group.Appends[0].Partnership) } }) await scope.ExecuteNonQueryAsync(ct);
        return await writer.WriteAsync(connection, transaction, group.Appends[0].Partnership, plan, ct);
    }
}
