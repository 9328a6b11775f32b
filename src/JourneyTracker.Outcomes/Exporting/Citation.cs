using System.Globalization;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Exporting;

/// <summary>How an export is cited (Citation File Format 1.2.0).</summary>
internal static class Citation
{
    public static string Of(Generation generation, bool byMonth, DateOnly now) => string.Create(CultureInfo.InvariantCulture, $"""
        cff-version: 1.2.0
        type: dataset
        message: "Cite the data with the position of the journal up to which they go: from it the same rows can be made again. They are about women, row by row: keep them as the agreement says, and publish no figure about 1 to 5 women."
        title: "Journeys of women, partnership {generation.Partnership}, up to position {generation.Position}"
        version: "position {generation.Position}; {string.Join(", ", generation.Folds)}; tables {generation.Tables}"
        date-released: {now:yyyy-MM-dd}
        authors:
          - name: "Partnership {generation.Partnership}"
        abstract: "{generation.Women} women and {generation.Facts} facts that count, as built on {generation.BuiltAt:yyyy-MM-dd} by JourneyTracker. Names of women and cases are made for this export alone. Days are given {(byMonth ? "to the month" : "to the day")}. Facts about sharing and about the journal itself, and all that is sealed, are not in it. What each column means: data-dictionary.csv."

        """);
}
