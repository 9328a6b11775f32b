using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace JourneyTracker.Journal.Schema;

/// <summary>One step of the schema: an embedded .sql file whose name begins with four digits.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const int Digits = 4;

    /// <summary>Of the text, so that a step that was changed after it was applied is noticed.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>Every step of the journal's schema, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Read().OrderBy(m => m.Number)];

    private static IEnumerable<Migration> Read()
    {
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            if (!name.EndsWith(".sql", StringComparison.Ordinal) || name.Length <= Digits || name.AsSpan(0, Digits).ContainsAnyExceptInRange('0', '9')) continue;
            yield return new Migration(int.Parse(name.AsSpan(0, Digits), CultureInfo.InvariantCulture), name, EmbeddedSql.Text(name));
        }
    }
}
