using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.National;

/// <summary>A CSV file of published figures: one a row. What is the same for a whole series stands on its first row, and on the others or not.</summary>
public static class NationalFile
{
    private const string Series = "series";
    private static readonly string[] OfTheSeries = ["measure", "unit", "publisher", "title", "address", "published_on", "licence", "provisional", "differs"];
    private static readonly FileColumns Columns = new([Series, .. OfTheSeries, "covers", "from", "to", "value"], ["group", "lower", "upper", "note"]);

    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">All others.</param>
    /// <param name="today">The day it is taken in.</param>
    /// <exception cref="FileFaultsException">Something is wrong with it.</exception>
    public static IReadOnlyList<NationalSeries> Parse(IReadOnlyList<string> header, IReadOnlyList<FileRow> rows, DateOnly today)
    {
        var faults = Columns.Faults(header).ToList();
        if (faults.Count == 0 && rows.Count == 0) faults.Add("line 1: there is no figure under the header.");
        List<NationalSeries> all = faults.Count > 0 ? [] : [.. rows.Select(r => new RowCells(r, faults)).GroupBy(r => r.Needed(Series, "name the series on every row")).Select(g => Read(g.Key, [.. g], today))];
        return faults.Count == 0 ? all : throw new FileFaultsException(faults);
    }

    private static NationalSeries Read(string name, IReadOnlyList<RowCells> rows, DateOnly today)
    {
        var first = rows[0];
        foreach (var row in rows.Skip(1))
            foreach (var column in OfTheSeries.Where(c => row.Text(c) is { Length: > 0 } said && said != first.Text(c)))
                row.Wrong(column, $"is not what line {first.Line} says of {name}: it is one for a whole series; leave it empty here, or give the series two names");
        var measure = MeasureList.Find(first.Text("measure"));
        if (measure is null) first.Wrong("measure", $"there is no measure \"{first.Text("measure")}\": docs/measures.md lists them, for example M02");
        var published = first.Day("published_on");
        if (published > today) first.Wrong("published_on", "lies in the time to come");
        var figures = rows.Select(r => (Row: r, Figure: Figure(r, published))).ToList();
        foreach (var twice in figures.GroupBy(f => (f.Figure.Covers, f.Figure.Group, f.Figure.From, f.Figure.To)).SelectMany(g => g.Skip(1).Select(f => (f.Row, First: g.First().Row.Line))))
            twice.Row.Wrong("value", $"line {twice.First} has a figure of {name} for the same people and days: leave one, or tell them apart by group");
        return new NationalSeries(
            name, measure?.Id ?? "", first.Needed("unit", "say in what the values are, as women, or per 100,000 women"), first.Needed("publisher", "say who published it"), first.Needed("title", "say in which publication and table it stands"),
            NeededAddress(first), published, first.Needed("licence", "say under which licence it may be shown"), first.OneOf("provisional", "no", "yes") == "yes",
            first.Needed("differs", "say in words in what its definition differs from ours: it is shown beside"), today, [.. figures.Select(f => f.Figure)]);
    }

    private static string NeededAddress(RowCells row) => row.Needed("address", "say where it can be read") is { Length: > 0 } ? row.Address("address") : "";

    private static NationalFigure Figure(RowCells row, DateOnly published)
    {
        var (from, to) = (row.Day("from"), row.Day("to"));
        var figure = new NationalFigure(row.Needed("covers", "say whom it is about: a GSS code, as E23000029, or words, as England and Wales"), row.Text("group"), from, to, row.Number("value"), row.Number("lower"), row.Number("upper"), row.Text("note"));
        if (IsBrokenCode(figure.Covers)) row.Wrong("covers", $"\"{figure.Covers}\" is no GSS code: one is a letter and eight digits, as E23000029");
        if (to < from) row.Wrong("to", "lies before the first day");
        else if (to > published) row.Wrong("to", "lies after the day on which the series was published: a figure about time to come is no published figure");
        if (row.Text("value").Length == 0 && figure.Note.Length == 0) row.Wrong("value", "is empty: write the number, or say in note why it was not published");
        if (figure.Lower is null != figure.Upper is null) row.Wrong("lower", "both ends of an interval are needed, or none");
        if (figure.Lower > figure.Value || figure.Upper < figure.Value) row.Wrong("value", "lies outside the published interval");
        return figure;
    }

    /// <summary>A letter and digits, but not eight of them.</summary>
    private static bool IsBrokenCode(string covers) => covers.Length is > 4 and not 9 && char.IsAsciiLetterUpper(covers[0]) && covers.Skip(1).All(char.IsAsciiDigit);
}
