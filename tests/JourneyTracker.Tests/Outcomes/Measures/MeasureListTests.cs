using System.Text.RegularExpressions;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed partial class MeasureListTests
{
    private static readonly MeasurePeriod Year = new(A.Day("2026-01-01"), A.Day("2026-12-31"), A.Day("2026-12-31"));

    [Fact]
    public void Every_measure_of_the_list_is_there() => MeasureList.All.Select(m => m.Id).Should().Equal(
        "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M13", "M13b", "M14", "M14b", "M15", "M15b", "M16", "M17", "M17b", "M17c", "M18",
        "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B13", "B14", "B15", "X01", "X02", "X03", "X04", "X05", "X06", "X07",
        "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12", "L13");

    [Fact]
    public void Each_says_what_it_counts_where_it_comes_from_and_how_sure_that_is() => MeasureList.All.Should().OnlyContain(m =>
        m.Title.Length > 0 && m.Wording.Length > 0 && m.Reading.Length > 0 && m.Source.Length > 0 && m.WordingConfidence.Length > 0 && m.DefinitionConfidence.Length > 0 && m.Version > 0);

    [Fact]
    public void One_with_an_answer_rests_on_facts_that_there_are_and_one_without_is_refused_with_its_reason()
    {
        var names = FactCatalogue.All.Select(k => k.Name[..k.Name.LastIndexOf('.')]).ToHashSet();
        foreach (var measure in MeasureList.All)
        {
            var ask = measure.Invoking(m => m.Question(Year));
            if (measure.State == MeasureState.Answered)
            {
                measure.RestsOn.Should().NotBeEmpty();
                measure.RestsOn.SelectMany(g => g).Should().BeSubsetOf(names, measure.Id);
                ask().ShortHash.Should().HaveLength(12);
            }
            else
            {
                ask.Should().Throw<QuestionException>().WithMessage($"*{measure.Reading}");
            }
        }
    }

    [Fact]
    public void Where_another_measure_answers_it_is_one_that_has_an_answer() => MeasureList.All.Where(m => m.State == MeasureState.Elsewhere && m.Id != "X06").Should().OnlyContain(m =>
        MeasureId().IsMatch(m.Reading) && MeasureId().Matches(m.Reading).All(id => id.Value == "M03" || MeasureList.Find(id.Value)!.State == MeasureState.Answered));

    [Fact]
    public void Groups_of_ethnicity_are_those_of_the_code_list()
    {
        foreach (var code in CodeList.Ethnicity.All)
        {
            using var store = MeasureStore.Of(A.Journey().With(
                new CharacteristicsRecorded(Ethnicity: code.Value) { HappenedOn = A.Day("2026-01-01") }, new Arrested { HappenedOn = A.Day("2026-01-02") }));
            store.Ask("M02", Year, "ethnicity").Should().ContainSingle().Which["part"].Should().Be(code.Group, code.Value);
        }
    }

    [GeneratedRegex(@"\b[MBX]\d\d[a-c]?\b")]
    private static partial Regex MeasureId();
}
