using System.Collections;
using System.Reflection;
using System.Text.Json;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Tests.StoredFacts;

public class ProtectedTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);

    public static TheoryData<string> NamesWithProtectedFields => [.. FactCatalogue.All.Where(k => ProtectedOf(k.Type).Count > 0).Select(k => k.Name)];

    [Fact]
    public void A_protected_value_is_never_printed()
    {
        var note = Protected.Of("she told us");
        var sealer = new MarkedSealer();

        note.ToString().Should().Be("(protected)");
        note.Seal(sealer).ToString().Should().Be("(sealed)");
        note.Seal(sealer).Open(new MarkedSealer(keyGone: true)).ToString().Should().Be("(erased)");
        new Arrested(Note: note) { HappenedOn = Day }.ToString().Should().NotContain("she told us");
    }

    [Fact]
    public void A_readable_protected_value_refuses_to_be_stored()
    {
        var storing = () => FactCodec.Write(new Contact("visit", Protected.Of("she told us")) { HappenedOn = Day });

        storing.Should().Throw<JsonException>().WithMessage("*sealed before it is stored*");
    }

    [Fact]
    public void A_readable_protected_value_in_the_journal_cannot_be_read()
    {
        var reading = () => FactCodec.Read("contact.v1", """{"happenedOn":"2024-03-01","type":"visit","detail":"she told us"}"""u8);

        reading.Should().Throw<UnreadableFactException>().WithMessage("*must be sealed*");
    }

    [Fact]
    public void A_sealed_value_cannot_be_read_without_opening_it()
    {
        var reading = () => Protected.Of(1970).Seal(new MarkedSealer()).Value;

        reading.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_value_whose_key_is_gone_is_erased_and_shown_as_such()
    {
        var fact = new Contact("visit", Protected.Of("she told us")) { HappenedOn = Day }.Seal(new MarkedSealer());

        var opened = (Contact)fact.Open(new MarkedSealer(keyGone: true));

        opened.Detail!.IsErased.Should().BeTrue();
        FactCodec.WritePlain(opened).GetProperty("detail").GetString().Should().Be("(erased)");
    }

    [Fact]
    public void Sealed_and_opened_again_a_fact_is_the_same()
    {
        var sealer = new MarkedSealer();
        var needs = new NeedsAssessed(Protected.Of("wheel"), Pathways: [new("ACCOM", NeedAnswer.SupportNeeded)], SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new("HEALTH", NeedAnswer.NotAsked)]))
        {
            HappenedOn = Day,
        };

        var opened = (NeedsAssessed)needs.Seal(sealer).Open(sealer);

        opened.SensitivePathways!.Value.Should().Equal(needs.SensitivePathways!.Value);
    }

    [Fact]
    public void A_correction_seals_the_fact_it_carries()
    {
        var sealer = new MarkedSealer();
        var corrected = new Corrected(new(Guid.CreateVersion7()), new Contact("visit", Protected.Of("she told us")) { HappenedOn = Day }, CorrectionReason.WrongDay)
        {
            HappenedOn = Day,
        };

        var stored = (Corrected)corrected.Seal(sealer);

        MarkedSealer.Read(((Contact)stored.With).Detail!.SealedValue!).Should().Be("\"she told us\"");
        ((Contact)((Corrected)stored.Open(sealer)).With).Detail!.Value.Should().Be("she told us");
    }

    [Theory]
    [MemberData(nameof(NamesWithProtectedFields))]
    public void Sealing_covers_every_protected_field_of_the_fact(string name)
    {
        var fact = WithEveryProtectedFieldOpen(name);

        var stored = fact.Seal(new MarkedSealer());

        foreach (var field in ProtectedOf(fact.GetType()))
            IsOpen(field, stored).Should().BeFalse($"{name} must seal {field.Name}");
    }

    [Theory]
    [MemberData(nameof(NamesWithProtectedFields))]
    public void Opening_covers_every_protected_field_of_the_fact(string name)
    {
        var opened = WithEveryProtectedFieldOpen(name).Seal(new MarkedSealer()).Open(new MarkedSealer());

        foreach (var field in ProtectedOf(opened.GetType()))
            IsOpen(field, opened).Should().BeTrue($"{name} must open {field.Name}");
    }

    [Fact]
    public void Nothing_protected_hides_inside_a_list_or_another_value()
    {
        var inside = FactCatalogue.All.SelectMany(k => k.Type.GetProperties()).Where(p => !IsProtected(p.PropertyType))
            .SelectMany(p => Parts(p.PropertyType)).Where(t => t.GetProperties().Any(p => IsProtected(p.PropertyType)) && !t.IsSubclassOf(typeof(Fact)));

        inside.Should().BeEmpty("Seal and Open look at the fields of the fact itself");
    }

    /// <summary>The golden body with its sealed examples replaced by readable values, through the reflection that a forgotten field cannot escape.</summary>
    private static Fact WithEveryProtectedFieldOpen(string name)
    {
        var fact = FactCodec.Read(name, StoredFactFiles.Read(name));
        OpenFields(fact);
        return fact;
    }

    private static void OpenFields(Fact fact)
    {
        foreach (var field in ProtectedOf(fact.GetType()))
            field.SetValue(fact, Filled.Value(field.PropertyType));
        if (fact is Corrected corrected) OpenFields(corrected.With);
    }

    private static IReadOnlyList<PropertyInfo> ProtectedOf(Type type) => [.. type.GetProperties().Where(p => IsProtected(p.PropertyType))];

    private static bool IsOpen(PropertyInfo field, Fact fact) => (bool)field.PropertyType.GetProperty("IsOpen")!.GetValue(field.GetValue(fact))!;

    private static bool IsProtected(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Protected<>);

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments() : [type];
}
