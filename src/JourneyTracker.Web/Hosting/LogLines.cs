using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace JourneyTracker.Web.Hosting;

/// <summary>How the log is written.</summary>
public enum LogFormat
{
    Plain,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>
/// Log lines that cannot say anything about a woman: values stand in them only when the event is ours, of anybody else's only the words around the values;
/// of a failure its kind and where it happened.
/// </summary>
internal sealed record LogLine(DateTimeOffset At, LogLevel Level, string Event, string Category, string Words, IReadOnlyDictionary<string, string> Values, string? Failure, string? Where)
{
    private const string Ours = "JourneyTracker.";
    private const string Template = "{OriginalFormat}";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static LogLine Of<TState>(in LogEntry<TState> entry, DateTimeOffset now)
    {
        var state = entry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        // A class of the framework's from which one of ours comes logs in our name: its events are named in capitals.
        var ours = entry.Category.StartsWith(Ours, StringComparison.Ordinal) && !(entry.EventId.Name ?? "").Any(char.IsAsciiLetterUpper);
        var words = ours ? entry.Formatter(entry.State, null) : state.FirstOrDefault(v => v.Key == Template).Value as string ?? "";
        var values = ours
            ? state.Where(v => v.Key != Template).ToDictionary(v => v.Key, v => Convert.ToString(v.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "")
            : [];
        return new LogLine(
            now, entry.LogLevel, entry.EventId.Name ?? $"{entry.EventId.Id}", entry.Category, words, values,
            entry.Exception is { } failure ? FailureWords.Of(failure) : null, entry.Exception is { } at ? FailureWords.Where(at) : null);
    }

    public string AsJson() => JsonSerializer.Serialize(this, Form);

    public string AsWords() => $"{At:yyyy-MM-dd HH:mm:ss}Z {Level}: {string.Concat(Words.Select(c => char.IsControl(c) ? ' ' : c))}{(Failure is null ? "" : $" {Failure}{(Where is null ? "" : $" {Where}")}")} [{Category}, {Event}]";
}

internal sealed class JsonLog() : ConsoleFormatter(nameof(LogFormat.Json))
{
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        textWriter.WriteLine(LogLine.Of(logEntry, TimeProvider.System.GetUtcNow()).AsJson());
}

internal sealed class PlainLog() : ConsoleFormatter(nameof(LogFormat.Plain))
{
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        textWriter.WriteLine(LogLine.Of(logEntry, TimeProvider.System.GetUtcNow()).AsWords());
}
