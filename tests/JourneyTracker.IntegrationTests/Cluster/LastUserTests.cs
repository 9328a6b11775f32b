using System.Diagnostics;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Cluster;

/// <summary>The cluster runs while somebody uses it and no longer, however they go. The users are processes of their own.</summary>
public sealed class LastUserTests
{
    [PostgresFact]
    public async Task The_server_stays_for_the_second_user_and_stops_when_that_one_is_killed()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var first = await CliProcess.HoldAsync(folder.Path);
        var server = folder.ServerPid;
        using var second = await CliProcess.HoldAsync(folder.Path);

        await first.KillAsync();
        await using (var third = await folder.OpenAsync())
        {
            third.WasRunning.Should().BeTrue();
            folder.ServerPid.Should().Be(server, "the one who started it is gone, but the second still uses it");
        }

        await second.KillAsync();
        await folder.StoppedAsync();
        await DataFolder.Until(() => !Directory.Exists($"/proc/{server}"), "the server process is gone");
    }

    [PostgresFact]
    public async Task Ctrl_C_lets_go_of_the_cluster_and_stops_the_server()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var user = await CliProcess.HoldAsync(folder.Path);
        (await user.InterruptAsync()).Should().Be(0);
        await folder.StoppedAsync();
    }

    [PostgresFact]
    public async Task When_even_the_guard_is_killed_the_server_stops_and_the_next_user_gets_a_new_one()
    {
        await using var folder = await DataFolder.MadeAsync();
        using (var user = await CliProcess.HoldAsync(folder.Path))
        {
            var guard = ParentOf(folder.ServerPid);
            using (var kill = Process.Start("kill", ["-9", guard]))
                await kill.WaitForExitAsync();
            await folder.StoppedAsync();
        }

        await using (var next = await folder.OpenAsync())
            (await DataFolder.AskAsync<int>(next.ConnectionString(), "select 1")).Should().Be(1);
        await folder.StoppedAsync();
    }

    [PostgresFact]
    public async Task When_user_guard_and_server_are_all_killed_the_next_user_recovers_the_data()
    {
        await using var folder = await DataFolder.MadeAsync();
        using (var user = await CliProcess.HoldAsync(folder.Path))
        {
            await using (var cluster = await folder.OpenAsync())
                await DataFolder.TellAsync(cluster.ConnectionString(), "create table kept as select 7 as n");
            var server = folder.ServerPid;
            using (var kill = Process.Start("kill", ["-9", ParentOf(server), $"{server}"]))
                await kill.WaitForExitAsync();
            await user.KillAsync();
        }

        File.Exists(folder.PidFile).Should().BeTrue("nobody could remove it");
        await using var next = await folder.OpenAsync();
        (await DataFolder.AskAsync<int>(next.ConnectionString(), "select n from kept")).Should().Be(7);
    }

    private static string ParentOf(int pid) => File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal))[5..].Trim();
}
