namespace JourneyTracker.Journal.Secrets;

/// <summary>The master key in a file that only its owner may read.</summary>
public sealed class MasterKeyFile(string path) : MasterKeySource
{
    public const string FileName = "master.key";
    private const int MostBytes = 4096;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public override string Place => $"in the file {Path}";

    public override string Mend => "Put the key that this database was made with, or last rotated to, into that file (from the copy in the safe).";

    public static MasterKeyFile In(string folder) => new(System.IO.Path.Combine(folder, FileName));

    public override async Task<MasterKey?> ReadAsync(CancellationToken ct)
    {
        try
        {
            if (!File.Exists(Path)) return null;
            if (new FileInfo(Path).Length is var bytes and > MostBytes) throw NotAKey((int)bytes);
            var kept = await File.ReadAllBytesAsync(Path, ct);
            return MasterKey.Parse(kept) ?? throw NotAKey(kept.Length);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SecretsException($"The master key {Place} cannot be read ({wrong.Message.TrimEnd('.')}). {Mend}", wrong);
        }
    }

    /// <summary>Two programs that start at once end with the same one.</summary>
    public override async Task<MasterKey> ReadOrMakeAsync(CancellationToken ct)
    {
        if (!File.Exists(Path)) Make(MasterKey.New());
        return await ReadAsync(ct) ?? throw Lost();
    }

    /// <summary>Puts the key of another file in place of this one, in one step; what was here stays beside it under the name of its key.</summary>
    /// <returns>Where the former key is.</returns>
    public async Task<string> ReplaceByAsync(MasterKeyFile next, CancellationToken ct)
    {
        var former = await ReadAsync(ct) ?? throw Lost();
        var kept = new MasterKeyFile($"{Path}.former-{former.Name}");
        kept.Make(former);
        File.Move(next.Path, Path, overwrite: true);
        return kept.Path;
    }

    /// <summary>Leaves a file that is there as it is.</summary>
    private void Make(MasterKey key)
    {
        if (System.IO.Path.GetDirectoryName(Path) is { } folder) Directory.CreateDirectory(folder);
        var unfinished = $"{Path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(key.Secret);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, Path, overwrite: false);
        }
        catch (IOException) when (File.Exists(Path))
        {
            File.Delete(unfinished);
        }
    }
}
