using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Tests.Outcomes.Answers;

public sealed class AnswerCsvTests
{
    private static readonly AnswerTable Table = new("first", "First", [new("a", "A", ColumnKind.Text), new("b", "B", ColumnKind.Rate)], [[AnswerCell.Of("one, \"two\""), AnswerCell.Of(0.25)], [AnswerCell.Of("=1+1"), AnswerCell.Suppressed]]);

    [Fact]
    public void Texts_are_quoted_numbers_are_in_full_and_nothing_is_a_formula() => AnswerCsv.Write([Table]).Should().Be("a,b\r\n\"one, \"\"two\"\"\",0.25\r\n'=1+1,[c]\r\n");

    [Fact]
    public void Several_tables_stand_under_their_names() => AnswerCsv.Write([Table, Table with { Name = "second", Rows = [] }]).Should().StartWith("first\r\na,b\r\n").And.EndWith("\r\n\r\nsecond\r\na,b\r\n");
}
