using System.Collections.Concurrent;

namespace JourneyTracker.Web.Live;

/// <summary>Remembers answers for a while: what is asked often, takes long, and may be a little old.</summary>
internal sealed class Kept<TKey, TValue>(TimeProvider clock, TimeSpan howLong)
    where TKey : notnull
{
    private const int MostHeld = 256;
    private readonly ConcurrentDictionary<TKey, (long At, TValue Value)> held = new();

    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        if (held.TryGetValue(key, out var found) && clock.GetElapsedTime(found.At) < howLong) return found.Value;
        if (held.Count >= MostHeld) held.Clear();
        var began = clock.GetTimestamp();
        var value = await read();
        held[key] = (began, value);
        return value;
    }
}
