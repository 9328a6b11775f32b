using System.Diagnostics;
using System.Globalization;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Signals to processes that were started by the test, or by what it started.</summary>
internal static class Signals
{
    public static async Task SendAsync(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public static Task KillAsync(int process) => SendAsync(process, "KILL");
}
