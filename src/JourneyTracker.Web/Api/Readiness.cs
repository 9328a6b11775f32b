using System.Data.Common;
using System.Globalization;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.Live;

namespace JourneyTracker.Web.Api;

/// <summary>
/// Whether this server should be sent requests, and what is wrong. Not ready only when what it would show is wrong or nothing at all: a server that is behind, or
/// cannot follow one journey, serves on and says so, else a long import would take every server away at once.
/// </summary>
internal sealed class Readiness(FoldingWatch watch, FirstCatchUp catchUp, BoardFanOut fanOut)
{
    /// <summary>More than this waiting to be folded, or for longer, means that boards are late.</summary>
    private const long MostBehind = 10_000;

    private const int MostJourneys = 20;

    /// <summary>For longer a number that was drawn is not usually without its fact.</summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBehind = TimeSpan.FromMinutes(1);

    /// <param name="ids">The partnership whose frozen journeys are named by id; null for who may not know them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReadinessReport> CheckAsync(Partnership? ids, CancellationToken ct)
    {
        try
        {
            var state = await watch.ReadAsync(ct);
            return Report(state, catchUp.ToGo(state), fanOut.IsFollowing, ids);
        }
        catch (Exception wrong) when (wrong is DbException or TimeoutException)
        {
            return new ReadinessReport(false, Health.Red, ["The database cannot be reached."], null, null, null, null);
        }
    }

    internal static ReadinessReport Report(FoldingState state, long toGo, bool following, Partnership? ids)
    {
        var (stops, warnings, faults) = (new List<string>(), new List<string>(), new List<string>());
        if (toGo > 0) stops.Add($"The boards are being drawn: {FirstCatchUp.InWords(toGo)} Ask again in a moment.");
        else if (state.Behind > MostBehind || (state.Behind > 0 && state.Waiting > LongestBehind))
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", Late(state))} {(Late(state).Count() == 1 ? "is" : "are")} {state.Behind:N0} facts behind; the oldest has waited {state.Waiting.TotalSeconds:N0} s. Boards are late."));
        if (state.Holder is { } holder && state.Waiting > LongestHeld && !(holder.Open < LongestHeld)) warnings.Add(HeldBack(holder, state.Waiting, named: ids is not null));
        if (!following) stops.Add("The board feed is not being followed.");
        if (state.Failures.Count > 0) faults.Add($"{Words.Count(state.Failures.Count, "journey")} cannot be folded and stand still; ./journey doctor says what to do.");
        var folds = state.Folds.Select(f => new FoldReport(f.Name, f.Position, Math.Max(0, state.Position - f.Position), f.Position < state.Position ? Math.Round(state.Waiting.TotalSeconds, 1) : 0)).ToList();
        var journeys = ids is { } own ? state.Failures.Where(f => f.Partnership == own).Take(MostJourneys).Select(f => new FrozenJourney(f.Journey.Value, f.Position)).ToList() : null;
        return new ReadinessReport(
            stops.Count == 0, stops.Count + faults.Count > 0 ? Health.Red : warnings.Count > 0 ? Health.Amber : Health.Green, [.. stops, .. faults, .. warnings],
            state.Behind, folds, state.Failures.Count, journeys);
    }

    private static string HeldBack(LogHolder holder, TimeSpan waiting, bool named)
    {
        var (who, open) = (holder, named) switch
        {
            ({ Process: null }, _) => ("A prepared transaction", ""),
            (_, false) => ("A session of the database", ""),
            _ => ($"Process {holder.Process} of the database (role {holder.Role})", holder.Open is { } age ? string.Create(CultureInfo.InvariantCulture, $" (open for {age.TotalSeconds:N0} s)") : ""),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{who} has held the log back for {waiting.TotalSeconds:N0} s: its transaction{open} drew a number and has not ended. What was recorded since is safe, and is shown when it ends; ./journey doctor says what to do.");
    }

    private static IEnumerable<string> Late(FoldingState state) => state.Folds.Where(f => f.Position < state.Position).Select(f => f.Name);

    internal enum Health
    {
        Green,

        /// <summary>It serves, and something is late.</summary>
        Amber,

        /// <summary>Somebody must act; <see cref="ReadinessReport.Ready"/> says whether it serves.</summary>
        Red,
    }
}

/// <summary>Whether it is ready, and what is wrong.</summary>
/// <param name="Ready">Whether it should be sent requests.</param>
/// <param name="Health">Whether somebody must act.</param>
/// <param name="Problems">Whole sentences.</param>
/// <param name="Behind">How many positions the folds are behind the journal.</param>
/// <param name="Folds">Each fold.</param>
/// <param name="FrozenJourneys">How many journeys cannot be folded, counted up to 100.</param>
/// <param name="Journeys">The first of them, of the partnership served, for whoever runs the server.</param>
internal sealed record ReadinessReport(
    bool Ready, Readiness.Health Health, IReadOnlyList<string> Problems, long? Behind, IReadOnlyList<FoldReport>? Folds, int? FrozenJourneys, IReadOnlyList<FrozenJourney>? Journeys);

/// <summary>How far a fold is, and how long the oldest fact has waited for it, in seconds.</summary>
internal sealed record FoldReport(string Fold, long Position, long Behind, double Seconds);

/// <summary>A journey that stands still, and the position of the fact that cannot be followed.</summary>
internal sealed record FrozenJourney(Guid Journey, long Position);
