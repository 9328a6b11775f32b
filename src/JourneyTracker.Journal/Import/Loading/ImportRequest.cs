using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>What is to be imported, and how.</summary>
/// <param name="File">The main file.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="Partnership">Where the women's journeys are.</param>
/// <param name="People">The file of people; null: the one that the mapping names, from the main file's folder, if it names one.</param>
/// <param name="Rejects">Where refused rows go; null: nowhere. Refused rows of the people's file go beside it.</param>
/// <param name="DryRun">Whether nothing is to be recorded. Refused rows are written all the same.</param>
/// <param name="MappingPath">The file that the mapping was read from; null: none.</param>
public sealed record ImportRequest(
    string File, MappingFile Mapping, Partnership Partnership, string? People = null, string? Rejects = null, bool DryRun = false,
    string? MappingPath = null)
{
    internal string? PeopleFile => People
        ?? (Mapping.People?.File is { } named ? InFolder(Path.GetDirectoryName(Path.GetFullPath(File))!, named) : null);

    /// <summary>A mapping comes from elsewhere: the file it names stands below the main file's folder, or is none.</summary>
    private static string InFolder(string folder, string named)
    {
        var path = Path.GetFullPath(Path.Combine(folder, named));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new ImportRefusedException(
            $"The mapping names a file of people outside the folder of {folder}: {named}. Put the file there, or name it with --people.");
    }

    /// <summary>Where refused rows of the people's file go.</summary>
    public string? PeopleRejects => Rejects is null ? null : Path.ChangeExtension(Rejects, ".people" + Path.GetExtension(Rejects));
}
