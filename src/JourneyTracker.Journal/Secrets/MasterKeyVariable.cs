using System.Text;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The master key in an environment variable, as text. No child process is given it.</summary>
internal sealed class MasterKeyVariable(string name, Func<string, string?> environment) : MasterKeySource
{
    public override string Place => $"in the environment variable {name}";

    public override string Mend => "Set that variable to the key that this database was made with, or last rotated to (base64 or hexadecimal).";

    public override Task<MasterKey?> ReadAsync(CancellationToken ct)
    {
        if (environment(name) is not { Length: > 0 } said) return Task.FromResult<MasterKey?>(null);
        var kept = Encoding.UTF8.GetBytes(said);
        // 32 letters are 32 bytes, but not random ones.
        return Task.FromResult<MasterKey?>((kept.Length == MasterKey.Bytes ? null : MasterKey.Parse(kept)) ?? throw NotAKey(kept.Length));
    }
}
