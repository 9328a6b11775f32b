using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Matters.Table;

namespace JourneyTracker.Tests.Matters;

public sealed class MatterTableTests
{
    [Fact]
    public void Every_fact_of_justice_has_its_lines_and_of_the_others_only_what_ends_everything() =>
        MatterTable.Lines.Select(l => l.Fact).Distinct().Should().BeEquivalentTo(
            FactCatalogue.All.Where(k => MatterFold.IsOfJustice(k.Family)).Select(k => k.Type).Concat([typeof(MovedPartnership), typeof(Died)]),
            "a fact of police, court, supervision or custody says what it does in Matters/Table, and no other does");

    [Fact]
    public void The_last_line_of_a_fact_takes_every_case_that_is_left_and_the_others_say_when()
    {
        foreach (var lines in MatterTable.Lines.GroupBy(l => l.Fact).Select(g => g.ToList()))
        {
            lines[^1].When.Should().BeEmpty(lines[^1].Fact.Name);
            lines.SkipLast(1).All(l => l.When.Length > 0).Should().BeTrue(lines[^1].Fact.Name);
        }
    }
}
