using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>Refused rows never take the place of what is read, and what stands at their place stays until a run begins.</summary>
public sealed class RejectPlaceTests : IDisposable
{
    private const string Rows = "id,who,day,kind\n1,a,2024-01-01,in\n";
    private const string PeopleRows = "who,born\na,1980\n";
    private readonly ImportFolder folder = new();

    private static MappingFile WithPeople => ImportFolder.Mapping() with
    {
        People = new PeopleSpec("{who}", [new FactSpec(
            "characteristics-recorded.v1", new DaySpec(Constant: "../2024-02-01"), "person/{who}",
            Fields: new Dictionary<string, ValueSpec> { ["birthYear"] = new() { Column = "born" } })]),
    };

    [Theory]
    [InlineData("a.people.csv", "The refused rows cannot go into the file that is being imported*")]
    [InlineData("p.csv", "The refused rows cannot go into the file of people*")]
    [InlineData("m.json", "The refused rows cannot go into the mapping*")]
    [InlineData("a.csv", "The refused rows of the people's file would go into *a.people.csv, the file that is being imported*")]
    [InlineData("link.csv", "The refused rows cannot go into the file of people*")]
    [InlineData("linked/m.json", "The refused rows cannot go into the mapping*")]
    public async Task No_file_that_is_read_is_written_over_or_deleted(string rejects, string sentence)
    {
        var main = folder.Write("a.people.csv", Rows);
        var people = folder.Write("p.csv", PeopleRows);
        var mapping = folder.Write("m.json", ImportFolder.SmallMapping);
        File.CreateSymbolicLink(folder.PathOf("link.csv"), people);
        Directory.CreateSymbolicLink(folder.PathOf("linked"), Path.GetDirectoryName(main)!);
        var request = new ImportRequest(main, WithPeople, ImportFolder.Partnership, people, folder.PathOf(rejects), DryRun: true, MappingPath: mapping);

        var check = () => ImportRun.Check(request);
        var run = () => new ImportRun(null!, null!, TimeProvider.System).RunAsync(request, new ImportMeter(), default);

        check.Should().Throw<ImportRefusedException>().WithMessage(sentence);
        await run.Should().ThrowAsync<ImportRefusedException>().WithMessage(sentence);
        (await File.ReadAllTextAsync(main)).Should().Be(Rows);
        (await File.ReadAllTextAsync(people)).Should().Be(PeopleRows);
        (await File.ReadAllTextAsync(mapping)).Should().Be(ImportFolder.SmallMapping);
        File.Exists(folder.PathOf("link.csv")).Should().BeTrue();
    }

    [Fact]
    public void A_check_leaves_what_stands_at_the_place_of_refused_rows()
    {
        var rejects = folder.Write("r.csv", "from an earlier run");
        var ofPeople = folder.Write("r.people.csv", "from an earlier run");
        var request = new ImportRequest(folder.Write("a.csv", Rows), WithPeople, ImportFolder.Partnership, folder.Write("p.csv", PeopleRows), rejects);

        ImportRun.Check(request);

        File.Exists(rejects).Should().BeTrue();
        File.Exists(ofPeople).Should().BeTrue();
    }

    [Fact]
    public async Task A_run_that_cannot_begin_leaves_it_too()
    {
        var rejects = folder.Write("r.csv", "from an earlier run");

        var run = () => ImportFolder.DryRunAsync(folder.Write("a.csv", Rows), WithPeople, rejects, people: folder.PathOf("none.csv"));

        await run.Should().ThrowAsync<ImportRefusedException>();
        File.Exists(rejects).Should().BeTrue();
    }

    public void Dispose() => folder.Dispose();
}
