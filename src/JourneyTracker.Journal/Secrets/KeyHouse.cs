namespace JourneyTracker.Journal.Secrets;

/// <summary>What whoever keeps the keys can do with them, on an open database.</summary>
public sealed class KeyHouse
{
    private readonly DataSources sources;
    private readonly JourneyKeys keys;
    private readonly HouseSecrets house;
    private readonly TimeProvider clock;

    internal KeyHouse(DataSources sources, JourneyKeys keys, HouseSecrets house, TimeProvider clock) => (this.sources, this.keys, this.house, this.clock) = (sources, keys, house, clock);

    /// <summary>The name of the master key at hand.</summary>
    public string Master => house.Master.Name;

    /// <summary>The names of the master keys that may open this database.</summary>
    public async Task<IReadOnlyList<string>> MastersAsync(CancellationToken ct) => [.. (await HouseSecrets.MastersAsync(sources.Writer, ct)).Select(m => MasterKey.NameOf(m))];

    /// <summary>The wrapping keys, the newest last: more than one while a rotation is not at its end.</summary>
    public Task<IReadOnlyList<KeyStatus>> StatusAsync(CancellationToken ct) => KeyStatus.OfAsync(keys.Source, ct);

    /// <summary>Goes over to another master key; programs read and record meanwhile.</summary>
    /// <param name="next">The new one.</param>
    /// <param name="progress">Told how many keys have been wrapped anew so far.</param>
    /// <param name="ct">Stops it; run it again to go on.</param>
    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="SecretsException">It cannot be done now.</exception>
    public Task<long> RotateAsync(MasterKey next, Action<long>? progress, CancellationToken ct) => Rotation.ToAsync(next, progress, ct);

    /// <summary>Ends the access of every other master key than the one at hand, which must be the newest.</summary>
    /// <exception cref="SecretsException">It is not, or a rotation is not at its end.</exception>
    public Task RetireOthersAsync(CancellationToken ct) => Rotation.RetireOthersAsync(ct);

    /// <summary>Writes all wrapped keys to a new file that only its owner may read.</summary>
    /// <returns>How many keys there are in it.</returns>
    public async Task<long> BackupAsync(string file, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        var count = await new KeyBackup(keys.Source, keys.Wrapping, clock).WriteAsync(stream, ct);
        stream.Flush(flushToDisk: true);
        return count;
    }

    /// <summary>Puts the keys of a backup back where they are missing. What is destroyed stays destroyed.</summary>
    /// <exception cref="SecretsException">The backup is of another master key, or damaged.</exception>
    public Task<KeysRestored> RestoreAsync(string file, CancellationToken ct) => new KeyRestore(sources, keys.Source, house.Master, keys.Wrapping).FromAsync(file, ct);

    private KeyRotation Rotation => new(sources, keys.Source, house, keys.Wrapping);
}
