using System.Reflection;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.StoredFacts;

namespace JourneyTracker.Tests.House;

/// <summary>Steps of docs/contributing.md that nothing else would miss.</summary>
public sealed partial class AddingAFactTests
{
    public static TheoryData<string> Names => [.. FactCatalogue.All.Where(k => Texts(k.Type).Any()).Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sealed_text_has_a_limit_or_a_list(string name)
    {
        foreach (var field in Texts(FactCatalogue.Find(name)!.Type))
        {
            var fact = FactCodec.Read(name, StoredFactFiles.Read(StoredFactFiles.MinimalOf(name)));
            field.SetValue(fact, Protected.Of(new string('x', 4_001)));

            Decide.Check(fact, fact.HappenedOn.Day).Should().NotBeNull($"the checks of its family look at {field.Name} of {name}, with Text(...) or Known(...)");
        }
    }

    [Fact]
    public void Every_form_on_the_timeline_belongs_to_a_kind_of_fact() =>
        Directory.EnumerateFiles(Repository.PathOf("src", "JourneyTracker.Web", "Pages", "Shared", "Facts"), "*.cshtml").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n[0] != '_').Except(FactCatalogue.All.Select(k => k.Name))
            .Should().BeEmpty("a form is found by the newest stored name alone; under another name it is never shown");

    [Fact]
    public void What_the_page_for_contributors_names_is_there()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "contributing.md"));
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet();
        var code = Quoted().Matches(page).Select(m => m.Groups[1].Value).ToList();

        code.Where(c => TestName().IsMatch(c)).Except(tests).Should().BeEmpty("the page names tests that exist");
        code.Where(c => PathName().IsMatch(c)).Where(c => !Path.Exists(Repository.PathOf(c))).Should().BeEmpty("the page names paths that exist");
    }

    private static IEnumerable<PropertyInfo> Texts(Type kind) => kind.GetProperties().Where(p => p.PropertyType == typeof(Protected<string>));

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Z][A-Za-z]+(Tests|Folded)$")]
    private static partial Regex TestName();

    [GeneratedRegex("^(src|tests|docs|projections)/[A-Za-z./]+$")]
    private static partial Regex PathName();
}
