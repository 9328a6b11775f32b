using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Programs that are killed while they start for the first time: in the middle of making the login, the databases and the tables.</summary>
[Collection(BadDay.Collection)]
public sealed class KilledStartTests
{
    private static int Kills => BadDay.Full ? 30 : 3;

    [PostgresFact]
    public async Task However_often_a_first_start_is_killed_the_next_one_makes_what_is_missing()
    {
        var random = new Random(BadDay.Seed);
        await using var folder = await DataFolder.MadeAsync();
        await using var cluster = await folder.OpenAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var first = CliProcess.Start("serve", "--port", "0", "--data", folder.Path);
            await Task.Delay(random.Next(400, 1_500));
            await first.KillAsync();
        }

        var last = await CliProcess.RunAsync("stages", "--data", folder.Path);
        last.Messages.Should().Contain("no partnership here yet", "the tables are there and hold nothing");
    }
}
