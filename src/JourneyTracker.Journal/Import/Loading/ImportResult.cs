namespace JourneyTracker.Journal.Import.Loading;

/// <summary>What became of an import.</summary>
/// <param name="Main">The main file.</param>
/// <param name="People">The file of people; null when there was none, or when the import ended before it.</param>
/// <param name="Journeys">Different journeys that the accepted and duplicate rows are about (in a dry run: different women).</param>
/// <param name="JourneysOpened">Journeys that this run opened; null in a dry run.</param>
/// <param name="DryRun">Whether nothing was recorded; then it is not known which rows are duplicates.</param>
/// <param name="Stopped">Whether somebody stopped it; the same command continues.</param>
/// <param name="Failure">Why it could not be read to the end; null when it could.</param>
/// <param name="Seconds">From the first byte to the last commit.</param>
/// <param name="PeakMemoryBytes">The most memory that this process ever held.</param>
/// <param name="Position">The journal's position afterwards; null in a dry run.</param>
public sealed record ImportResult(
    TableResult Main,
    TableResult? People,
    long Journeys,
    long? JourneysOpened,
    bool DryRun,
    bool Stopped,
    string? Failure,
    double Seconds,
    long PeakMemoryBytes,
    long? Position)
{
    /// <summary>Whether every row was accepted or had been recorded before.</summary>
    public bool IsClean => !Stopped && Failure is null && Main.Refused == 0 && People is not { Refused: > 0 };
}

/// <summary>What became of one file's rows.</summary>
/// <param name="File">The file.</param>
/// <param name="Rows">Rows read: accepted, duplicate, refused and skipped together.</param>
/// <param name="Accepted">Rows of which at least one fact was recorded now (in a dry run: would be accepted, or are duplicates).</param>
/// <param name="Duplicate">Rows of which every fact had been recorded before; null in a dry run: it is not known.</param>
/// <param name="Refused">Rows of which nothing was recorded.</param>
/// <param name="Skipped">Rows that the mapping passes over.</param>
/// <param name="Facts">Facts recorded now, without the openings of journeys (in a dry run: facts made).</param>
/// <param name="LastLine">The last line whose row is done.</param>
/// <param name="Notices">Peculiarities of rows that were not refused, by the mapping's codes.</param>
/// <param name="Refusals">Refused rows by rule.</param>
/// <param name="FirstRefusals">The first refused rows, at most <see cref="Tally.ShownRefusals"/>.</param>
/// <param name="NeverSeen">Columns that the mapping names and no row had.</param>
public sealed record TableResult(
    string File,
    long Rows,
    long Accepted,
    long? Duplicate,
    long Refused,
    long Skipped,
    long Facts,
    long LastLine,
    IReadOnlyDictionary<string, long> Notices,
    IReadOnlyDictionary<string, long> Refusals,
    IReadOnlyList<RowRefusal> FirstRefusals,
    IReadOnlyCollection<string> NeverSeen);
