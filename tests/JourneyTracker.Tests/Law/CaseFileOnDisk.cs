using JourneyTracker.Cli.Dates;

namespace JourneyTracker.Tests.Law;

/// <summary>A file of cases with these rows under the usual header, for as long as a test needs it.</summary>
internal sealed class CaseFileOnDisk : IDisposable
{
    public CaseFileOnDisk(params string[] rows)
        : this(CaseFile.Given.Concat(CaseFile.Dates), rows)
    {
    }

    public CaseFileOnDisk(IEnumerable<string> columns, params string[] rows) => File.WriteAllText(Path, $"{string.Join(',', columns)}\n{string.Join('\n', rows)}\n");

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
