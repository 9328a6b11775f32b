using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Domain.Law;

namespace JourneyTracker.Outcomes.Store;

/// <summary>Which data of the law the folds of this program go by.</summary>
internal static class LawData
{
    private const string Prefix = "law.";
    private const int Characters = 12;

    /// <summary>Marks out all tables of the law together; a change of any row changes it.</summary>
    public static string Mark { get; } = Read();

    private static string Read()
    {
        var assembly = typeof(LawBook).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{reader.ReadToEnd().ReplaceLineEndings("\n")}\n"));
        }

        return $"law {Convert.ToHexStringLower(hash.GetHashAndReset())[..Characters]}";
    }
}
