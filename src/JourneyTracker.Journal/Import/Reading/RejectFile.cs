using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JourneyTracker.Journal.Import.Reading;

/// <summary>The refused rows as they were, each with its reason as a last column or member: to be mended and imported again with the same mapping.</summary>
public sealed class RejectFile : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string source;
    private readonly string path;
    private readonly ReadOnlyMemory<byte> header;
    private readonly string? delimiter;
    private FileStream? file;

    /// <param name="path">Where it goes. Nothing is touched there before <see cref="Clear"/> or the first refused row.</param>
    /// <param name="reader">Where the rows come from.</param>
    /// <param name="delimiter">What stands between two cells; null for NDJSON.</param>
    /// <exception cref="ImportRefusedException">It cannot be written there.</exception>
    public RejectFile(string path, RowReader reader, char? delimiter)
    {
        (this.path, source, header, this.delimiter) = (path, reader.File.Path, reader.RawHeader, delimiter?.ToString());
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw new ImportRefusedException($"There is no folder for {path}.");
        if (Directory.Exists(path)) throw new ImportRefusedException($"{path} is a folder: name a file for the refused rows.");
    }

    /// <summary>Removes what an earlier run has left there.</summary>
    public void Clear() => File.Delete(path);

    public void Write(SourceRow row, RowRefusal why)
    {
        file ??= Begin();
        if (delimiter is not null) WriteCsv(file, row, why);
        else file.Write(Encoding.UTF8.GetBytes(Json(row, why)));
        file.WriteByte((byte)'\n');
    }

    public void Dispose() => file?.Dispose();

    private FileStream Begin()
    {
        var begun = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        if (delimiter is null) return begun;
        begun.Write(header.Span);
        begun.Write(Encoding.UTF8.GetBytes(delimiter + RowReader.ReasonColumn + "\n"));
        return begun;
    }

    private void WriteCsv(FileStream to, SourceRow row, RowRefusal why)
    {
        if (row.Raw is { } raw) to.Write(raw.Span);
        else InputFile.Copy(source, row.Offset, row.Length, to);
        to.Write(Encoding.UTF8.GetBytes($"{delimiter}\"{why.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    /// <summary>A line that is no JSON object cannot take a member: it is carried as text in an object of our own.</summary>
    private static string Json(SourceRow row, RowRefusal why)
    {
        var text = row.Raw is { } raw ? Encoding.UTF8.GetString(raw.Span) : $"(line {row.Line}: {row.Length} bytes)";
        JsonObject whole;
        try
        {
            whole = JsonNode.Parse(text) as JsonObject ?? new JsonObject { ["refused_row"] = text };
            whole.Remove(RowReader.ReasonColumn);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            whole = new JsonObject { ["refused_row"] = text };
        }

        whole[RowReader.ReasonColumn] = why.Reason;
        return whole.ToJsonString(Plain);
    }
}
