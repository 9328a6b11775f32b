using System.Text.Json;
using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Imported;

/// <summary>Where a partnership's published series and unit costs are kept: one file each in the folder of its store, which a whole new one replaces.</summary>
/// <param name="root">The folder of all stores.</param>
/// <param name="partnership">Whose.</param>
public sealed class ImportedFiles(string root, string partnership)
{
    private readonly string folder = Path.Combine(root, partnership);

    public ImportedData Read() => new(Read<NationalSeries>("national.json"), Read<UnitCost>("unit-costs.json"));

    /// <summary>In the place of all series.</summary>
    public void Put(IReadOnlyList<NationalSeries> series) => Put("national.json", series);

    /// <summary>In the place of all unit costs.</summary>
    public void Put(IReadOnlyList<UnitCost> costs) => Put("unit-costs.json", costs);

    private IReadOnlyList<T> Read<T>(string name) =>
        Path.Combine(folder, name) is var path && File.Exists(path) ? JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path), WholeFile.Json) ?? [] : [];

    private void Put<T>(string name, IReadOnlyList<T> all)
    {
        Directory.CreateDirectory(folder);
        WholeFile.Write(Path.Combine(folder, name), all);
    }
}
