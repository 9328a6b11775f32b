using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Web.Outcomes;

/// <summary>Where pages and programs ask the evaluator's store of the caller's partnership. Every question is written down before it is answered, and small counts are never shown.</summary>
/// <param name="door">Whether somebody may ask.</param>
/// <param name="folder">The folder of all stores; null where there is none.</param>
internal sealed class OutcomeDesk(OutcomesAskedDoor door, string? folder) : IDisposable
{
    /// <summary>Each has a database of its own in memory.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>Which generation stands.</summary>
    /// <returns>Null when the caller may not know.</returns>
    public async Task<Standing?> StandingAsync(Caller caller, string at, CancellationToken ct) =>
        await door.AdmitsAsync(caller, at, "the evaluator's store", ct) ? new Standing(StoreOf(caller)?.Standing()) : null;

    /// <param name="caller">Who asks.</param>
    /// <param name="kind">What.</param>
    /// <param name="said">Values by the names of parameters.</param>
    /// <param name="at">Which page or endpoint.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the caller may not ask.</returns>
    /// <exception cref="JourneyTracker.Outcomes.Questions.QuestionException">A value cannot be used.</exception>
    public async Task<Standing?> AskAsync(Caller caller, OutcomeKind kind, IReadOnlyDictionary<string, string> said, string at, CancellationToken ct)
    {
        if (!await door.AdmitsAsync(caller, at, SubjectOf(kind, said), ct)) return null;
        await places.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Answer(caller, kind, said, ct), ct);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>What was typed freely is not written down: nobody knows what it is.</summary>
    internal static string SubjectOf(OutcomeKind kind, IReadOnlyDictionary<string, string> said) =>
        string.Join(' ', kind.Parameters.Where(p => said.ContainsKey(p.Name)).Select(p => p.Type == ParameterType.Text || !IsKnown(p, said[p.Name]) ? $"{p.Name}=..." : $"{p.Name}={said[p.Name]}").Prepend($"outcomes: {kind.Name}"));

    private static bool IsKnown(OutcomeParameter parameter, string value) => parameter.Type switch
    {
        ParameterType.Choice or ParameterType.Question => parameter.Choices.Any(c => c.Value == value),
        ParameterType.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
        _ => int.TryParse(value, out _),
    };

    private Standing Answer(Caller caller, OutcomeKind kind, IReadOnlyDictionary<string, string> said, CancellationToken ct)
    {
        using var open = StoreOf(caller)?.Open();
        if (open is null) return new Standing(null);
        using var connection = open.Connect();
        return new Standing(open.Generation) { Answer = kind.Ask(said, new OutcomeStoreView(open.Generation, connection), ct) };
    }

    private OutcomesStore? StoreOf(Caller caller) => folder is null ? null : new OutcomesStore(folder, caller.Partnership.Name);
}

/// <summary>What stands, and what it answered.</summary>
/// <param name="Generation">Null when nothing was built yet.</param>
internal sealed record Standing(Generation? Generation)
{
    /// <summary>Null when nothing was built yet, or nothing was asked.</summary>
    public OutcomeAnswer? Answer { get; init; }
}
