using System.Text;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A copy of the program that does not know one kind of fact: what the version before that kind was like.</summary>
internal sealed class EarlierVersion : IDisposable
{
    public static readonly string UnknownThere = FactCatalogue.NameOf(new Transferred { HappenedOn = new DateOnly(2026, 1, 1) });

    private EarlierVersion(string folder) => Folder = folder;

    public string Folder { get; }

    public static EarlierVersion Make()
    {
        var folder = Directory.CreateTempSubdirectory("journey-earlier-").FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var domain = Path.Combine(folder, "JourneyTracker.Domain.dll");
        var bytes = File.ReadAllBytes(domain);
        // The stored name stands once, as the attribute's argument.
        var (name, other) = (Encoding.UTF8.GetBytes(UnknownThere), Encoding.UTF8.GetBytes(UnknownThere.Replace(".v1", ".v0", StringComparison.Ordinal)));
        var at = bytes.AsSpan().IndexOf(name);
        at.Should().BePositive();
        bytes.AsSpan(at + name.Length).IndexOf(name).Should().Be(-1);
        other.CopyTo(bytes, at);
        File.WriteAllBytes(domain, bytes);
        return new EarlierVersion(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
