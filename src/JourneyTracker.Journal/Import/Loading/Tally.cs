using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>Counts what becomes of one file's rows.</summary>
public sealed class Tally
{
    /// <summary>As many refused rows are kept with their reasons; a file of refused rows has them all.</summary>
    public const int ShownRefusals = 20;

    private readonly SortedDictionary<string, long> notices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly List<RowRefusal> shown = [];
    private long accepted;
    private long duplicate;
    private long refused;
    private long skipped;
    private long facts;
    private long lastLine;

    internal void Accept(MappedRow row, int newFacts)
    {
        if (newFacts > 0) accepted++;
        else duplicate++;
        facts += newFacts;
        Done(row);
    }

    internal void Skip(MappedRow row)
    {
        skipped++;
        Done(row);
    }

    internal void Refuse(MappedRow row, RowRefusal why)
    {
        refused++;
        refusals[why.Rule] = refusals.GetValueOrDefault(why.Rule) + 1;
        if (shown.Count < ShownRefusals) shown.Add(why);
        lastLine = row.Source.Line;
    }

    internal TableResult Result(string file, bool dryRun, IReadOnlyCollection<string> neverSeen) => new(
        file, accepted + duplicate + refused + skipped, accepted, dryRun ? null : duplicate, refused, skipped, facts, lastLine, notices, refusals, shown, neverSeen);

    private void Done(MappedRow row)
    {
        foreach (var code in row.Notices) notices[code] = notices.GetValueOrDefault(code) + 1;
        lastLine = row.Source.Line;
    }
}
