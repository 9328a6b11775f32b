using System.Text.Json;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class RebuildVerbTests(JournalHouse house) : IClassFixture<JournalHouse>, IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"journey-rebuild-{Guid.NewGuid():N}");

    [PostgresFact]
    public async Task It_folds_what_is_new_rebuilds_and_answers_with_one_document()
    {
        await using var empty = await TestDatabase.CreateAsync(migrated: false);
        var outcome = await CliProcess.RunOnAsync(empty, "rebuild", "--json", "--data", _data);

        outcome.ExitCode.Should().Be(0, outcome.Messages);
        var answer = JsonDocument.Parse(outcome.Output).RootElement;
        answer.GetProperty("folds").EnumerateArray().Select(f => f.GetString()).Should().Equal("status.2", "movements.2", "data-quality.3", "merges.1", "today.3");
        answer.GetProperty("facts").GetInt64().Should().Be(0);
        answer.GetProperty("oldRowsRemoved").GetBoolean().Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_fold_that_is_not_known_is_refused_and_the_known_ones_are_named()
    {
        var outcome = await CliProcess.RunOnAsync(house.Database, "rebuild", "weather", "--data", _data);
        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain("There is no fold called \"weather\".").And.Contain("movements.2");
    }

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}
