using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A private cluster's server that is gone, though the cluster has users.</summary>
[Collection(BadDay.Collection)]
public sealed class CrashedServerTests
{
    [PostgresFact]
    public async Task A_server_that_was_killed_is_started_again_for_its_users_and_stops_with_the_last_of_them()
    {
        await using var folder = await DataFolder.MadeAsync();
        await using (var cluster = await folder.OpenAsync())
        {
            for (var time = 0; time < 2; time++)
            {
                var before = folder.ServerPid;
                await Signals.KillAsync(before);
                await BadDay.UntilAsync(async () => await DataFolder.AskAsync<int>(cluster.ConnectionString(), "select 1") == 1, "another server answers");
                folder.ServerPid.Should().NotBe(before);
            }
        }

        await folder.StoppedAsync();
    }

    [PostgresFact]
    public async Task A_server_that_was_stopped_on_purpose_stays_stopped_until_somebody_opens_the_folder()
    {
        await using var folder = await DataFolder.MadeAsync();
        await using var user = await folder.OpenAsync();
        await Signals.SendAsync(folder.ServerPid, "INT");
        await folder.StoppedAsync();
        await Task.Delay(500);
        File.Exists(folder.PidFile).Should().BeFalse();
        await using var next = await folder.OpenAsync();
        (await DataFolder.AskAsync<int>(user.ConnectionString(), "select 1")).Should().Be(1);
    }
}
