using System.Globalization;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Replaying;

/// <summary>Addresses of moments of a journey, which people can quote: the same address gives the same answer for ever, as far as the caller may see it.</summary>
internal static class ReplayAddress
{
    public static string Of(JourneyId journey, DateOnly asAt, DateTimeOffset knownAt, DateOnly? lawOn, ReplayOrder order) =>
        With($"/journeys/{journey}/replay", ("asAt", Words.Iso(asAt)), ("knownAt", Text(knownAt)), ("lawOn", Text(lawOn)), ("order", Text(order)));

    /// <summary>One step: it settles the day, or the instant.</summary>
    public static string Of(SteppedReplay replay, int step, DateOnly? lawOn) => With(
        $"/journeys/{replay.Id}/replay", ("step", step.ToString(CultureInfo.InvariantCulture)),
        replay.Order == ReplayOrder.Happened ? ("knownAt", Text(replay.KnownAt)) : ("asAt", Words.Iso(replay.AsAt)), ("lawOn", Text(lawOn)), ("order", Text(replay.Order)));

    public static string Difference(JourneyId journey, (DateOnly AsAt, DateTimeOffset KnownAt)? from, (DateOnly AsAt, DateTimeOffset KnownAt)? to) => With(
        $"/journeys/{journey}/replay/difference", ("fromAsAt", Text(from?.AsAt)), ("fromKnownAt", from is { } f ? Text(f.KnownAt) : null), ("asAt", Text(to?.AsAt)), ("knownAt", to is { } t ? Text(t.KnownAt) : null));

    /// <summary>An address with what is given of some parameters.</summary>
    public static string With(string path, params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return string.Join('?', new[] { path, string.Join('&', given) }.Where(p => p.Length > 0));
    }

    /// <summary>To the microsecond, as the journal keeps it.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day is { } one ? Words.Iso(one) : null;

    public static string? Text(ReplayOrder order) => order == ReplayOrder.Recorded ? "recorded" : null;
}
