using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JourneyTracker.Tests.House;

/// <summary>What people read on the pages stands in one resource file, for who translates it.</summary>
public sealed partial class TextsTests
{
    private static readonly string Resources = Repository.PathOf("src", "JourneyTracker.Web", "Texts.resx");

    /// <summary>With JOURNEY_WRITE=texts the file is written anew.</summary>
    [Fact]
    public void Every_text_of_the_pages_stands_in_the_resource_file_and_no_other()
    {
        var used = Used();
        if (Environment.GetEnvironmentVariable("JOURNEY_WRITE") == "texts") Write(used);
        XDocument.Load(Resources).Root!.Elements("data").Select(d => (string)d.Attribute("name")!).Should().Equal(
            used, "Texts.resx is written by JOURNEY_WRITE=texts dotnet test tests/JourneyTracker.Tests --filter TextsTests");
    }

    private static IReadOnlyList<string> Used()
    {
        var web = Repository.PathOf("src", "JourneyTracker.Web");
        var files = Directory.EnumerateFiles(web, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(web, f).StartsWith("obj", StringComparison.Ordinal));
        return [.. files.SelectMany(f => Text().Matches(File.ReadAllText(f))).Select(m => Regex.Unescape(m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static void Write(IEnumerable<string> texts)
    {
        (string Name, string Value)[] headers =
        [
            ("resmimetype", "text/microsoft-resx"), ("version", "2.0"),
            ("reader", "System.Resources.ResXResourceReader, System.Windows.Forms"), ("writer", "System.Resources.ResXResourceWriter, System.Windows.Forms"),
        ];
        var root = new XElement("root", headers.Select(h => new XElement("resheader", new XAttribute("name", h.Name), new XElement("value", h.Value))));
        foreach (var text in texts) root.Add(new XElement("data", new XAttribute("name", text), new XAttribute(XNamespace.Xml + "space", "preserve"), new XElement("value", text)));
        File.WriteAllText(Resources, new XDocument(root) + "\n");
    }

    [GeneratedRegex(@"\bT\[""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Text();
}
