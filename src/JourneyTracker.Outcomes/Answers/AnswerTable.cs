using System.Text.Json.Serialization;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>A table of an answer.</summary>
/// <param name="Name">For programs and file names.</param>
/// <param name="Title">For people.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">Each with a cell for every column.</param>
public sealed record AnswerTable(string Name, string Title, IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<AnswerCell>> Rows)
{
    /// <summary>Whether it says what an evaluator took in, and nothing that was worked out from the store: asked again, it is not compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsImported { get; init; }

    /// <summary>Where a column stands.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int this[string column] => Columns.ToList().FindIndex(c => c.Name == column) is >= 0 and var at ? at : throw new ArgumentException($"There is no column {column}.", nameof(column));

    /// <summary>Whether anything is hidden in it.</summary>
    public bool HasHidden => Rows.Any(r => r.Any(c => c.Why == WhyNone.Suppressed));
}

/// <summary>A column of a table.</summary>
/// <param name="Name">For programs.</param>
/// <param name="Label">For people.</param>
/// <param name="Kind">What stands in it.</param>
public sealed record AnswerColumn(string Name, string Label, ColumnKind Kind);

/// <summary>What stands in a column.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A whole number of women or of things that happened.</summary>
    Count,

    /// <summary>A share, from 0 to 1.</summary>
    Rate,

    /// <summary>A number, as days or a ratio.</summary>
    Number,
    Day,
}

/// <summary>How a table can be drawn. The table is always there.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Table">Its name.</param>
/// <param name="X">The column along which it runs, or from which a flow comes.</param>
/// <param name="Y">The column of its height, or of a flow's width.</param>
/// <param name="Series">The column that tells lines or bars apart, or where a flow goes to; null for one.</param>
/// <param name="Low">The column of the interval's lower end; null where there is none.</param>
/// <param name="High">Of its upper end.</param>
public sealed record AnswerChart(ChartKind Kind, string Table, string X, string Y, string? Series = null, string? Low = null, string? High = null);

/// <summary>The form of a chart.</summary>
public enum ChartKind
{
    /// <summary>Readings on some days since an index day, joined.</summary>
    Curve,
    Bars,
    Lines,
    Sankey,

    /// <summary>A map of what follows what.</summary>
    Map,
}
