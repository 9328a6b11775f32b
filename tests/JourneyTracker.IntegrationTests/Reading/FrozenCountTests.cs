using System.Text.Json;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>What the counting verbs say when a record cannot be read.</summary>
public sealed class FrozenCountTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"journey-frozen-{Guid.NewGuid():N}");

    [PostgresTheory]
    [InlineData("stages")]
    [InlineData("findings")]
    [InlineData("custody", "--from", "2024-01-01", "--to", "2024-01-02")]
    public async Task A_count_says_that_a_record_cannot_be_read(params string[] words)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var other = await OtherWriter.BeginAsync(database.SuperuserConnectionString))
        {
            await other.ExecuteAsync("insert into journeys.partnership (name, title) values ('north', 'North')");
            await other.InsertEventAsync(1);
            await other.CommitAsync();
        }

        var outcome = await CliProcess.RunOnAsync(database, [.. words, "--json", "--data", data]);

        outcome.ExitCode.Should().Be(0, outcome.Messages);
        outcome.Messages.Should().Contain("A record of 1 journey cannot be read by this version; what follows it is not counted.");
        JsonElement.Parse(outcome.Output).GetProperty("frozen").GetInt32().Should().Be(1);
    }

    public void Dispose()
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
