using System.Buffers.Binary;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.Live;

/// <summary>When a fact was recorded, to the millisecond, as its id (version 7) says it.</summary>
internal static class MadeAt
{
    /// <returns>Null when there is no fact, or its id says no time.</returns>
    public static DateTimeOffset? Of(FactId? fact)
    {
        if (fact is not { Value: { Version: 7 } id }) return null;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }
}
