using System.Reflection;

namespace JourneyTracker.CritterStack;

/// <summary>The .sql files beside the code, by file name.</summary>
internal static class Sql
{
    public static string Text(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"There is no embedded file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
