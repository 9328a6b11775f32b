using System.CommandLine;
using System.Text.Json;
using JourneyTracker.Journal.Cluster;
using Spectre.Console;

namespace JourneyTracker.Cli.Shell;

/// <summary>What a verb has at hand: its arguments, the streams, the database. One per run.</summary>
internal sealed class Session(ParseResult arguments, TextWriter output, TextWriter messages)
{
    private string? _document;

    public bool Json { get; } = arguments.GetValue(HouseOptions.Json);

    public DatabaseChoice Choice { get; } = DatabaseChoice.From(
        arguments.GetValue(HouseOptions.Data), arguments.GetValue(HouseOptions.Database), Environment.GetEnvironmentVariable);

    /// <summary>For progress bars and tables while the verb works: standard error.</summary>
    public IAnsiConsole Progress { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(messages),
        Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    });

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>Why somebody looks, where the verb takes that.</summary>
    public string? Why => Get(ReadingOptions.Why) is { Length: > 0 } why ? why : null;

    public bool Said(Option option) => arguments.GetResult(option) is { Implicit: false };

    /// <summary>The words that were said with an option.</summary>
    public IEnumerable<string> Words(Option option) => arguments.GetResult(option)?.Tokens.Select(t => t.Value) ?? [];

    /// <summary>The name of the verb.</summary>
    public string VerbName => arguments.CommandResult.Command.Name;

    /// <summary>The options that were said with their values, in the order of the verb's own options.</summary>
    /// <param name="but">Options that are left out.</param>
    public IReadOnlyList<string> SaidOptions(params Option[] but) =>
        [.. arguments.CommandResult.Command.Options.Where(o => !but.Contains(o) && Said(o)).SelectMany(o => (string[])[o.Name, .. Words(o)])];

    /// <summary>A message for the person, on standard error.</summary>
    public void Say(string sentence) => messages.WriteLine(sentence);

    public void SayIfAny(string? sentence)
    {
        if (sentence is not null) Say(sentence);
    }

    /// <summary>
    /// The verb's answer. With --json the document is written when the verb has ended, so that a later failure still leaves
    /// one document; otherwise the words are written at once.
    /// </summary>
    public void Answer<T>(T document, Action<TextWriter> inWords)
    {
        if (!Json)
            inWords(new PlainWriter(output));
        else if (_document is null)
            _document = JsonSerializer.Serialize(document, JsonForms.Answer);
        else
            throw new InvalidOperationException("A verb answers once.");
    }

    public Task<OpenDatabase> OpenDatabaseAsync(CancellationToken cancellation) =>
        Choice.OpenAsync(ClusterOptions.Durable with { Progress = Say }, cancellation);

    internal void WriteDocument()
    {
        if (Json)
            output.WriteLine(_document ?? "{}");
    }
}
