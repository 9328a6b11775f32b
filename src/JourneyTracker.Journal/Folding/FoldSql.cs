using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>The commands of the folds.</summary>
internal static class FoldSql
{
    /// <summary>Told the last position of the feed whenever it grows.</summary>
    public const string FeedChannel = "journeys_board_feed";

    private static readonly string Tail = EmbeddedSql.Text("folding_tail.sql");
    private static readonly string Generations = EmbeddedSql.Text("folding_generations.sql");
    private static readonly string Checkpoint = EmbeddedSql.Text("folding_checkpoint.sql");
    private static readonly string Facts = EmbeddedSql.Text("folding_facts.sql");
    private static readonly string SpellsBefore = EmbeddedSql.Text("folding_spells_before.sql");
    private static readonly string Mark = EmbeddedSql.Text("folding_mark.sql");
    private static readonly string Feed = EmbeddedSql.Text("folding_feed.sql");
    private static readonly string Trim = EmbeddedSql.Text("folding_trim.sql");
    private static readonly string Roll = EmbeddedSql.Text("folding_roll.sql");
    private static readonly string Fail = EmbeddedSql.Text("folding_fail.sql");
    private static readonly string Marks = EmbeddedSql.Text("folding_marks.sql");
    private static readonly string Mend = EmbeddedSql.Text("folding_mend.sql");

    public static NpgsqlBatchCommand ReadTail(long after, int most) => Command(Tail, after, most);

    public static NpgsqlBatchCommand LockGenerations(IReadOnlyList<string> folds) => Command(Generations, (object)folds.ToArray());

    public static NpgsqlBatchCommand LockCheckpoint(IReadOnlyList<string> folds) => Command(Checkpoint, (object)folds.ToArray());

    public static NpgsqlBatchCommand ReadHead() => new("select rolled_to from journeys.board_feed_head for update");

    public static NpgsqlBatchCommand ReadFacts(Touched touched, long upTo) => Command(Facts, touched.Partnerships, touched.Journeys, upTo);

    public static NpgsqlBatchCommand ReadSpells(Touched touched) => Command(SpellsBefore, touched.Partnerships, touched.Journeys);

    public static NpgsqlBatchCommand MarkCheckpoint(IReadOnlyList<string> folds, long position) => Command(Mark, folds.ToArray(), position);

    public static NpgsqlBatchCommand MarkPositions(int most, long upTo) => Command(Marks, (long)most, upTo);

    public static NpgsqlBatchCommand AppendFeed(IReadOnlyList<FeedLine> lines) => Command(
        Feed,
        lines.Select(l => l.Partnership.Name).ToArray(), lines.Select(l => l.Journey.Value).ToArray(), lines.Select(l => FeedCodes.Of(l.Kind)).ToArray(),
        lines.Select(l => Domain.Matters.StageNames.Code(l.From)).ToArray(), lines.Select(l => Domain.Matters.StageNames.Code(l.To)).ToArray(),
        lines.Select(l => l.Day).ToArray(), lines.Select(l => l.By?.Value).ToArray());

    public static NpgsqlBatchCommand TrimFeed(int kept) => Command(Trim, (long)kept);

    public static NpgsqlBatchCommand RollTo(DateOnly day) => Command(Roll, day);

    public static NpgsqlBatchCommand NotifyFeed() => new($"select pg_notify('{FeedChannel}', last_position::text) from journeys.board_feed_head");

    public static NpgsqlBatchCommand RecordFailures(IReadOnlyList<string> folds, IReadOnlyList<FoldFailure> failures) => Command(
        Fail, folds.ToArray(),
        failures.Select(f => f.Partnership.Name).ToArray(), failures.Select(f => f.Journey.Value).ToArray(), failures.Select(f => f.Position).ToArray(),
        failures.Select(f => f.Fact.Value).ToArray(), failures.Select(f => f.What).ToArray());

    public static NpgsqlBatchCommand ForgetFailures(IReadOnlyList<string> folds, Touched mended) => Command(Mend, folds.ToArray(), mended.Partnerships, mended.Journeys);

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>Journeys that are to be folded again, as two columns.</summary>
internal sealed record Touched(string[] Partnerships, Guid[] Journeys)
{
    public int Count => Journeys.Length;

    public static Touched Of(IReadOnlyCollection<(Partnership Partnership, JourneyId Journey)> journeys) =>
        new([.. journeys.Select(j => j.Partnership.Name)], [.. journeys.Select(j => j.Journey.Value)]);
}
