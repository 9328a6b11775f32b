using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>./journey serve, as a process.</summary>
public sealed class ServeVerbTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresTheory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.5")]
    [InlineData("example.org")]
    public async Task Any_other_address_than_loopback_is_refused_and_the_reason_given(string host)
    {
        var outcome = await CliProcess.RunAsync("serve", "--host", host);
        (outcome.ExitCode, outcome.Output).Should().Be((1, ""));
        outcome.Messages.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("without sign-in whoever reached it could read every woman's journey");
    }

    [PostgresFact]
    public async Task A_busy_port_is_one_clear_sentence()
    {
        await using var folder = await DataFolder.MadeAsync();
        var outcome = await CliProcess.RunAsync("serve", "--port", $"{server.Address.Port}", "--data", folder.Path);
        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain($"Port {server.Address.Port} cannot be used").And.Contain("choose another with --port").And.NotContain("   at ");
    }
}
