using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>One case of a file of release dates: what is given, and the dates it expects.</summary>
/// <param name="Line">The line of the file, the header being the first.</param>
/// <param name="Cells">All cells by column, to be written out again.</param>
/// <param name="Expected">The dates it states, by the code of their kind; a kind that is left empty is not among them.</param>
internal sealed record CaseRow(
    int Line, string Name, IReadOnlyDictionary<string, string> Cells, Custody Custody, LawOfDay Law, IReadOnlyDictionary<string, DateOnly> Expected);
