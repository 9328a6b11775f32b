using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JourneyTracker.Cli.Facts;

/// <summary>What the code itself says of its types, from the documentation file that the build puts beside the assembly.</summary>
internal sealed partial class DomainWords
{
    private readonly Dictionary<string, XElement> members;

    private DomainWords(Dictionary<string, XElement> members) => this.members = members;

    public static DomainWords Of(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return new DomainWords(XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal));
    }

    public string OfType(Type type) => Words(Find("T:", type.FullName!)?.Element("summary"));

    /// <summary>A property's own words, or those of the record's parameter that it comes from.</summary>
    public string OfField(PropertyInfo field)
    {
        if (Find("P:", $"{field.DeclaringType!.FullName}.{field.Name}")?.Element("summary") is { } own) return Words(own);
        return Words(Find("T:", field.DeclaringType.FullName!)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == field.Name));
    }

    public string OfValue(Type type, string value) => Words(Find("F:", $"{type.FullName}.{value}")?.Element("summary"));

    private XElement? Find(string prefix, string name) => members.GetValueOrDefault(prefix + name.Replace('+', '.'));

    private static string Words(XElement? element) =>
        element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref") ?? "").Split('.')[^1],
        XElement { Name.LocalName: "paramref" } parameter => (string?)parameter.Attribute("name") ?? "",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
