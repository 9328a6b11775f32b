using System.IO.Compression;
using System.Text;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>A folder for the files of one test, gone after it, and short ways to import from it.</summary>
public sealed class ImportFolder : IDisposable
{
    public static readonly Partnership Partnership = new("test-partnership");

    /// <summary>Columns id, who, day, kind: a kind in or out of custody.</summary>
    public const string SmallMapping = """
        {
          "source": "small", "recorder": { "person": "extract", "agency": "An agency" }, "person": "{who}",
          "facts": [
            { "fact": "received.v1", "when": [ { "column": "kind", "equals": "in" } ], "happenedOn": { "column": "day" }, "reference": "{id}", "fields": { "basis": "remand" } },
            { "fact": "released.v1", "when": [ { "column": "kind", "equals": "out" } ], "happenedOn": { "column": "day" }, "reference": "{id}", "fields": { "kind": "not-known" } }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("journey-import-").FullName;

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string WriteGzip(string name, string text)
    {
        using var file = new GZipStream(File.Create(PathOf(name)), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes(text));
        return PathOf(name);
    }

    public static MappingFile Mapping(string json = SmallMapping) => MappingFileJson.Parse(Encoding.UTF8.GetBytes(json), "mapping.json");

    /// <summary>Reads every row of a CSV file with the columns id, who, day, kind.</summary>
    public static List<SourceRow> ReadCsv(string path)
    {
        using var reader = new CsvReader(InputFile.Open(path), ["id", "who", "day", "kind"], keepRaw: true);
        return All(reader);
    }

    public static List<SourceRow> All(RowReader reader)
    {
        var rows = new List<SourceRow>();
        while (reader.Read() is { } row) rows.Add(row);
        return rows;
    }

    public static Task<ImportResult> DryRunAsync(string file, MappingFile? mapping = null, string? rejects = null, string? people = null) =>
        new ImportRun(null!, null!, TimeProvider.System).RunAsync(
            new ImportRequest(file, mapping ?? Mapping(), Partnership, people, rejects, DryRun: true), new ImportMeter(), CancellationToken.None);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
