using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Tests.Codes;

public class CodeListTests
{
    private static readonly IReadOnlyList<CodeList> Every =
        [.. typeof(CodeList).GetProperties().Where(p => p.PropertyType == typeof(CodeList)).Select(p => (CodeList)p.GetValue(null)!)];

    public static TheoryData<string> Names => [.. Every.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_list_has_codes_with_a_label_each_once(string name)
    {
        var list = Every.Single(l => l.Name == name);

        list.All.Should().NotBeEmpty();
        list.All.Should().OnlyHaveUniqueItems(c => c.Value);
        list.All.Should().OnlyContain(c => c.Value.Length > 0 && c.Label.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_code_says_how_sure_we_are_of_it(string name) =>
        Every.Single(l => l.Name == name).All.Should().OnlyContain(c => c.Confidence.Length > 0);

    [Fact]
    public void Prisons_are_the_twelve_and_forces_the_forty_three()
    {
        CodeList.WomensPrisons.All.Should().HaveCount(12);
        CodeList.PoliceForceAreas.All.Should().HaveCount(43);
    }

    [Fact]
    public void A_cell_with_commas_and_quotes_is_read_whole() =>
        CodeList.AgencyTypes.LabelOf("NON_POLICE_PROSECUTOR").Should().Be("Non-police prosecutor (e.g. TV Licensing, local authority)");

    [Fact]
    public void A_code_is_found_exactly_as_it_is_written_or_not_at_all()
    {
        CodeList.Disposals.Find("CO")!.Group.Should().Be("court");
        CodeList.Disposals.Has("co").Should().BeFalse();
        CodeList.Disposals.Find("PRISON").Should().BeNull();
        CodeList.Disposals.LabelOf("PRISON").Should().Be("PRISON", "an unknown code is shown as it is");
    }
}
