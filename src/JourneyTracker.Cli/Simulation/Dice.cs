using System.Buffers.Binary;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Chance that can be repeated: the same names give the same throws on every machine and in every version of the runtime (SplitMix64).</summary>
internal sealed class Dice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    public Dice(params ReadOnlySpan<ulong> names)
    {
        foreach (var name in names) state = Mix(state + Golden + name);
    }

    public bool Chance(double share) => Unit() < share;

    /// <summary>A whole number; both ends can come.</summary>
    public int Between(int least, int most) => least + (int)(Unit() * (most - least + 1));

    /// <summary>A number of days, at least one, whose mean is about that: most are short, a few are long.</summary>
    public int Days(double mean) => 1 + (int)(-Math.Log(1 - Unit()) * Math.Max(mean - 0.5, 0));

    public T Pick<T>(params ReadOnlySpan<T> from) => from[Between(0, from.Length - 1)];

    /// <summary>One of several, by weight.</summary>
    public T Weigh<T>(params ReadOnlySpan<(T What, double Weight)> from)
    {
        var total = 0.0;
        foreach (var (_, weight) in from) total += weight;
        var thrown = Unit() * total;
        foreach (var (what, weight) in from)
            if ((thrown -= weight) < 0) return what;
        return from[^1].What;
    }

    /// <summary>A version 4 id.</summary>
    public Guid RandomId() => Id(Next(), Next(), 4);

    /// <summary>A version 7 id of that instant.</summary>
    public Guid IdAt(DateTimeOffset instant) => Id(((ulong)instant.ToUnixTimeMilliseconds() << 16) | (Next() & 0xFFFF), Next(), 7);

    private static Guid Id(ulong high, ulong low, ulong version)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (high & ~0xF000UL) | (version << 12));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mix(state += Golden);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
