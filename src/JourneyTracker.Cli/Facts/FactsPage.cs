using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Facts;

/// <summary>docs/facts.md: every kind of fact, its fields and the codes they take, written from the code itself.</summary>
public sealed partial class FactsPage
{
    private readonly StringBuilder page = new();
    private readonly DomainWords words = DomainWords.Of(typeof(Fact).Assembly);
    private readonly NullabilityInfoContext nullability = new();
    private readonly IReadOnlyList<CodeList> lists =
        [.. typeof(CodeList).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(CodeList)).Select(p => (CodeList)p.GetValue(null)!)];

    private FactsPage()
    {
    }

    public static string Write()
    {
        var facts = new FactsPage();
        facts.Head();
        foreach (var family in FactCatalogue.All.GroupBy(k => k.Family).OrderBy(g => g.Key))
        {
            facts.Line($"## {family.Key}", "");
            foreach (var kind in family) facts.Kind(kind);
        }

        facts.Values();
        facts.Codes();
        return facts.page.ToString().TrimEnd('\n') + "\n";
    }

    private void Head() => Line(
        "# Facts", "",
        "Written from the code by `./journey facts`; a test fails when this page is out of date.", "",
        "A fact is what an agency says happened. It is stored under its name and never edited; a correction is a fact of its own.",
        "In JSON a field that is not known is left out, a code is written as it stands here, and nothing unknown is accepted.",
        "*Sealed* fields are encrypted with the journey's own key before they are stored; at the doors they are readable for those who may see them.", "",
        "Every fact has these two fields:", "",
        "| field | type | needed | meaning |",
        "|---|---|---|---|",
        Row(typeof(Fact).GetProperty(nameof(Fact.HappenedOn))!, sealedColumn: false),
        Row(typeof(Fact).GetProperty(nameof(Fact.Matter))!, sealedColumn: false), "",
        $"`happenedOn`: {words.OfType(typeof(Domain.Time.HappenedOn))}", "",
        $"`matter`: {words.OfType(typeof(MatterReference))}", "");

    private void Kind(FactKind kind)
    {
        Line($"### {kind.Title}", "", $"`{kind.Name}` · {words.OfType(kind.Type)}", "");
        foreach (var former in FactCatalogue.Former.Where(f => FactCatalogue.Newest(f) == kind))
            Line($"Also read under its former name `{former.Name}`, which has fewer fields. {words.OfType(former.Type)}", "");
        var fields = Fields(kind.Type);
        if (fields.Count == 0) return;
        Line("| field | type | needed | sealed | meaning |", "|---|---|---|---|---|");
        Line([.. fields.Select(f => Row(f, sealedColumn: true)), ""]);
    }

    private void Values()
    {
        Line("## Values", "");
        var seen = new HashSet<Type>();
        var waiting = new Queue<Type>(FactCatalogue.All.Select(k => k.Type));
        while (waiting.TryDequeue(out var type))
        {
            var own = Fields(type).Select(f => FieldTypes.Own(f.PropertyType)).OfType<Type>().Where(seen.Add);
            foreach (var part in own.ToList())
            {
                Value(part);
                waiting.Enqueue(part);
            }
        }
    }

    private void Value(Type type)
    {
        Line($"### {FieldTypes.Title(type)}", "", words.OfType(type), "");
        if (type.IsEnum)
        {
            Line("| code | meaning |", "|---|---|");
            Line([.. Enum.GetNames(type).Select(v => $"| `{FieldTypes.Code(v)}` | {Cell(words.OfValue(type, v) is { Length: > 0 } said ? said : FieldTypes.Sentence(v) + ".")} |"), ""]);
            return;
        }

        Line("| field | type | needed | meaning |", "|---|---|---|---|");
        Line([.. Fields(type).Select(f => Row(f, sealedColumn: false)), ""]);
    }

    private void Codes()
    {
        Line("## Code lists", "", "*Confidence* says how sure we are of a row: whether its source was read, and what it covers.", "");
        foreach (var list in lists)
        {
            Line($"### {list.Name}", "", "| code | label | group | source | confidence |", "|---|---|---|---|---|");
            Line([.. list.All.Select(c => $"| `{c.Value}` | {Cell(c.Label)} | {Cell(c.Group)} | {Cell(c.Source)} | {Cell(c.Confidence)} |"), ""]);
        }
    }

    private string Row(PropertyInfo field, bool sealedColumn)
    {
        var sealedCell = sealedColumn ? (FieldTypes.IsSealed(field.PropertyType) ? "sealed | " : " | ") : "";
        return $"| `{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}` | {Cell(FieldTypes.Words(field.PropertyType))} | {(IsNeeded(field) ? "yes" : "no")} | {sealedCell}{Cell(Linked(words.OfField(field)))} |";
    }

    /// <summary>A field is needed when its record's parameter has no default, or it is a required member.</summary>
    private bool IsNeeded(PropertyInfo field)
    {
        var parameter = field.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).FirstOrDefault(p => p.Name == field.Name);
        if (parameter is not null) return !parameter.HasDefaultValue;
        return field.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(field.PropertyType) is null
            : nullability.Create(field).ReadState == NullabilityState.NotNull;
    }

    private string Linked(string text) => ListName().Replace(text, m => lists.Any(l => l.Name == m.Groups[1].Value) ? $"list [{m.Groups[1].Value}](#{m.Groups[1].Value})" : m.Value);

    private static IReadOnlyList<PropertyInfo> Fields(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.MetadataToken)];

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private void Line(params IEnumerable<string> lines)
    {
        foreach (var line in lines) page.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }

    [GeneratedRegex(@"list (\w+)")]
    private static partial Regex ListName();
}
