namespace JourneyTracker.Journal.Secrets;

/// <summary>Where the master key comes from: a file, an environment variable, or a program that asks a vault. It is never on a command line.</summary>
public abstract class MasterKeySource
{
    /// <summary>The variable that holds the key itself; the two others are named after it.</summary>
    public const string Variable = "JOURNEY_MASTER_KEY";

    /// <summary>The same for the key that a rotation goes to.</summary>
    public const string NewVariable = "JOURNEY_NEW_MASTER_KEY";

    /// <summary>Where it is, to end a sentence with: "in the file /x/master.key".</summary>
    public abstract string Place { get; }

    /// <summary>What to do so that the right key is there: one whole sentence.</summary>
    public abstract string Mend { get; }

    /// <summary>The key; null when there is none at that place.</summary>
    /// <exception cref="SecretsException">What is there is no key, or cannot be asked.</exception>
    public abstract Task<MasterKey?> ReadAsync(CancellationToken ct);

    /// <summary>The same where none has ever been: a place that can keep one is given one.</summary>
    /// <exception cref="SecretsException">As above, or no key can be made there.</exception>
    public virtual async Task<MasterKey> ReadOrMakeAsync(CancellationToken ct) => await ReadAsync(ct) ?? throw Lost();

    /// <summary>Variables that no child process may be given, by what their names begin with.</summary>
    public static bool IsSecret(string variable) => variable.StartsWith(Variable, StringComparison.Ordinal) || variable.StartsWith(NewVariable, StringComparison.Ordinal);

    /// <summary>What the environment names; a file when it names none.</summary>
    /// <param name="environment">Gives the value of a variable.</param>
    /// <param name="otherwise">That file; null when there must be a name.</param>
    /// <param name="variable"><see cref="Variable"/> or <see cref="NewVariable"/>.</param>
    /// <returns>Null when none is named and there is no file.</returns>
    /// <exception cref="SecretsException">More than one is named.</exception>
    public static MasterKeySource? From(Func<string, string?> environment, string? otherwise, string variable = Variable)
    {
        string[] names = [variable, variable + "_FILE", variable + "_COMMAND"];
        return names.Where(n => environment(n) is { Length: > 0 }).ToList() switch
        {
            [] => otherwise is null ? null : new MasterKeyFile(otherwise),
            [var only] when only == names[0] => new MasterKeyVariable(only, environment),
            [var only] when only == names[1] => new MasterKeyFile(environment(only)!),
            [var only] => new MasterKeyCommand(only, environment(only)!),
            var several => throw new SecretsException($"More than one master key is named ({string.Join(" and ", several)}): leave only one of these variables set."),
        };
    }

    public override string ToString() => Place;

    internal SecretsException Lost() => new($"The master key is missing: there is none {Place}. {Mend} Without it no name and no protected answer can be read.");

    protected SecretsException NotAKey(int bytes) =>
        new($"What is {Place} is not a master key ({bytes} bytes; a key has {MasterKey.Bytes}, or as many as text in base64 or hexadecimal). {Mend}");
}
