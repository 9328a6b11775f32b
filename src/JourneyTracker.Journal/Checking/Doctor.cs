using System.Globalization;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Checking;

/// <summary>What is to be examined.</summary>
/// <param name="ConnectionString">The journal's database, as the programs' login.</param>
/// <param name="KeysConnectionString">The database of the journeys' keys.</param>
/// <param name="MasterKey">Where the master key should be.</param>
/// <param name="ClusterFolder">Where a private cluster keeps its files; null when somebody else runs the server.</param>
/// <param name="Sample">How many journeys are replayed and compared.</param>
public sealed record DoctorRequest(string ConnectionString, string KeysConnectionString, MasterKeySource MasterKey, string? ClusterFolder = null, int Sample = 100)
{
    /// <summary>This machine's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A transaction that is open for longer is named.</summary>
    public TimeSpan LongOpen { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>Examines a database without changing anything in it.</summary>
public static class Doctor
{
    private delegate Task<IEnumerable<Check>> Examination(Patient patient, CancellationToken ct);

    private static readonly (string Name, Examination Examine)[] All =
    [
        ("server", ServerExamination.RunAsync),
        ("settings", SettingsExamination.RunAsync),
        ("transactions", TransactionExamination.RunAsync),
        ("migrations", MigrationExamination.RunAsync),
        ("marten-tables", MartenExamination.RunAsync),
        ("roles", RoleExamination.RunAsync),
        ("immutability", ImmutabilityExamination.RunAsync),
        ("log", LogExamination.RunAsync),
        ("folds", FoldExamination.RunAsync),
        ("replay", ReplayExamination.RunAsync),
        ("feed", FeedExamination.RunAsync),
        ("keys", KeyExamination.RunAsync),
    ];

    public static async Task<IReadOnlyList<Check>> ExamineAsync(DoctorRequest request, CancellationToken ct)
    {
        await using var patient = new Patient(request);
        try
        {
            await patient.OpenAsync(ct);
        }
        catch (Exception wrong) when (wrong is NpgsqlException or TimeoutException or IOException)
        {
            return [Check.Broken("server", $"The database does not answer: {Words(wrong)}", "Check that the server runs and that --database (or JOURNEY_DB) names it.")];
        }

        var checks = new List<Check>();
        foreach (var (name, examine) in All)
        {
            try
            {
                checks.AddRange(await examine(patient, ct));
            }
            catch (PostgresException wrong)
            {
                checks.Add(Check.Broken(name, $"This could not be looked at: {Words(wrong)}", "Mend what is broken above, then ask again."));
            }
        }

        return checks;
    }

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    internal static string Words(Exception wrong) => (wrong is PostgresException met ? met.MessageText : (wrong.InnerException ?? wrong).Message).Split('\n')[0].TrimEnd('.') + ".";
}
