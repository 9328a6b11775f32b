using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;
using System.Text.Json;
using JourneyTracker.Cli.Verbs;

namespace JourneyTracker.Cli.Shell;

/// <summary>The whole command line, from words to exit code.</summary>
public static class CommandLine
{
    private static readonly ConditionalWeakTable<ParseResult, Session> Sessions = [];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter messages, CancellationToken cancellation)
    {
        var json = args.Contains(HouseOptions.Json.Name);
        ParseResult parsed;
        try
        {
            parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        }
        catch (InvalidOperationException)
        {
            return Refuse(new Refusal("A value on the command line could not be understood.", How: "See ./journey --help."), ExitCode.WrongUsage);
        }

        if (args.Length == 0)
            return await ShowAsync(Root().Parse("--help"), json: false, messages, ExitCode.WrongUsage).ConfigureAwait(false);
        if (parsed.Action is ParseErrorAction)
            return Refuse(WrongUsage.Of(parsed), ExitCode.WrongUsage);
        if (parsed.CommandResult.Command is not Verb || parsed.Action != parsed.CommandResult.Command.Action)
            return await ShowAsync(parsed, json, output, ExitCode.Done).ConfigureAwait(false);

        try
        {
            using var telemetry = Telemetry.FromEnvironment();
            var session = new Session(parsed, output, messages);
            Sessions.Add(parsed, session);
            var code = await parsed.InvokeAsync(Configuration(output, messages), cancellation).ConfigureAwait(false);
            session.WriteDocument();
            return code;
        }
        catch (Exception e)
        {
            if (Environment.GetEnvironmentVariable("JOURNEY_DEBUG") == "1")
                await messages.WriteLineAsync(e.ToString()).ConfigureAwait(false);
            return Refuse(Refusal.From(e), e is RefusedException { IsWrongUsage: true } ? ExitCode.WrongUsage : ExitCode.Refused);
        }

        int Refuse(Refusal refusal, int code)
        {
            refusal.Write(json, output, messages);
            return code;
        }
    }

    internal static Session SessionOf(ParseResult parsed) =>
        Sessions.TryGetValue(parsed, out var session) ? session : throw new InvalidOperationException("A verb runs through CommandLine.RunAsync.");

    private static RootCommand Root()
    {
        var root = new RootCommand("JourneyTracker: women's journeys through the criminal justice system, recorded as facts and read as at any day.");
        foreach (var option in new Option[] { HouseOptions.Data, HouseOptions.Database, HouseOptions.Json })
            root.Options.Add(option);
        foreach (var verb in AllVerbs.Make())
            root.Subcommands.Add(verb);
        return root;
    }

    /// <summary>Help and version.</summary>
    private static async Task<int> ShowAsync(ParseResult parsed, bool json, TextWriter output, int code)
    {
        await using var text = new StringWriter();
        await parsed.InvokeAsync(Configuration(text, text), CancellationToken.None).ConfigureAwait(false);
        var shown = text.ToString().TrimEnd().Replace($"  {RootCommand.ExecutableName} ", "  ./journey ", StringComparison.Ordinal);
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(new { Text = shown }, JsonForms.Answer) : shown).ConfigureAwait(false);
        return code;
    }

    private static InvocationConfiguration Configuration(TextWriter output, TextWriter messages) =>
        new() { Output = output, Error = messages, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
}
