namespace JourneyTracker.Journal.Import.Loading;

/// <summary>Where refused rows go must be none of the files that are read: they would be lost.</summary>
internal static class RejectPlaces
{
    private const int MostLinks = 40;
    private static readonly StringComparison Names = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <exception cref="ImportRefusedException">One of them is.</exception>
    public static void Check(ImportRequest request)
    {
        if (request.Rejects is not { } rejects) return;
        if (ReadAs(request, rejects) is { } read)
            throw new ImportRefusedException($"The refused rows cannot go into {read}: name another file.");
        if (request.PeopleFile is not null && ReadAs(request, request.PeopleRejects!) is { } readToo)
            throw new ImportRefusedException($"The refused rows of the people's file would go into {request.PeopleRejects}, {readToo}: name another file for the refused rows.");
    }

    private static string? ReadAs(ImportRequest request, string rejects)
    {
        if (IsSame(rejects, request.File)) return "the file that is being imported";
        if (IsSame(rejects, request.PeopleFile)) return "the file of people";
        return IsSame(rejects, request.MappingPath) ? "the mapping" : null;
    }

    private static bool IsSame(string path, string? other) => other is not null && string.Equals(Real(path), Real(other), Names);

    /// <summary>The full path with every link on the way followed; what does not exist stands for itself.</summary>
    private static string Real(string path, int linksLeft = MostLinks)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder) return full;
        var here = Path.Combine(Real(folder, linksLeft), Path.GetFileName(full));
        try
        {
            if (File.ResolveLinkTarget(here, returnFinalTarget: false) is not { } target) return here;
            return linksLeft > 0 ? Real(target.FullName, linksLeft - 1) : throw new IOException("its links go round in a circle.");
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return here;
        }
        catch (IOException wrong)
        {
            throw new ImportRefusedException($"{path} cannot be followed: {wrong.Message}", wrong);
        }
    }
}
