using JourneyTracker.Cli.Shell;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>The real command line inside this process: for what a verb says and does. Where it matters that it is a process of its own, <see cref="CliProcess"/> starts one.</summary>
internal static class CliHere
{
    // Nothing of our own environment may change what a verb does.
    static CliHere()
    {
        foreach (var name in CliProcess.Settings) Environment.SetEnvironmentVariable(name, null);
    }

    public static async Task<CliProcess.Outcome> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        await using var messages = new StringWriter();
        var code = await Task.Run(() => CommandLine.RunAsync(words, output, messages, CancellationToken.None)).WaitAsync(CliProcess.Patience);
        return new(code, output.ToString(), messages.ToString());
    }
}
