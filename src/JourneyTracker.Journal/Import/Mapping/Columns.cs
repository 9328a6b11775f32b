namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>The columns that a mapping uses, each with its place in a row's cells.</summary>
internal sealed class Columns
{
    private readonly List<string> names = [];

    public IReadOnlyList<string> Names => names;

    public int Place(string column)
    {
        var place = names.IndexOf(column);
        if (place >= 0) return place;
        names.Add(column);
        return names.Count - 1;
    }
}
