using System.Reflection;
using System.Xml.Linq;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Tests.House;

public class ArrowsTests
{
    /// <summary>Every room with the rooms it may know. Whoever changes an arrow changes it here.</summary>
    public static TheoryData<string, string[]> Rooms => new()
    {
        { "src/JourneyTracker.Domain", [] },
        { "projections/JourneyTracker.Projections", ["Domain"] },
        { "src/JourneyTracker.Journal", ["Domain", "Projections"] },
        { "src/JourneyTracker.Outcomes", ["Domain", "Projections"] },
        { "src/JourneyTracker.Web", ["Domain", "Projections", "Journal", "Outcomes"] },
        { "src/JourneyTracker.Cli", ["Domain", "Projections", "Journal", "Outcomes", "Web", "CritterStack"] },
        { "src/JourneyTracker.CritterStack", ["Domain", "Journal"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may_know(string room, string[] known)
    {
        var references = Project(room).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

        references.Should().BeEquivalentTo(known.Select(k => "JourneyTracker." + k));
    }

    [Fact]
    public void Every_project_of_the_house_is_a_room_of_this_table()
    {
        var projects = new[] { "src", "projections" }.SelectMany(f => Directory.EnumerateFiles(Repository.PathOf(f), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(p)!));

        projects.Should().BeEquivalentTo(Rooms.Select(r => (string)r[0]));
    }

    [Fact]
    public void Without_the_property_nothing_of_Marten_is_referred_to()
    {
        var named = new[] { "src/JourneyTracker.Cli", "tests/JourneyTracker.Benchmarks" }.SelectMany(p => Project(p).Descendants("ProjectReference"))
            .Where(r => ((string)r.Attribute("Include")!).Contains("CritterStack", StringComparison.Ordinal)).ToList();

        named.Should().HaveCount(2).And.OnlyContain(r => (string?)r.Attribute("Condition") == "'$(CritterStack)' == 'true'");
        File.ReadAllText(Repository.PathOf("JourneyTracker.sln")).Should().NotContain("CritterStack");
    }

    [Fact]
    public void Domain_and_Projections_have_no_packages_beyond_the_shared_analyzer()
    {
        foreach (var room in new[] { "src/JourneyTracker.Domain", "projections/JourneyTracker.Projections" })
        {
            Project(room).Descendants("PackageReference").Should().BeEmpty(room);
            Project(room).Descendants("FrameworkReference").Should().BeEmpty(room);
            Project(room).Descendants("IsPureRoom").Should().ContainSingle(p => p.Value == "true", room);
        }
    }

    [Fact]
    public void Domain_as_compiled_references_the_base_library_alone() =>
        References(typeof(Fact).Assembly).Should().OnlyContain(name => IsBaseLibrary(name));

    [Fact]
    public void Projections_as_compiled_references_the_base_library_and_Domain_alone() =>
        References(typeof(JourneyStatus).Assembly).Should().OnlyContain(name => IsBaseLibrary(name) || name == "JourneyTracker.Domain");

    [Theory]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.DateTimeOffset.UtcNow")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.Guid.CreateVersion7")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("T:System.IO.File;")]
    [InlineData("T:System.Environment")]
    public void Clock_randomness_culture_and_machine_are_banned_in_the_pure_rooms(string symbol) =>
        File.ReadAllText(Repository.PathOf("BannedSymbols.txt")).Should().Contain(symbol);

    private static XDocument Project(string room) => XDocument.Load(Directory.EnumerateFiles(Repository.PathOf(room), "*.csproj").Single());

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static bool IsBaseLibrary(string name) => name.StartsWith("System.", StringComparison.Ordinal);
}
