namespace JourneyTracker.Outcomes.Imported;

/// <summary>A row of an evaluator's file.</summary>
/// <param name="Line">The line of the file; the header stands on the first.</param>
/// <param name="Cells">By the names of the columns.</param>
public sealed record FileRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>A file cannot be taken in, and nothing of it is.</summary>
/// <param name="faults">Each says where, what is wrong and how to mend it.</param>
public sealed class FileFaultsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
