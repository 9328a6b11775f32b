using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>The keys from the command line, in processes of their own: rotated, killed, backed up, and nowhere to be seen.</summary>
public sealed class KeysVerbTests
{
    private const string Variable = "JOURNEY_MASTER_KEY";

    [PostgresFact]
    public async Task A_key_in_the_environment_is_in_no_other_process_in_no_command_line_and_in_nothing_that_is_said()
    {
        await using var folder = await DataFolder.MadeAsync();
        var (key, next) = (Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        var seen = Path.Combine(folder.Path, "environment");
        using var holder = Start(folder, [(Variable, key), ("JOURNEY_NEW_MASTER_KEY", next)], "database", "--hold");
        while (await holder.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Holding", StringComparison.Ordinal)) { }

        var said = await SayAsync(folder, [(Variable, key)], "keys", "status");
        said += await SayAsync(folder, [(Variable, key), ("JOURNEY_NEW_MASTER_KEY", next)], "keys", "rotate");
        // A vault's client is given neither of them.
        said += await SayAsync(folder, [(Variable + "_COMMAND", $$"""["sh","-c","env > {{seen}}; cat {{folder.Path}}/vault"]"""), ("JOURNEY_NEW_MASTER_KEY", "not used")], "keys", "status", "--json");

        var others = Directory.GetDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out var id) && id != holder.Id).ToList();
        others.SelectMany(p => new[] { "environ", "cmdline" }.Select(f => Read(Path.Combine(p, f)))).Should().NotContain(text => text.Contains(key) || text.Contains(next));
        Read($"/proc/{holder.Id}/cmdline").Should().NotContain(key);
        (said + await File.ReadAllTextAsync(Path.Combine(folder.Path, "cluster", "postgres.log"))).Should().NotContain(key).And.NotContain(next).And.Contain("wrapped anew").And.Contain("exit code");
        (await File.ReadAllTextAsync(seen)).Should().NotContain("JOURNEY_NEW_MASTER_KEY").And.NotContain(Variable);
        holder.Kill();
    }

    [PostgresFact]
    public async Task A_file_is_replaced_by_rotation_the_former_retired_and_a_backup_comes_back()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var holder = Start(folder, [], "database", "--hold");
        while (await holder.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Holding", StringComparison.Ordinal)) { }
        var first = (await AnswerAsync(folder, 0, "keys")).GetProperty("master").GetString()!;
        var file = Path.Combine(folder.Path, "secrets", "master.key");

        var rotated = await AnswerAsync(folder, 0, "keys", "rotate");
        (rotated.GetProperty("from").GetString(), rotated.GetProperty("former").GetString()).Should().Be((first, $"{file}.former-{first}"));
        var status = await AnswerAsync(folder, 0, "keys", "status");
        (status.GetProperty("mayOpen").GetArrayLength(), status.GetProperty("toDo").GetString()!.Contains("--retire", StringComparison.Ordinal)).Should().Be((2, true));
        await AnswerAsync(folder, 0, "keys", "rotate", "--retire");
        (await AnswerAsync(folder, 0, "keys", "status")).GetProperty("mayOpen").EnumerateArray().Select(m => m.GetString()).Should().Equal(rotated.GetProperty("to").GetString());

        var backup = Path.Combine(folder.Path, "keys.backup");
        await AnswerAsync(folder, 0, "keys", "backup", backup);
        (await AnswerAsync(folder, 1, "keys", "backup", backup)).GetProperty("error").GetProperty("what").GetString().Should().Contain("file already");
        await AnswerAsync(folder, 0, "keys", "restore", backup);

        File.Move(file, file + ".lost");
        (await AnswerAsync(folder, 1, "stages")).GetProperty("error").GetProperty("what").GetString().Should().Contain("The master key is missing").And.Contain(file);
        File.Copy($"{file}.former-{first}", file);
        (await AnswerAsync(folder, 1, "stages")).GetProperty("error").GetProperty("what").GetString().Should().Contain(first).And.Contain("last rotated to");
        holder.Kill();
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static Process Start(DataFolder folder, (string Name, string Value)[] environment, params string[] words)
    {
        var start = CliProcess.Prepare([.. words, "--data", folder.Path]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output, string Messages)> RunAsync(DataFolder folder, (string, string)[] environment, params string[] words)
    {
        using var cli = Start(folder, environment, words);
        var messages = cli.StandardError.ReadToEndAsync();
        var output = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync().WaitAsync(CliProcess.Patience);
        return (cli.ExitCode, output, await messages);
    }

    private static async Task<string> SayAsync(DataFolder folder, (string, string)[] environment, params string[] words)
    {
        var (_, output, messages) = await RunAsync(folder, environment, words);
        return output + messages;
    }

    private static async Task<JsonElement> AnswerAsync(DataFolder folder, int exitCode, params string[] words)
    {
        var (code, output, messages) = await RunAsync(folder, [], [.. words, "--json"]);
        code.Should().Be(exitCode, output + messages);
        return JsonDocument.Parse(output).RootElement;
    }
}
