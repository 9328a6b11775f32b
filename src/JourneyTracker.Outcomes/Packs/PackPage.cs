using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>A pack as one page that needs nothing else, to be read and printed.</summary>
public static class PackPage
{
    private const string Style = """
        body { font: 16px/1.4 Arial, sans-serif; color: #0b0c0c; max-width: 70em; margin: 2em auto; padding: 0 1em; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 2em; font-size: 14px; }
        caption { text-align: left; font-weight: bold; font-size: 20px; padding: 0 0 .5em; }
        th, td { text-align: left; vertical-align: top; padding: .3em .6em .3em 0; border-bottom: 1px solid #b1b4b6; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        thead { display: table-header-group; }
        .tables { overflow-x: auto; }
        @media print { @page { size: A4 landscape; margin: 12mm; } body { max-width: none; margin: 0; font-size: 11px; } table { font-size: 9px; } tr { break-inside: avoid; } .tables { overflow: visible; } }
        """;

    public static string Of(QuarterPack pack)
    {
        var page = new StringBuilder();
        var title = $"Women in {pack.Generation.Partnership}: {pack.Quarter}";
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Text(title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(Text(title)).Append("</h1>\n");
        page.Append("<p>").Append(Text(string.Create(CultureInfo.InvariantCulture, $"{pack.Quarter.From:d MMMM yyyy} to {pack.Quarter.To:d MMMM yyyy}, as known until {pack.Generation.KnownUntil:d MMMM yyyy}. Position {pack.Generation.Position}; {string.Join(", ", pack.Generation.Folds)}; tables {pack.Generation.Tables}."))).Append("</p>\n");
        page.Append("<p>[c]: not shown, about 1 to 5 women, or such figures could be worked out from it. [x]: not known. [z]: does not apply. Follow-up that has not run counts as not run, never as no.</p>\n");
        foreach (var note in pack.Notes) page.Append("<p>").Append(Text(note.Text)).Append(note.About == NoteAbout.Source ? ".</p>\n" : "</p>\n");
        foreach (var table in pack.Tables) Table(page, table);
        page.Append("<h2>How each is counted</h2>\n");
        foreach (var (name, reading) in pack.Readings) page.Append("<h3>").Append(Text(name)).Append("</h3>\n<p>").Append(Text(reading)).Append("</p>\n");
        page.Append("<h2>Definitions used</h2>\n<p>").Append(Text(string.Join("; ", pack.Quotes))).Append(".</p>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Table(StringBuilder page, AnswerTable table)
    {
        if (table.Rows.Count == 0) return;
        page.Append("<div class=\"tables\" tabindex=\"0\">\n<table>\n<caption>").Append(Text(table.Title)).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns) page.Append("<th scope=\"col\"").Append(Class(column)).Append('>').Append(Text(column.Label)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var (cell, column) in row.Zip(table.Columns)) page.Append("<td").Append(Class(column)).Append('>').Append(Text(cell.InWords(column))).Append("</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Class(AnswerColumn column) => column.Kind == ColumnKind.Text ? "" : " class=\"number\"";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
