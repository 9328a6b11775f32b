using System.Text.RegularExpressions;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Simulation;

public partial class RatesTests
{
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["London Blueprint 2019"] = "london-blueprint-2019.txt",
        ["Concordat 2020"] = "moj-concordat-2020.txt",
        ["Thames Valley Probation 2007"] = "thames-valley-probation-2007.txt",
    };

    private static readonly Rates Table = Rates.Load();

    [Fact]
    public void Every_rate_names_its_source_or_says_assumed()
    {
        foreach (var rate in Table.All)
        {
            var cited = Cited().IsMatch(rate.Source) || Row().IsMatch(rate.Source);
            (cited || rate.Source == Rate.Assumed).Should().BeTrue($"the source of {rate.Id} is '{rate.Source}'");
            (rate.Figure is null).Should().Be(rate.Source == Rate.Assumed, $"{rate.Id} must say what the source prints, and only when there is one");
        }
    }

    [SharedFact]
    public void Every_cited_line_prints_the_figure()
    {
        foreach (var rate in Table.All.Where(r => Cited().IsMatch(r.Source)))
        {
            var match = Cited().Match(rate.Source);
            var lines = File.ReadAllLines(SharedFactAttribute.PathOf("sources", Documents[match.Groups[1].Value]));
            lines[int.Parse(match.Groups[2].Value) - 1].Should().Contain(rate.Figure, rate.Id);
        }
    }

    [SharedFact]
    public void Every_cited_row_prints_the_figure()
    {
        foreach (var rate in Table.All.Where(r => Row().IsMatch(r.Source)))
        {
            var match = Row().Match(rate.Source);
            var rows = File.ReadAllLines(SharedFactAttribute.PathOf("domain", match.Groups[1].Value + ".csv"));
            rows.Should().ContainSingle(r => r.StartsWith(match.Groups[2].Value + ",")).Which.Should().Contain(rate.Figure, rate.Id);
            if (rate.From is { } from) rows.Single(r => r.StartsWith(match.Groups[2].Value + ",")).Should().Contain(from.ToString("yyyy-MM-dd"), rate.Id);
        }
    }

    [Fact]
    public void Shares_lie_between_nothing_and_all() =>
        Table.All.Where(r => r.Unit.StartsWith("share")).Should().OnlyContain(r => Table.Of(r.Id, r.From) >= 0 && Table.Of(r.Id, r.From) <= 1);

    [Theory]
    [InlineData("2024-09-09", 181, 91)]
    [InlineData("2024-09-11", 181, 73)]
    [InlineData("2026-10-02", 609, 203)]
    [InlineData("2026-10-12", 304, 102)]
    public void The_part_served_is_that_of_the_day_of_sentence_rounded_up(string sentenced, int days, int served) =>
        Table.PartOf(days, "release-fraction", DateOnly.ParseExact(sentenced, "yyyy-MM-dd")).Should().Be(served);

    [GeneratedRegex(@"^([A-Z][\w ]+ \d{4}) lines? (\d+)")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^([a-z]+_[a-z]+) ([A-Z]+[-_]\w+)$")]
    private static partial Regex Row();
}
