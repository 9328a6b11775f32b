using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.StoredFacts;

/// <summary>An import that runs again after a kind of fact had more to say must know its own rows again: they are compared by these bytes.</summary>
public class RepeatedAfterUpgradeTests
{
    private static readonly Sentenced Sentence = new("CO", OffenceOn: new DateOnly(2023, 11, 30)) { HappenedOn = new DateOnly(2024, 3, 1) };
    private static readonly Recalled Recall = new("LR") { HappenedOn = new DateOnly(2024, 3, 1) };

    [Fact]
    public void What_says_no_more_than_before_is_compared_as_it_was_before()
    {
        Compared(Sentence).Should().Be(
            """{"fact":{"body":{"disposal":"CO","happenedOn":"2024-03-01","offenceOn":"2023-11-30"},"name":"sentenced.v1"},"name":"sentenced.v1"}""");
        Compared(Recall).Should().Be(
            """{"fact":{"body":{"happenedOn":"2024-03-01","kind":"LR","purpose":"not-recorded"},"name":"recalled.v1"},"name":"recalled.v1"}""");
    }

    [Fact]
    public void So_it_is_inside_a_correction() => Compared(Correction(Recall)).Should().Contain("\"name\":\"recalled.v1\"").And.NotContain("recalled.v2");

    [Fact]
    public void It_is_stored_under_the_newest_name_all_the_same()
    {
        FactCatalogue.NameOf(Recall).Should().Be("recalled.v2");
        Encoding.UTF8.GetString(FactCodec.Write(Correction(Recall))).Should().Contain("\"recalled.v2\"");
        FactCodec.PlainContent(Recall, out var plain);
        Encoding.UTF8.GetString(plain).Should().Be(Encoding.UTF8.GetString(FactCodec.Write(Recall)));
    }

    [Fact]
    public void What_says_more_is_other_content()
    {
        Compared(Sentence with { SdsPlus = false }).Should().Contain("\"name\":\"sentenced.v2\"");
        Compared(Recall with { RevokedOn = new DateOnly(2024, 3, 1) }).Should().Contain("\"name\":\"recalled.v2\"");
        Compared(Correction(Recall with { FromHomeDetentionCurfew = true })).Should().Contain("\"name\":\"recalled.v2\"");
    }

    [Fact]
    public void A_door_still_takes_a_former_name() =>
        FactCodec.ReadPlain("recalled.v1", JsonElement.Parse("""{"happenedOn":"2024-03-01","kind":"LR","purpose":"not-recorded"}""")).Should().Be(Recall);

    [Fact]
    public void A_correction_from_before_is_read_in_the_newest_shape() => ((Corrected)FactCodec.Read(
        "corrected.v1",
        """{"happenedOn":"2024-03-01","replaces":"0190f3a0-0000-7000-8000-000000000002","why":"other","with":{"name":"recalled.v1","body":{"happenedOn":"2024-03-01","kind":"LR","purpose":"not-recorded"}}}"""u8)).With
        .Should().Be(Recall);

    /// <summary>Fields added later that a former shape forgets would make two different reports the same.</summary>
    [Fact]
    public void A_former_shape_never_forgets_what_the_fact_says()
    {
        foreach (var former in FactCatalogue.Former)
        {
            var newest = FactCodec.Read(former.Name, StoredFactFiles.Read(former.Name)).GetType();
            var added = newest.GetProperties().Where(p => former.Type.GetProperty(p.Name) is null && p.GetMethod?.IsStatic == false && p.Name != "EqualityContract");
            foreach (var field in added)
            {
                var fact = FactCodec.Read(former.Name, StoredFactFiles.Read(former.Name));
                fact.InFormerShape().Should().NotBeNull();
                field.SetValue(fact, Filled.Value(field.PropertyType));
                var shape = fact.InFormerShape();
                (shape is null || field.GetValue(fact)!.Equals(shape.GetType().GetProperty(field.Name)?.GetValue(shape))).Should().BeTrue($"{former.Name} has no {field.Name}");
            }
        }
    }

    private static Corrected Correction(Fact with) =>
        new(new FactId(new Guid(1, 2, 3, new byte[8])), with, CorrectionReason.WrongDetail) { HappenedOn = new DateOnly(2024, 3, 2) };

    private static string Compared(Fact fact) => Encoding.UTF8.GetString(FactCodec.PlainContent(fact));
}
