using System.Diagnostics.CodeAnalysis;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Puts a simulated history into the journal. Stopped and started again, it ends with the same journal: every fact has its reference.</summary>
/// <param name="journal">Where it is recorded.</param>
/// <param name="vault">Where the women's names go; null to leave them nameless.</param>
/// <param name="partnership">Whose women they are.</param>
internal sealed class BackHistory(IJournal journal, IIdentityVault? vault, Partnership partnership)
{
    private const int FactsAtOnce = 4_000;
    private const int WomanYearsAtOnce = 250_000;
    private const int VaultAtOnce = 8;

    /// <summary>Women and facts on record in the end, and how many of the facts had been there before.</summary>
    public sealed record Report(int Women, int Facts, int Repeated);

    /// <param name="history">What to load.</param>
    /// <param name="years">How many years it has: long ones are loaded in stretches, so that memory stays flat.</param>
    /// <param name="progress">Told the part that is done, from 0 to 1.</param>
    /// <param name="ct">Stops between two chunks.</param>
    public async Task<Report> LoadAsync(History history, int years, IProgress<double>? progress, CancellationToken ct)
    {
        var stretches = 1 + (int)((long)history.Women * years / WomanYearsAtOnce);
        var start = Domain.Time.LondonDay.StartOf(history.FirstDay);
        var (facts, repeated) = (0, 0);
        for (var i = 0; i < stretches; i++)
        {
            var recorded = history.Recorded(start + ((history.End - start) / stretches * i), i == stretches - 1 ? history.End : start + ((history.End - start) / stretches * (i + 1)));
            foreach (var chunk in recorded.Chunk(FactsAtOnce))
            {
                repeated += await LoadAsync(chunk, ct);
                facts += chunk.Length;
                progress?.Report((i + ((double)facts / Math.Max(facts, recorded.Count))) / stretches);
            }
        }

        // After the facts: what is refused leaves no identity behind.
        var women = await PutIdentitiesAsync(history, ct);
        progress?.Report(1);
        return new Report(women, facts, repeated);
    }

    private async Task<int> PutIdentitiesAsync(History history, CancellationToken ct)
    {
        var known = 0;
        await Parallel.ForAsync(0, history.Women, new ParallelOptions { MaxDegreeOfParallelism = VaultAtOnce, CancellationToken = ct }, async (number, token) =>
        {
            var woman = history.Woman(number);
            if (woman.Facts.Count == 0) return;
            if (vault is not null) await vault.PutAsync(partnership, woman.Journey, woman.Identity, token);
            Interlocked.Increment(ref known);
        });
        foreach (var woman in history.Told)
        {
            if (vault is not null) await vault.PutAsync(partnership, woman.Journey, woman.Identity, ct);
            known++;
        }

        return known;
    }

    private async Task<int> LoadAsync(IReadOnlyList<(JourneyId Journey, SimulatedFact Fact)> chunk, CancellationToken ct)
    {
        var outcomes = await journal.LoadAsync([.. chunk.Select(f => new Append(partnership, f.Journey, f.Fact.By, [f.Fact.Fact]))], ct);
        var repeated = 0;
        foreach (var outcome in outcomes)
        {
            if (outcome is AppendOutcome.Refused refused) Refuse(refused.Why);
            else if (outcome is AppendOutcome.Accepted { Facts: [{ Repeated: true }] }) repeated++;
        }

        return repeated;
    }

    [DoesNotReturn]
    private static void Refuse(Domain.Journal.Refusal why) =>
        throw new RefusedException($"The simulated history was refused: {why.What}", how: "Choose another --seed, or name the partnership that these women are in already with --partnership.");
}
