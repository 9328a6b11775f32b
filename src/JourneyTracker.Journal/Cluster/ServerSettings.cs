using System.Globalization;

namespace JourneyTracker.Journal.Cluster;

/// <summary>The settings on the server's command line.</summary>
internal static class ServerSettings
{
    public static IEnumerable<string> For(ClusterFolder folder, ClusterOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["port"] = "5432",
            ["unix_socket_directories"] = folder.Socket,
            ["unix_socket_permissions"] = "0700",
            ["logging_collector"] = "off",
            ["log_checkpoints"] = "off",
            ["shared_buffers"] = string.Create(CultureInfo.InvariantCulture, $"{options.SharedBuffersMegabytes}MB"),
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["max_wal_size"] = "2GB",
            ["timezone"] = "UTC",
            ["jit"] = "off",
            ["fsync"] = OnOff(!options.Ephemeral),
            ["synchronous_commit"] = OnOff(!options.Ephemeral),
            ["full_page_writes"] = OnOff(!options.Ephemeral),
        };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return settings.SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" });
    }

    private static string OnOff(bool on) => on ? "on" : "off";
}
