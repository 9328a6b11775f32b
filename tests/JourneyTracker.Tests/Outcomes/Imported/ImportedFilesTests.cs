using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.National;

namespace JourneyTracker.Tests.Outcomes.Imported;

public sealed class ImportedFilesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_was_taken_in_is_there_again_to_the_last_digit_for_its_partnership_alone_and_nothing_else_is_left_in_the_folder()
    {
        NationalSeries series = new("s", "M02", "women", "p", "t", "https://example.org", new(2025, 1, 1), "l", true, "d", new(2026, 1, 1), [new("E23000029", "", new(2024, 1, 1), new(2024, 12, 31), 0.1, null, null, "n")]);
        UnitCost cost = new("arrest", 1.1, 2.2, 3.3, "2024", "s", "", "assumed");
        var files = new ImportedFiles(root, "north");

        files.Put([series]);
        files.Put([cost]);

        var read = new ImportedFiles(root, "north").Read();
        read.National.Should().ContainSingle().Which.Should().BeEquivalentTo(series);
        read.UnitCosts.Should().Equal(cost);
        Directory.EnumerateFiles(Path.Combine(root, "north")).Select(f => Path.GetFileName(f)).Should().BeEquivalentTo("national.json", "unit-costs.json");
        (new ImportedFiles(root, "south").Read() is { National.Count: 0, UnitCosts.Count: 0 }).Should().BeTrue();
    }
}
