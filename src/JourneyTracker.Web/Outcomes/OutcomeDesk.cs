using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Web.Outcomes;

/// <summary>
/// Where pages and programs ask the evaluator's store of the caller's partnership. Small counts never leave here, figures about periods that overlap leave to evaluators alone, and that somebody asks is written down
/// before it is answered.
/// </summary>
/// <param name="folder">The folder of all stores; null when there are none here.</param>
/// <param name="door">Asks whether the caller may count, and writes it down.</param>
internal sealed class OutcomeDesk(string? folder, OutcomesDoor door) : IDisposable
{
    /// <summary>Each question takes memory of its own.</summary>
    private const int AtOnce = 2;
    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>What the caller may ask.</summary>
    public static IReadOnlyList<OutcomeKind> KindsFor(Caller caller) => [.. OutcomeKinds.For(IsEvaluator(caller))];

    /// <summary>A kind that the caller may ask; null when there is none of that name.</summary>
    public static OutcomeKind? Find(Caller caller, string name) => KindsFor(caller).FirstOrDefault(k => k.Name == name);

    /// <summary>What answers the caller: for evaluators what stands there for their partnership, for others the latest edition; null when nothing was built yet.</summary>
    public Generation? Standing(Caller caller) => IsEvaluator(caller) ? StoreOf(caller)?.Standing() : StoreOf(caller)?.Editions.Latest;

    /// <summary>The periods about which the caller may ask; null when they may ask about any, and when nothing was built yet.</summary>
    public PublishedPeriods? PeriodsFor(Caller caller) => IsEvaluator(caller) ? null : PublishedOf(StoreOf(caller));

    /// <summary>The same for a page that says so; that somebody looks is written down.</summary>
    /// <param name="place">Which page.</param>
    /// <returns>Whether the caller may know; and what stands.</returns>
    public async Task<(bool May, Generation? Standing)> LookAsync(Caller caller, string place, CancellationToken ct) =>
        await door.AskAsync(caller, place, "the evaluator's store", ct) ? (true, Standing(caller)) : (false, null);

    /// <param name="said">Values by the names of the kind's parameters.</param>
    /// <param name="place">Which page or endpoint.</param>
    /// <returns>Null when the caller may not count.</returns>
    /// <exception cref="QuestionException">A value cannot be used, or the question cannot be asked.</exception>
    /// <exception cref="NothingBuiltException">There is nothing to ask.</exception>
    public async Task<OutcomeAnswer?> AskAsync(Caller caller, OutcomeKind kind, IReadOnlyDictionary<string, string> said, string place, CancellationToken ct)
    {
        if (!KindsFor(caller).Contains(kind)) return null;
        if (Standing(caller) is not { } standing) throw new NothingBuiltException();
        var values = PeriodsFor(caller)?.Of(kind, said).Values ?? OutcomeValues.Of(kind, said, standing);
        if (!await door.AskAsync(caller, place, Subject(kind, values), ct)) return null;
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

    private OutcomeAnswer Answer(Caller caller, OutcomeKind kind, IReadOnlyDictionary<string, string> said, CancellationToken ct)
    {
        var store = StoreOf(caller) ?? throw new NothingBuiltException();
        var imported = new ImportedFiles(folder!, caller.Partnership.Name).Read();
        if (!IsEvaluator(caller)) return Published(store, kind, said, imported, ct);
        using var open = store.Open() ?? throw new NothingBuiltException();
        using var connection = open.Connect();
        return kind.Ask(said, new OutcomeStoreView(open.Generation, connection) { Imported = imported }, ct);
    }

    private static OutcomeAnswer Published(OutcomesStore store, OutcomeKind kind, IReadOnlyDictionary<string, string> said, ImportedData imported, CancellationToken ct)
    {
        var (edition, values) = (PublishedOf(store) ?? throw new NothingBuiltException()).Of(kind, said);
        using var views = new EditionViews(store);
        return kind.Ask(values, views.Of(edition) with { Imported = imported }, ct);
    }

    private static PublishedPeriods? PublishedOf(OutcomesStore? store) => store?.Editions is { Latest: not null } editions ? new PublishedPeriods(editions) : null;

    /// <summary>Evaluators may take the rows themselves, so what could be worked out of periods that overlap, or of two builds, is no secret from them.</summary>
    public static bool IsEvaluator(Caller caller) => MaySee.SeesScores(caller, caller.Partnership);

    private OutcomesStore? StoreOf(Caller caller) => folder is null ? null : new OutcomesStore(folder, caller.Partnership.Name);

    /// <summary>The kind with its days and choices; what was typed freely stands in no log.</summary>
    private static string Subject(OutcomeKind kind, OutcomeValues values) =>
        string.Join(' ', kind.Parameters.Where(p => p.Type is ParameterType.Day or ParameterType.Choice && values.Find(p.Name) is not null).Select(p => $"{p.Name}={values.Find(p.Name)}").Prepend($"outcomes: {kind.Name}"));
}

/// <summary>Nothing was built for this partnership yet.</summary>
internal sealed class NothingBuiltException() : Exception("The evaluator's store was not built yet.");
