using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.Journal.Secrets;

/// <summary>
/// The master key from a program's standard output, such as a vault's client. It is run without a shell and for a few seconds at most; of a failure only the program
/// and its exit code are told, since both its output and its words may be secret.
/// </summary>
/// <param name="variable">The variable that names the program.</param>
/// <param name="command">Words parted by spaces, or a JSON array of words.</param>
internal sealed class MasterKeyCommand(string variable, string command) : MasterKeySource
{
    private const int MostBytes = 4096;

    /// <summary>How long the program may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    public override string Place => $"in the output of the program {Program} (named by {variable})";

    public override string Mend => $"Make {variable} name a program that writes the key that this database was made with, or last rotated to (32 bytes, base64 or hexadecimal).";

    private string Program => Path.GetFileName(Words().FirstOrDefault() ?? "");

    public override async Task<MasterKey?> ReadAsync(CancellationToken ct)
    {
        if (Words() is not [var first, ..]) return null;
        using var process = Start();
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token);
            var kept = await ReadAsync(process.StandardOutput.BaseStream, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            if (process.ExitCode != 0) throw new SecretsException($"The program {Program} for the master key ended with exit code {process.ExitCode}; what it wrote is not repeated here. {Mend}");
            return MasterKey.Parse(kept) ?? throw NotAKey(kept.Length);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SecretsException($"The program {Program} for the master key had not ended after {Patience.TotalSeconds:0.#} seconds. {Mend}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process Start()
    {
        try
        {
            return Process.Start(Shell.Prepare(Words()))!;
        }
        catch (Exception wrong) when (wrong is Win32Exception or InvalidOperationException)
        {
            throw new SecretsException($"The program {Program} for the master key cannot be run. {Mend}", wrong);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken ct)
    {
        var kept = new byte[MostBytes];
        var length = await output.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false, ct);
        // Who writes more than a key can have is read to the end all the same: else it would wait for a reader for ever.
        await output.CopyToAsync(Stream.Null, ct);
        return kept[..length];
    }

    private string[] Words()
    {
        if (!command.TrimStart().StartsWith('[')) return command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return JsonSerializer.Deserialize<string[]>(command) ?? [];
        }
        catch (JsonException)
        {
            throw new SecretsException($"{variable} is neither words parted by spaces nor a JSON array of words. {Mend}");
        }
    }
}
