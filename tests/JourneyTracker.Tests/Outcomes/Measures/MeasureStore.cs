using JourneyTracker.Domain.Identity;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

/// <summary>A real store of a few women, to ask measures.</summary>
internal sealed class MeasureStore : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory().FullName;
    private readonly OutcomesStore store;

    private MeasureStore() => store = new OutcomesStore(root, "north");

    /// <summary>What stands beside it.</summary>
    public ImportedData Imported { get; set; } = ImportedData.None;

    public static MeasureStore Of(params A[] women)
    {
        var built = new MeasureStore();
        built.Build(A.Day("2026-09-01"), women);
        return built;
    }

    /// <summary>One that is first built on another day.</summary>
    public static MeasureStore BuiltOn(string day, params A[] women)
    {
        var built = new MeasureStore();
        built.Build(A.Day(day), women);
        return built;
    }

    /// <summary>The folder of all stores.</summary>
    public string Root => root;

    public OutcomesStore Store => store;

    /// <summary>The next generation, from nothing.</summary>
    public Generation Build(DateOnly day, IReadOnlyList<A> women, bool anew = false, PublishedLength? published = null)
    {
        using var next = store.Begin(takesOver: false);
        Put(next, women);
        return next.Complete(women.Count, new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero), 0, published, anew);
    }

    public static void Put(NextGeneration next, IReadOnlyList<A> women)
    {
        for (var i = 0; i < women.Count; i++) next.Put(new JourneyId(new Guid(i + 1, 0, 0, new byte[8])), women[i].Replayed, women[i].Status);
    }

    public MeasureAnswer Answer(string id, MeasurePeriod period, string? by = null)
    {
        using var open = store.Open()!;
        using var connection = open.Connect();
        return MeasureAnswer.Of(MeasureList.Find(id)!, period, by, connection, default);
    }

    /// <summary>An answer as it leaves.</summary>
    public OutcomeAnswer Ask(string kind, params (string Name, string Value)[] said) => Ask(kind, showsSmall: false, said);

    /// <summary>An answer as it leaves to who is no evaluator.</summary>
    public OutcomeAnswer AskPublished(string kind, params (string Name, string Value)[] said)
    {
        using var views = new EditionViews(store);
        var (edition, values) = new PublishedPeriods(views.Editions).Of(OutcomeKinds.Named(kind), said.ToDictionary(s => s.Name, s => s.Value));
        return OutcomeKinds.Named(kind).Ask(values, views.Of(edition), default);
    }

    /// <summary>Something else that is made from the store.</summary>
    public T With<T>(Func<OutcomeStoreView, T> make)
    {
        using var open = store.Open()!;
        using var connection = open.Connect();
        return make(new OutcomeStoreView(open.Generation, connection) { Imported = Imported });
    }

    public OutcomeAnswer Ask(string kind, bool showsSmall, params (string Name, string Value)[] said)
    {
        using var open = store.Open()!;
        using var connection = open.Connect();
        return OutcomeKinds.Named(kind).Ask(said.ToDictionary(s => s.Name, s => s.Value), new OutcomeStoreView(open.Generation, connection, showsSmall) { Imported = Imported }, default);
    }

    /// <summary>The rows of the answer, each by the names of its columns.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Ask(string id, MeasurePeriod period, string? by = null)
    {
        var answer = Answer(id, period, by);
        answer.Unknown.Should().BeNull();
        return [.. answer.Table!.Rows.Select(r => answer.Table.Columns.Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>
    /// What is said of one row: <c>x/n</c>, or <c>n</c> alone, and what stands beside it, if any: <c>2/3 missing 1</c>. Null when there is no such row.
    /// </summary>
    public string? Said(string id, MeasurePeriod period, string? kind = null, string? part = null, string? by = null)
    {
        var rows = Ask(id, period, by).Where(r => (kind is null || (string)r["kind"]! == kind) && (part is null || (string)r["part"]! == part)).ToList();
        if (rows.Count == 0) return null;
        var row = rows.Should().ContainSingle().Subject;
        var beside = new[] { "missing", "not_asked", "not_run", "left_out" }.Where(c => row.TryGetValue(c, out var count) && (long)count! > 0).Select(c => $" {c} {row[c]}");
        return $"{(row.TryGetValue("x", out var x) ? $"{x}/" : "")}{row["n"]}{string.Concat(beside)}";
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
