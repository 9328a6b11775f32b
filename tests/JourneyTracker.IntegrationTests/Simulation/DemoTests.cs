using System.Net;
using System.Net.Sockets;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Simulation;

public sealed class DemoTests
{
    [Fact]
    public async Task A_busy_port_gets_one_sentence_before_any_database_is_made()
    {
        await using var folder = new DataFolder();
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var outcome = await CliProcess.RunAsync("demo", "--port", $"{port}", "--data", folder.Path);

        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Trim().Should().Be($"--port: Port {port} is in use by another program. Stop that program, or choose another port with --port.");
        Directory.Exists(Path.Combine(folder.Path, "cluster")).Should().BeFalse();
    }

    [PostgresFact]
    public async Task Reset_leaves_alone_a_database_that_the_demonstration_did_not_make()
    {
        await using var folder = new DataFolder();
        await CliProcess.RunAsync("database", "--data", folder.Path);

        var outcome = await CliProcess.RunAsync("demo", "--reset", "--port", $"{FreePort()}", "--data", folder.Path);

        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain("it is left alone");
        (await CliProcess.RunAsync("database", "--data", folder.Path)).ExitCode.Should().Be(0);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
