using System.Reflection;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Store;

/// <summary>The tables of a store, in a file or in memory.</summary>
internal static class StoreTables
{
    /// <summary>Makes them, empty.</summary>
    public static void Make(DuckConnection connection) => connection.Execute(Statement("outcomes_tables.sql"));

    /// <summary>Works out what many measures ask for, once all journeys are written.</summary>
    public static void Derive(DuckConnection connection) => connection.Execute(Statement("outcomes_derived.sql"));

    private static string Statement(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
