using System.Text.Json;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Outcomes.Store;

/// <summary>
/// The evaluator's store of one partnership: a folder with the current generation. A new one is made beside it and takes its place at once, so that nobody waits who reads;
/// older ones are deleted, so that what was erased is gone with the next; but for the <see cref="Editions"/>, from which figures leave.
/// </summary>
public sealed class OutcomesStore
{
    /// <summary>A change of the tables, or of what is written into them, changes the number: then nothing of an older generation is taken over.</summary>
    public const int Tables = 3;

    private const string Current = "current.json";
    private const string Published = "editions.json";
    private const string Lock = "building.lock";

    /// <summary>The file of the key to what women are called in it.</summary>
    public const string Key = "pseudonyms.key";

    /// <summary>For whoever asks one file; with what the program takes itself it stays below a gigabyte.</summary>
    private const string Memory = "640MB";
    private readonly string folder;
    private readonly string partnership;

    /// <param name="root">The folder of all stores.</param>
    /// <param name="partnership">Whose store.</param>
    public OutcomesStore(string root, string partnership) => (folder, this.partnership) = (Path.Combine(root, partnership), partnership);

    /// <summary>The folds whose rules make a generation.</summary>
    public static IReadOnlyList<string> Folds { get; } = [JourneyStatus.Name, Movement.Name, PathwayOutcomes.Name];

    /// <summary>What women are called in it.</summary>
    public Pseudonyms Pseudonyms
    {
        get
        {
            Directory.CreateDirectory(folder);
            return Pseudonyms.Of(Path.Combine(folder, Key));
        }
    }

    /// <summary>What stands there now; null when nothing was built yet.</summary>
    public Generation? Standing()
    {
        var path = Path.Combine(folder, Current);
        return File.Exists(path) ? JsonSerializer.Deserialize<Generation>(File.ReadAllText(path), WholeFile.Json) : null;
    }

    /// <summary>The generations that were published.</summary>
    public Editions Editions => new(File.Exists(Path.Combine(folder, Published)) ? JsonSerializer.Deserialize<List<Generation>>(File.ReadAllText(Path.Combine(folder, Published)), WholeFile.Json)! : []);

    /// <summary>The file of the current generation; null when nothing was built yet.</summary>
    internal (Generation Generation, string File)? StandingFile() => Standing() is { } standing ? (standing, Path.Combine(folder, standing.File)) : null;

    /// <summary>Opens the current generation to be read; null when nothing was built yet. It may be read for as long as wanted, whatever is built meanwhile.</summary>
    public OpenGeneration? Open()
    {
        for (; ; )
        {
            if (Standing() is not { } standing) return null;
            try
            {
                return new OpenGeneration(standing, DuckDatabase.Open(Path.Combine(folder, standing.File), DuckAccess.Read, memory: Memory));
            }
            catch (DuckException) when (Standing()?.Number != standing.Number)
            {
                // It was replaced in between: the new one is opened.
            }
        }
    }

    /// <summary>Opens an edition to be read.</summary>
    public OpenGeneration Open(Generation edition) => new(edition, DuckDatabase.Open(Path.Combine(folder, edition.File), DuckAccess.Read, memory: Memory));

    /// <summary>The editions that were made by other rules or into other tables, or whose file is gone: they are made again, from facts as they were known at their position.</summary>
    public IReadOnlyList<Generation> Outdated => [.. Editions.All.Where(e => !IsOfToday(e) || !File.Exists(Path.Combine(folder, e.File)))];

    /// <summary>Begins an edition that is made again.</summary>
    /// <exception cref="StoreBusyException">Another build is running.</exception>
    public NextGeneration BeginAgain(Generation edition) => Alone(held =>
    {
        var path = Path.Combine(folder, $"building-{Environment.ProcessId}.duckdb");
        Remove(path);
        var before = Path.Combine(folder, edition.File);
        return new NextGeneration(this, path, edition.Number, takesOver: false, edition.Tables == Tables && File.Exists(before) ? before : null, held);
    });

    /// <summary>Begins the next generation.</summary>
    /// <param name="takesOver">Whether it begins as a copy of the current one, of which some journeys are replaced; only where <see cref="CanTakeOver"/>.</param>
    /// <exception cref="StoreBusyException">Another build is running.</exception>
    public NextGeneration Begin(bool takesOver)
    {
        Directory.CreateDirectory(folder);
        return Alone(held => Begin(takesOver, held));
    }

    private NextGeneration Begin(bool takesOver, FileStream held)
    {
        var number = Editions.All.Select(e => e.Number).Append(Standing()?.Number ?? 0).Max() + 1;
        var path = Path.Combine(folder, $"building-{Environment.ProcessId}.duckdb");
        Remove(path);
        var before = Standing() is { Tables: Tables } standing ? Path.Combine(folder, standing.File) : null;
        if (takesOver) File.Copy(before ?? throw new InvalidOperationException("There is nothing to take over."), path);
        return new NextGeneration(this, path, number, takesOver, before, held);
    }

    /// <summary>Whether the current generation was made by the same rules and the same law into the same tables.</summary>
    public bool CanTakeOver => Standing() is { } standing && IsOfToday(standing) && standing.Law == LawData.Mark;

    internal Generation Swap(string built, int number, long position, DateTimeOffset now, long women, long facts, int frozen, PublishedLength? published, bool anew)
    {
        var generation = new Generation(number, partnership, position, Folds, Tables, now, women, facts, frozen, published ?? Standing()?.Published ?? PublishedLength.Quarter, LawData.Mark);
        File.Move(built, Path.Combine(folder, generation.File), overwrite: true);
        // The current one first: if the program ends in between, the next build has another number, and publishes.
        WholeFile.Write(Path.Combine(folder, Current), generation);
        if (anew || Editions.IsDue(generation.KnownUntil)) WholeFile.Write(Path.Combine(folder, Published), (Generation[])[.. anew ? [] : Editions.All, generation]);
        var kept = Editions.All.Append(generation).Select(g => g.File).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(folder, "generation-*.duckdb*").Where(f => !kept.Contains(Path.GetFileName(f)))) File.Delete(file);
        return generation;
    }

    internal Generation SwapAgain(string built, Generation edition)
    {
        File.Move(built, Path.Combine(folder, edition.File), overwrite: true);
        WholeFile.Write(Path.Combine(folder, Published), (Generation[])[.. Editions.All.Select(e => e.Number == edition.Number ? edition : e)]);
        return edition;
    }

    /// <summary>Makes a generation that nobody else makes meanwhile; it lets go of the store when it is disposed of.</summary>
    private NextGeneration Alone(Func<FileStream, NextGeneration> make)
    {
        var held = Hold();
        try
        {
            return make(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StoreBusyException();
        }
    }

    private static bool IsOfToday(Generation generation) => generation.Tables == Tables && generation.Folds.SequenceEqual(Folds);

    internal static void Remove(string path)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
    }
}
