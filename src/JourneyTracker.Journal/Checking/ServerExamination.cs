using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Checking;

/// <summary>The server answers, is new enough, and agrees with us about what time it is.</summary>
internal static class ServerExamination
{
    private const int OldestVersion = 15;
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooMuch = TimeSpan.FromMinutes(1);
    private static readonly DateOnly Summer = new(2026, 7, 1);

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct) =>
        [await VersionAsync(patient, ct), await ClockAsync(patient, ct), await TimeZoneAsync(patient, ct)];

    private static async Task<Check> VersionAsync(Patient patient, CancellationToken ct)
    {
        var replica = await patient.OneAsync<bool>(null, "select pg_is_in_recovery()", ct);
        var found = $"It answers: PostgreSQL {patient.Version}{(replica ? ", a read replica: who folds and who holds a number cannot be seen from here" : "")}.";
        return patient.Version.Major < OldestVersion
            ? Check.Broken("server", found, $"Use PostgreSQL {OldestVersion} or later.")
            : Check.Ok("server", found);
    }

    private static async Task<Check> ClockAsync(Patient patient, CancellationToken ct)
    {
        var before = patient.Request.Clock.GetUtcNow();
        var theirs = await patient.OneAsync<DateTime>(null, "select clock_timestamp()", ct);
        var ours = before + ((patient.Request.Clock.GetUtcNow() - before) / 2);
        var apart = (new DateTimeOffset(theirs) - ours).Duration();
        var found = string.Create(CultureInfo.InvariantCulture, $"This machine's clock and the server's are {apart.TotalSeconds:0.00} s apart.");
        const string todo = "Let both follow the same time service (NTP): facts are dated by the server, and the day changes by this machine.";
        return apart > TooMuch ? Check.Broken("clock", found, todo) : apart > Noticeable ? Check.Warning("clock", found, todo) : Check.Ok("clock", found);
    }

    private static async Task<Check> TimeZoneAsync(Patient patient, CancellationToken ct)
    {
        var ours = LondonDay.StartOf(Summer).UtcDateTime;
        var theirs = await patient.OneAsync<DateTime>(null, "select timestamp '2026-07-01 00:00' at time zone 'Europe/London'", ct);
        var zone = await patient.OneAsync<string>(null, "select current_setting('timezone')", ct);
        return ours == theirs
            ? Check.Ok("time-zone", $"Both know when a London day begins. The server shows times in {zone}; nothing depends on that.")
            : Check.Broken("time-zone", "This machine and the server do not agree about when a London day begins in summer.", "Update the time zone data (package tzdata) on both.");
    }
}
