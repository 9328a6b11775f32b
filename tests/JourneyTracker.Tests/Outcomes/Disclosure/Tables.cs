using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Disclosure;

/// <summary>Tables for the tests of suppression.</summary>
internal static class Tables
{
    public static TwoWayTable Of(string rows, string columns, int width, params int[] counts) => new("women", rows, columns,
        counts.Index().ToDictionary(c => ($"{rows}{c.Index / width}", $"{columns}{c.Index % width}"), c => (long)c.Item));

    public static CountTables Of(params TwoWayTable[] all)
    {
        var tables = new CountTables();
        foreach (var table in all) table.AddTo(tables);
        return tables;
    }

    /// <summary>Mostly small counts, some zeros, some large.</summary>
    public static Gen<int> Count => Gen.Frequency((2, Gen.Constant(0)), (4, Gen.Choose(1, 5)), (3, Gen.Choose(6, 20)), (1, Gen.Choose(21, 400)));

    public static Gen<int[]> Counts(int cells) => Gen.ArrayOf(Count, cells);
}
