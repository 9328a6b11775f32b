using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>An answer as lines of text.</summary>
internal static class AnswerText
{
    private const int Widest = 60;

    public static void Write(OutcomeAnswer answer, TextWriter output)
    {
        output.WriteLine(answer.Quote.InWords);
        output.WriteLine($"{answer.Title}{string.Concat(answer.Values.Select(v => $", {v.Key} {v.Value}"))}");
        output.WriteLine(answer.Definition.Reading);
        if (answer.Definition.Confidence is { } confidence) output.WriteLine($"How sure: {confidence}.");
        foreach (var note in answer.Notes) output.WriteLine(note.About == NoteAbout.Unknown ? $"UNKNOWN: {note.Text}" : note.Text);
        foreach (var table in answer.Tables) Write(table, output);
    }

    private static void Write(AnswerTable table, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(table.Title);
        string[][] lines = [[.. table.Columns.Select(c => c.Label)], .. table.Rows.Select(r => r.Zip(table.Columns, (cell, column) => cell.InWords(column)).ToArray())];
        var widths = table.Columns.Select((_, i) => lines.Max(l => Math.Min(l[i].Length, Widest))).ToArray();
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((text, i) => table.Columns[i].Kind == ColumnKind.Text ? text.PadRight(widths[i]) : text.PadLeft(widths[i]))).TrimEnd());
    }
}
