using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Secrets;

/// <summary>Opens the protected values of recorded facts for those who may see them.</summary>
public sealed class FactSealing(JourneyKeys keys) : IProtectedValues
{
    /// <summary>The same facts with their protected values open, or marked as erased where the journey's key was destroyed. Any number of journeys, one round trip.</summary>
    public async Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts, CancellationToken ct)
    {
        var hiding = facts.Where(f => f.Unreadable is null && Hides(f.Fact)).Select(f => f.Journey).ToHashSet();
        if (hiding.Count == 0) return facts;
        var found = await keys.FindAsync(hiding, ct);
        return [.. facts.Select(f => hiding.Contains(f.Journey) ? Open(f, new JourneySealer(f.Journey, found.GetValueOrDefault(f.Journey))) : f)];
    }

    /// <summary>Whether the fact has a protected value that is open and must be sealed before it is stored.</summary>
    internal static bool MustBeSealed(Fact fact)
    {
        if (!FactCatalogue.Of(fact).CanHide) return false;
        var probe = new Probe();
        fact.Seal(probe);
        return probe.Asked;
    }

    private static bool Hides(Fact fact)
    {
        if (!FactCatalogue.Of(fact).CanHide) return false;
        var probe = new Probe();
        fact.Open(probe);
        return probe.Asked;
    }

    private static RecordedFact Open(RecordedFact recorded, JourneySealer sealer)
    {
        if (recorded.Unreadable is not null) return recorded;
        try
        {
            return recorded with { Fact = recorded.Fact.Open(sealer) };
        }
        catch (UnreadableFactException wrong)
        {
            return recorded with { Unreadable = wrong.Message };
        }
    }

    private sealed class Probe : ISealer
    {
        public bool Asked { get; private set; }

        public string Seal(ReadOnlySpan<byte> plain)
        {
            Asked = true;
            return Protected.SealedPrefix;
        }

        public byte[]? Open(string sealedValue)
        {
            Asked = true;
            return null;
        }
    }
}
