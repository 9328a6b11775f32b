using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>What the mapping makes of rows, good and bad.</summary>
public sealed class MappedRowTests : IDisposable
{
    private static readonly string[] Names = ["id", "who", "day", "kind"];
    private readonly ImportFolder folder = new();

    [Theory]
    [InlineData("1,a,2024-02-30,in", "day", "2024-02-30", "impossible-day", "'2024-02-30' is not a day of the calendar.")]
    [InlineData("1,a,30/01/2024,in", "day", "30/01/2024", "malformed", "'30/01/2024' is not written as yyyy-MM-dd.")]
    [InlineData("1,a,,in", "day", "", "malformed", "The day is missing.")]
    [InlineData("1,a,2199-01-01,in", "day", "2199-01-01", "future-day", "The day 2199-01-01 is in the future.")]
    [InlineData("1,a,1024-01-01,in", "day", "1024-01-01", "impossible-day", "The day 1024-01-01 is before 1900.")]
    [InlineData("1,a,2024-01-01,jailed", "kind", "jailed", "unknown-code", "'jailed' is not a code that the mapping knows.")]
    [InlineData("1,,2024-01-01,in", "who", "", "malformed", "It is not said whom the row is about.")]
    [InlineData(",a,2024-01-01,in", "id", "", "malformed", "The source's reference is missing.")]
    public async Task A_bad_row_is_refused_with_its_line_column_value_rule_and_remedy(string row, string column, string value, string rule, string what)
    {
        var result = await DryRunAsync($"id,who,day,kind\n0,a,2024-01-01,in\n{row}\n9,a,2024-01-01,out\n");

        var why = result.Main.FirstRefusals.Single();
        (why.Line, why.Column, why.Value, why.Rule, why.What).Should().Be((3, column, value, rule, what));
        why.How.Should().MatchRegex("^[A-Z].*\\.$");
        (result.Main.Rows, result.Main.Accepted, result.IsClean).Should().Be((3, 2, false));
        result.Main.Refusals.Should().Equal(new Dictionary<string, long> { [rule] = 1 });
    }

    [Fact]
    public async Task An_unknown_code_is_refused_naming_those_that_are_known()
    {
        var result = await DryRunAsync("id,who,day,kind\n1,a,2024-01-01,jailed\n");
        result.Main.FirstRefusals.Single().How.Should().StartWith("It knows: in, out.");
    }

    [Theory]
    [InlineData("as-written", "2006-07-24")]
    [InlineData("in-london", "2006-07-23")]
    public void The_civil_day_of_a_time_with_an_offset_is_the_one_that_the_mapping_means(string offset, string day)
    {
        var spec = "{ \"column\": \"day\", \"formats\": [ \"yyyy-MM-dd'T'HH:mm:sszzz\" ], \"offset\": \"" + offset + "\" }";
        One("2006-07-24T00:00:00+02:00", spec).HappenedOn.ToString().Should().Be(day);
    }

    [Theory]
    [InlineData("day", "2024-03-31")]
    [InlineData("month", "2024-03")]
    [InlineData("time", "2024-03-31T09:46:53")]
    [InlineData("unknown", "../2024-03-31")]
    public void A_time_is_kept_as_finely_as_the_source_is_trusted(string precision, string expected)
    {
        var spec = "{ \"column\": \"day\", \"formats\": [ \"dd/MM/yyyy HH:mm:ss\", \"yyyy-MM-dd\" ], \"precision\": \"" + precision + "\" }";
        One("31/03/2024 09:46:53", spec).HappenedOn.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("Send for Credit Collection", "send-for-credit-collection")]
    [InlineData("  Appeal (to Judge)! ", "appeal-to-judge")]
    public void A_name_becomes_a_code(string name, string code)
    {
        var fact = Only($$"""
            { "fact": "contact.v1", "happenedOn": { "constant": "2024-01-01" }, "reference": "{id}", "fields": { "type": { "column": "kind", "kebab": true }, "detail": { "template": "{who}: {kind}" } } }
            """, "1", "a", "", name.Trim());
        ((Contact)fact).Type.Should().Be(code);
        ((Contact)fact).Detail!.Value.Should().Be($"a: {name.Trim()}");
    }

    [Fact]
    public void Codes_are_translated_empty_ones_left_out_and_numbers_and_days_read()
    {
        const string Rule = """
            { "fact": "recalled.v1", "happenedOn": { "constant": "2024-01-01" }, "reference": "{id}", "fields": {
              "kind": { "column": "kind", "codes": { "F28": "FTR_28" }, "unlisted": "LR" },
              "lengthInDays": { "column": "day", "empty": [ "N/A" ] },
              "reason": { "column": "who", "codes": { "x": null } } } }
            """;
        var fixedTerm = (Recalled)Only(Rule, "1", "x", "28", "F28");
        (fixedTerm.Kind, fixedTerm.LengthInDays, fixedTerm.Reason).Should().Be(("FTR_28", 28, null));
        var standard = (Recalled)Only(Rule, "1", "x", "N/A", "whatever");
        (standard.Kind, standard.LengthInDays).Should().Be(("LR", null));
    }

    [Fact]
    public async Task A_row_gives_several_facts_or_none()
    {
        var mapping = ImportFolder.Mapping("""
            {
              "source": "stays", "recorder": { "person": "extract", "agency": "An agency" }, "person": "{who}", "otherwise": "skip",
              "facts": [
                { "fact": "received.v1", "when": [ { "column": "in", "empty": false } ], "happenedOn": { "column": "in" }, "reference": "{id}/in", "fields": { "basis": "remand" } },
                { "fact": "released.v1", "when": [ { "column": "out", "empty": false } ], "happenedOn": { "column": "out" }, "reference": "{id}/out", "fields": { "kind": "not-known" } }
              ]
            }
            """);
        var result = await ImportFolder.DryRunAsync(
            folder.Write("a.csv", "id,who,in,out\n1,a,2024-01-01,2024-01-02\n2,a,2024-01-01,2024-02-31\n3,b,2024-01-01,\n4,c,,\n"), mapping);

        (result.Main.Facts, result.Main.Accepted, result.Main.Refused, result.Main.Skipped).Should().Be((3, 2, 1, 1), "the second row's first fact goes with its second");
    }

    [Fact]
    public async Task A_file_with_nothing_under_its_header_is_refused()
    {
        var run = () => DryRunAsync("id,who,day,kind\n\n");
        await run.Should().ThrowAsync<ImportRefusedException>().WithMessage("*a.csv has no rows under its header.");
    }

    public void Dispose() => folder.Dispose();

    private Task<ImportResult> DryRunAsync(string text) => ImportFolder.DryRunAsync(folder.Write("a.csv", text));

    private static Fact One(string day, string happenedOn) => Only(
        $$"""{ "fact": "licence-ended.v1", "happenedOn": {{happenedOn}}, "reference": "{id}" }""", "1", "a", day, "k");

    private static Fact Only(string rule, params string[] cells)
    {
        var mapping = ImportFolder.Mapping($$"""{ "source": "one", "recorder": { "person": "p", "agency": "a" }, "person": "{who}", "facts": [ {{rule}} ] }""");
        var row = new SourceRow(2, [.. new RowPlan(mapping.Table, mapping.Source).Columns.Select(c => cells[Array.IndexOf(Names, c)])], null, null, 0, 0);
        return new RowPlan(mapping.Table, mapping.Source).Map(row, new DateOnly(2024, 6, 1)).Facts.Single().Fact;
    }
}
