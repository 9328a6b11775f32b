using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Cli;

public sealed class CommandLineTests
{
    [PostgresFact]
    public async Task With_json_standard_output_is_one_document_and_messages_go_elsewhere()
    {
        await using var folder = new DataFolder();
        var run = await CliProcess.RunAsync("database", "--data", folder.Path, "--json");
        run.ExitCode.Should().Be(0);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("kind").GetString().Should().Be("private-cluster");
        run.Messages.Should().Contain("Making a private PostgreSQL");
    }

    [PostgresFact]
    public async Task A_user_in_another_process_does_not_keep_the_pipes_of_the_one_that_started_the_server_open()
    {
        await using var folder = new DataFolder();
        using var other = await CliProcess.HoldAsync(folder.Path);
        var run = await CliProcess.RunAsync("database", "--data", folder.Path);
        run.Output.Should().Contain("running for another process");
    }

    [Fact]
    public async Task What_is_refused_ends_with_1_and_with_json_says_what_and_how()
    {
        var run = await CliProcess.RunAsync("database", "--data", "/proc/nowhere", "--json");
        run.ExitCode.Should().Be(1);
        Error(run.Output).GetProperty("what").GetString().Should().StartWith("The data folder /proc/nowhere");
        run.Messages.Trim().Should().NotContain("\n").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("database", "--nonsense")]
    [InlineData("database", "--data")]
    public async Task Wrong_usage_ends_with_2(params string[] words)
    {
        var help = words is ["nonsense"] ? "See ./journey --help." : "See ./journey database --help.";
        var run = await CliProcess.RunAsync(words);
        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Messages.Should().EndWith(help + "\n");
        var json = await CliProcess.RunAsync([.. words.Take(1), "--json", .. words.Skip(1)]);
        json.ExitCode.Should().Be(2);
        Error(json.Output).GetProperty("how").GetString().Should().Be(help);
    }

    [Theory]
    [InlineData("--port is a whole number from 1 to 65,535, not abc.", "demo", "--port", "abc")]
    [InlineData("--port is a whole number from 0 to 65,535, not abc; 0 takes a free one.", "serve", "--port", "abc")]
    [InlineData("--role is coordinator, practitioner, auditor, evaluator or administrator, not Boss.", "serve", "--role", "Boss")]
    [InlineData("--women is a whole number from 1 to 1,000,000, not abc.", "simulate", "--women", "abc")]
    [InlineData("--speed is a number of movements a minute, more than 0 and at most 600, not abc.", "simulate", "--speed", "abc")]
    [InlineData("--years is a whole number from 1 to 50, not 1.5.", "simulate", "--years", "1.5")]
    [InlineData("--seed is a whole number, not x.", "simulate", "--seed", "x")]
    [InlineData("--by is area or agency, not shoe.", "stages", "--by", "shoe")]
    [InlineData("--every is day or month, not week.", "custody", "--from", "2024-01-01", "--to", "2024-02-01", "--every", "week")]
    [InlineData("--to is before --from.", "custody", "--from", "2024-02-01", "--to", "2024-01-01")]
    [InlineData("\"perhaps\" is not understood here.", "import", "x", "--mapping", "m", "--partnership", "p", "--dry-run=perhaps")]
    public async Task A_value_that_does_not_fit_is_wrong_usage_in_one_sentence(string sentence, params string[] words)
    {
        await using var messages = new StringWriter();
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync([.. words, "--json"], output, messages, CancellationToken.None);
        code.Should().Be(2);
        Error(output.ToString()).GetProperty("what").GetString().Should().Be(sentence);
        messages.ToString().Should().StartWith(sentence).And.NotContain("System.").And.NotContain("   at ");
    }

    [Fact]
    public async Task Nothing_said_is_wrong_usage_and_shows_the_help()
    {
        var run = await CliProcess.RunAsync();
        run.ExitCode.Should().Be(2);
        run.Messages.Should().Contain("./journey [command]");
    }

    [Theory]
    [InlineData("--help", "database")]
    [InlineData("--version", "1.")]
    public async Task Help_and_version_are_plain(string asked, string said)
    {
        var run = await CliProcess.RunAsync(asked);
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain(said).And.NotContain("\u001b");
        JsonDocument.Parse((await CliProcess.RunAsync(asked, "--json")).Output).RootElement.GetProperty("text").GetString().Should().Contain(said);
    }

    private static JsonElement Error(string output) => JsonDocument.Parse(output).RootElement.GetProperty("error");
}
