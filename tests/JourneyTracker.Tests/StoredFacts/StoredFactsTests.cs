using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Tests.StoredFacts;

public class StoredFactsTests
{
    public static TheoryData<string> Files => [.. StoredFactFiles.All.Where(f => !FactCatalogue.Find(StoredFactFiles.NameOf(f))!.IsFormer)];

    public static TheoryData<string> FormerFiles => [.. StoredFactFiles.All.Where(f => FactCatalogue.Find(StoredFactFiles.NameOf(f))!.IsFormer)];

    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(k => k.Name)];

    [Fact]
    public void Every_stored_name_has_a_full_and_a_minimal_file_and_no_file_has_an_unknown_name()
    {
        var needed = FactCatalogue.All.Concat(FactCatalogue.Former).SelectMany(k => new[] { k.Name, StoredFactFiles.MinimalOf(k.Name) }).ToList();

        needed.Except(StoredFactFiles.All).Should().BeEmpty("every kind has two files in tests/JourneyTracker.Tests/StoredFacts; docs/contributing.md says what stands in them");
        StoredFactFiles.All.Except(needed).Should().BeEmpty("a stored name is never renamed or taken away: give the old shape a [FormerName]");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Reading_and_writing_a_stored_fact_gives_the_same_canonical_bytes(string file)
    {
        var stored = StoredFactFiles.Read(file);

        var fact = FactCodec.Read(StoredFactFiles.NameOf(file), stored);

        Text(CanonicalJson.Of(JsonElement.Parse(FactCodec.Write(fact)))).Should().Be(
            Text(stored).TrimEnd(), $"that is {file}.json. If the file is new, mend the file; if it was stored before, the code has changed its shape: keep that as a [FormerName]");
    }

    [Theory]
    [MemberData(nameof(FormerFiles))]
    public void A_fact_under_a_former_name_is_read_in_the_newest_shape_and_loses_nothing(string file)
    {
        var stored = StoredFactFiles.Read(file);
        var name = StoredFactFiles.NameOf(file);

        var fact = FactCodec.Read(name, stored);

        FactCatalogue.NameOf(fact).Should().NotBe(name);
        // What stood in the clear then and is sealed now: no former fact is written anew, but were it, that would be sealed.
        var hidden = fact.Seal(new MarkedSealer());
        if (hidden.Equals(fact)) Text(CanonicalJson.Of(JsonElement.Parse(FactCodec.Write(fact)))).Should().Be(Text(stored).TrimEnd(), "what was not asked then is not known");
        else Text(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes<object>(fact.InFormerShape()!, FactJson.Stored))).Should().Be(Text(stored).TrimEnd(), "what was not asked then is not known");
        FactCodec.Read(FactCatalogue.NameOf(fact), FactCodec.Write(hidden)).Should().Be(hidden);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_full_file_fills_every_field(string name)
    {
        var fact = FactCodec.Read(name, StoredFactFiles.Read(name));

        Empty(fact, name).Should().BeEmpty($"{name}.json has every field");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_minimal_file_leaves_out_whatever_may_be_left_out(string name)
    {
        using var minimal = JsonDocument.Parse(StoredFactFiles.Read(StoredFactFiles.MinimalOf(name)));
        var written = FactCodec.Write(FactCodec.Read(name, StoredFactFiles.Read(name)));
        using var full = JsonDocument.Parse(written);
        foreach (var member in minimal.RootElement.EnumerateObject().Where(m => !HasDefault(name, m.Name)))
        {
            var without = full.RootElement.EnumerateObject().Where(m => m.Name != member.Name).ToDictionary(m => m.Name, m => m.Value);

            var reading = () => FactCodec.Read(name, JsonSerializer.SerializeToUtf8Bytes(without));

            reading.Should().Throw<UnreadableFactException>($"{member.Name} is required in {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_fact_with_a_member_more_cannot_be_read(string name)
    {
        var more = Text(StoredFactFiles.Read(name)).TrimEnd()[..^1] + ""","surprise":1}""";

        var reading = () => FactCodec.Read(name, Encoding.UTF8.GetBytes(more));

        reading.Should().Throw<UnreadableFactException>();
    }

    [Fact]
    public void A_fact_of_an_unknown_name_cannot_be_read()
    {
        var reading = () => FactCodec.Read("arrested.v9", StoredFactFiles.Read("arrested.v1"));

        reading.Should().Throw<UnreadableFactException>().WithMessage("*arrested.v9*");
    }

    [Fact]
    public void A_body_that_is_null_cannot_be_read()
    {
        FluentActions.Invoking(() => FactCodec.Read("arrested.v1", "null"u8)).Should().Throw<UnreadableFactException>().WithMessage("*arrested.v1*");
        FluentActions.Invoking(() => FactCodec.ReadPlain("arrested.v1", JsonElement.Parse("null"))).Should().Throw<UnreadableFactException>().WithMessage("*arrested.v1*");
    }

    /// <summary>A code that may be left out is written as the one that says so: not asked, not recorded.</summary>
    private static bool HasDefault(string name, string member) => FactCatalogue.Find(name)!.Type.GetConstructors()
        .SelectMany(c => c.GetParameters()).Any(p => p.HasDefaultValue && p.DefaultValue is not null && JsonNamingPolicy.CamelCase.ConvertName(p.Name!) == member);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static IEnumerable<string> Empty(object value, string path) => value.GetType().GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
        .Where(p => p.GetGetMethod()?.IsStatic == false && p.GetValue(value) is null)
        .Select(p => $"{path}.{p.Name}");
}
