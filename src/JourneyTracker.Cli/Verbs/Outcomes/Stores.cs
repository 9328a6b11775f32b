using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>The evaluator's store of one partnership, opened for a verb.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private Stores(House house, Caller caller, string folder) => (House, Caller, Store, Imported) = (house, caller, new(folder, caller.Partnership.Name), new(folder, caller.Partnership.Name));

    public House House { get; }

    /// <summary>The person at the keyboard, as somebody who counts and knows of no woman.</summary>
    public Caller Caller { get; }

    public OutcomesStore Store { get; }

    /// <summary>What stands beside the store and is about nobody.</summary>
    public ImportedFiles Imported { get; }

    public static RefusedException NothingBuilt => new("Nothing was built yet.", how: "Build the store with ./journey outcomes build.");

    /// <summary>Another folder of stores, for a question that is asked again.</summary>
    public static Option<string?> Folder { get; } = new("--stores") { Hidden = true, Recursive = true };

    /// <summary>The folder of all stores.</summary>
    public static string FolderOf(DatabaseChoice choice) => Path.Combine(choice.DataFolder, "outcomes");

    public static Task<Stores> OpenAsync(Session session, CancellationToken ct) => OpenAsync(session, session.Get(ReadingOptions.Partnership), ct);

    public static async Task<Stores> OpenAsync(Session session, Partnership? partnership, CancellationToken ct)
    {
        var house = await House.OpenAsync(session, ct);
        var caller = await house.CallerAsync(partnership, ct);
        return new Stores(house, caller with { Role = Role.Evaluator }, session.Get(Folder) ?? FolderOf(session.Choice));
    }

    public static void Write(Editions editions, TextWriter output)
    {
        if (editions.Latest is not { } latest) return;
        output.WriteLine($"{(editions.All.Count == 1 ? "1 edition was" : $"{editions.All.Count} editions were")} published, the latest on {LondonDay.Of(latest.BuiltAt):yyyy-MM-dd} (generation {latest.Number}, position {latest.Position}): about each period everybody but evaluators is answered from one of them, for good.");
    }

    public static void Write(Generation generation, Editions editions, TextWriter output)
    {
        output.WriteLine($"Generation {generation.Number} of the evaluator's store of {generation.Partnership}: {generation.Women:n0} women, {generation.Facts:n0} facts, up to position {generation.Position}.");
        output.WriteLine($"Built {generation.BuiltAt:yyyy-MM-dd HH:mm} UTC with {string.Join(", ", generation.Folds)} and tables {generation.Tables}{(generation.Law is { } law ? $", by {law}" : "")}.");
        if (editions.Latest is not null) WriteLength(generation, editions, output);
        if (generation.Frozen > 0) output.WriteLine($"{generation.Frozen:n0} journeys are in it in part: they hold a record that this version cannot read.");
    }

    private static void WriteLength(Generation generation, Editions editions, TextWriter output)
    {
        var later = editions.HoldsFrom(generation) is > 0 and var year && editions.LengthIn(generation.KnownUntil.Year) != generation.Published ? $", from {year} on about each {generation.Published.Word()}" : "";
        output.WriteLine($"Over HTTP its figures are published about each {editions.LengthIn(generation.KnownUntil.Year).Word()} of the calendar{later}; evaluators may ask about any period.");
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
