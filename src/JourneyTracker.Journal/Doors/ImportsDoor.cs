using System.Text;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.History;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to imports: who may, is asked; who imported, and who read or deleted refused rows, is written down first.</summary>
public sealed class ImportsDoor(JourneyDatabase database, TimeProvider clock)
{
    private const int Shown = 100;

    /// <summary>The last imports of the caller's partnership, newest first; null when the caller may not see them.</summary>
    public async Task<IReadOnlyList<ImportEntry>?> ListAsync(Caller caller, string door, CancellationToken ct)
    {
        if (!MaySee.Import(caller, caller.Partnership)) return null;
        await WriteAsync(caller, AccessOperation.Consultation, door, "imports", ct);
        return await database.Imports.ListAsync(caller.Partnership, Shown, ct);
    }

    /// <summary>One import; null when there is none, or the caller may not see it.</summary>
    public async Task<ImportEntry?> FindAsync(Caller caller, Guid run, CancellationToken ct) =>
        MaySee.Import(caller, caller.Partnership) ? await database.Imports.FindAsync(caller.Partnership, run, ct) : null;

    /// <summary>The mappings there are, by name: those that came with the program, and those that were used here, which prevail.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MappingsAsync(Caller caller, CancellationToken ct)
    {
        var known = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!MaySee.Import(caller, caller.Partnership)) return known;
        foreach (var (name, text) in KnownMappings.All) known[name] = text;
        foreach (var (name, text) in await database.Imports.MappingsAsync(caller.Partnership, ct))
            if (Read(text) is not null) known[name] = text;
        return known;
    }

    /// <summary>Somebody imports a file. It stands in the log and in the history before the first row.</summary>
    /// <returns>Its id; null when the caller may not.</returns>
    public async Task<Guid?> BeginAsync(Caller caller, string fileName, string mappingName, string mapping, string door, CancellationToken ct)
    {
        if (!MaySee.Import(caller, caller.Partnership)) return null;
        await WriteAsync(caller, AccessOperation.Collection, door, $"{fileName} by {mappingName}", ct);
        return await database.Imports.BeginAsync(caller, door, fileName, mappingName, mapping, CancellationToken.None);
    }

    /// <summary>There was no room for it.</summary>
    public Task GiveUpAsync(Caller caller, Guid run) => database.Imports.FailAsync(caller.Partnership, run, new ImportMeter(), "Other files were waiting.");

    /// <summary>The refused rows of an import as a file, with cells that begin like a formula made harmless; null when none are kept.</summary>
    public async Task<(string Extension, byte[] Rows)?> RejectsAsync(Caller caller, Guid run, string door, CancellationToken ct)
    {
        if (!MaySee.Import(caller, caller.Partnership) || await database.Imports.RejectsAsync(caller.Partnership, run, ct) is not { } rows) return null;
        await WriteAsync(caller, AccessOperation.Disclosure, door, $"refused rows of import {run}", ct);
        var format = Read((await database.Imports.MappingAsync(caller.Partnership, run, ct))!)?.Format ?? new FormatSpec();
        return format.Kind == FileKind.Ndjson ? ("ndjson", rows) : ("csv", FormulaCells.Neutralise(rows, format.Delimiter));
    }

    /// <summary>A file as it is to be imported: mended rows come back as they were before they were made harmless.</summary>
    public static byte[] Mended(byte[] file, MappingFile mapping)
    {
        var format = mapping.Format ?? new FormatSpec();
        var end = Array.FindIndex(file, b => b is (byte)'\n' or (byte)'\r');
        return format.Kind == FileKind.Csv && end > 0 && Encoding.UTF8.GetString(file, 0, end).TrimEnd('"').EndsWith(RowReader.ReasonColumn, StringComparison.Ordinal)
            ? FormulaCells.Restore(file, format.Delimiter)
            : file;
    }

    /// <returns>Whether there were any to delete.</returns>
    public async Task<bool> ForgetRejectsAsync(Caller caller, Guid run, string door, CancellationToken ct)
    {
        if (!MaySee.Import(caller, caller.Partnership)) return false;
        await WriteAsync(caller, AccessOperation.Erasure, door, $"refused rows of import {run}", ct);
        return await database.Imports.ForgetRejectsAsync(caller.Partnership, run, CancellationToken.None);
    }

    /// <summary>Null for one that an earlier version took and this one cannot use.</summary>
    private static MappingFile? Read(string mapping)
    {
        try
        {
            return MappingFileJson.Parse(Encoding.UTF8.GetBytes(mapping), "of the history");
        }
        catch (ImportRefusedException)
        {
            return null;
        }
    }

    private Task WriteAsync(Caller caller, AccessOperation operation, string door, string subject, CancellationToken ct) =>
        database.AccessLog.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, operation, null, door, subject)], ct);
}
