using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>A mapping that cannot be right is refused before the first row, in a sentence that says where.</summary>
public sealed class MappingFileTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [Theory]
    [InlineData("", "The mapping mapping.json cannot be used: it is not JSON.*")]
    [InlineData("{ \"source\": ", "*it is not JSON.*")]
    [InlineData("null", "*it is null.*")]
    [InlineData("{ \"source\": \"a\", \"source\": \"b\" }", "*stands in it twice.*")]
    [InlineData("{ \"source\": \"a\" }", "*it lacks*'recorder'*'person'*'facts'*")]
    [InlineData("[]", "*a value is not of the kind that belongs there.*")]
    public void What_is_no_mapping_is_refused(string json, string sentence) =>
        ((Action)(() => ImportFolder.Mapping(json))).Should().Throw<ImportRefusedException>().WithMessage(sentence);

    [Theory]
    [InlineData("\"matter\": \"{who}\"", "\"mater\": \"{who}\"", "*does not know the member 'mater'*facts[0]*")]
    [InlineData("\"precision\": \"day\"", "\"precision\": \"hour\"", "*a value is not of the kind that belongs there*precision*")]
    [InlineData("\"received.v1\"", "\"recieved.v1\"", "*names the fact 'recieved.v1', which does not exist. There are: *received.v1*")]
    [InlineData("\"received.v1\"", "\"withdrawn.v1\"", "*'withdrawn.v1', which is not imported*")]
    [InlineData("\"basis\": \"remand\"", "\"basis\": \"jail\"", "*received.v1.basis is 'jail', which is none of: remand, *")]
    [InlineData("\"basis\": \"remand\"", "\"ground\": \"remand\"", "*gives received.v1 a field 'ground', which it does not have. It has: basis, prison.")]
    [InlineData("\"basis\": \"remand\"", "\"prison\": \"BZI\"", "*received.v1 lacks the field 'basis', which it must have.")]
    [InlineData("\"basis\": \"remand\"", "\"basis\": { \"column\": \"kind\", \"codes\": { \"in\": \"jail\" } }", "*becomes 'jail', which is none of*")]
    [InlineData("\"basis\": \"remand\"", "\"basis\": { \"codes\": {} }", "*a value names either a column or a template*")]
    [InlineData("\"reference\": \"{id}\"", "\"reference\": \"id\"", "*template 'id' names no column*")]
    [InlineData("\"reference\": \"{id}\"", "\"reference\": \"{id\"", "*braces that do not pair.")]
    [InlineData("\"column\": \"day\"", "\"column\": \"day\", \"constant\": \"2024-01-01\"", "*received.v1.happenedOn must name either a column or a constant.")]
    [InlineData("\"column\": \"day\"", "\"constant\": \"yesterday\"", "*constant 'yesterday', which is not a day*")]
    [InlineData("\"column\": \"day\"", "\"column\": \"day\", \"formats\": [ \"yyyy-MM-ddzzz\" ]", "*say which day is meant*")]
    [InlineData("\"column\": \"day\"", "\"column\": \"day\", \"formats\": [ \"HH:mm\" ]", "*format 'HH:mm' has no year*")]
    [InlineData("\"equals\": \"in\"", "\"equals\": \"in\", \"empty\": false", "*condition on 'kind' needs exactly one of*")]
    [InlineData("\"equals\": \"in\"", "\"matches\": \"(\"", "*pattern '(' cannot be used*")]
    [InlineData("\"equals\": \"in\"", "\"before\": \"soon\", \"as\": \"day\"", "*compared with 'soon', which cannot be read*")]
    [InlineData("\"source\": \"small\"", "\"source\": \"Small System\"", "*source 'Small System' is not a code*")]
    public async Task A_mapping_that_contradicts_itself_or_the_facts_is_refused(string right, string wrong, string sentence)
    {
        var mapping = WithEverything();
        mapping.Should().Contain(right, "otherwise nothing was changed");

        var run = () => ImportFolder.DryRunAsync(folder.Write("a.csv", "id,who,day,kind\n1,a,2024-01-01,in\n"), ImportFolder.Mapping(mapping.Replace(right, wrong, StringComparison.Ordinal)));

        await run.Should().ThrowAsync<ImportRefusedException>().WithMessage(sentence);
    }

    [Fact]
    public async Task The_mapping_that_those_were_made_from_is_accepted()
    {
        var result = await ImportFolder.DryRunAsync(folder.Write("a.csv", "id,who,day,kind\n1,a,2024-01-01,in\n"), ImportFolder.Mapping(WithEverything()));
        result.IsClean.Should().BeTrue();
    }

    [Fact]
    public void The_examples_are_mappings()
    {
        // The file of sign-in stands there too; it has a test of its own.
        var examples = Directory.GetFiles(Path.GetDirectoryName(RealData.Example("x"))!, "*.json").Where(e => Path.GetFileName(e) != "sign-in.json").ToList();
        examples.Should().NotBeEmpty();
        foreach (var example in examples) MappingFileJson.Read(example).Facts.Should().NotBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private static string WithEverything() => """
        {
          "source": "small", "recorder": { "person": "extract", "agency": "An agency" }, "person": "{who}",
          "facts": [
            {
              "fact": "received.v1", "when": [ { "column": "kind", "equals": "in" } ], "happenedOn": { "column": "day", "precision": "day" },
              "reference": "{id}", "matter": "{who}", "fields": { "basis": "remand" }
            }
          ]
        }
        """;
}
