using System.Security.Cryptography;
using System.Text;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Where the parts of a private cluster stand inside a data folder.</summary>
internal sealed record ClusterFolder(string Home)
{
    // A socket address holds 108 bytes, the last one zero: longer paths cannot be connected to.
    private const int LongestSocketPath = 107;
    private const string SocketFile = ".s.PGSQL.5432";

    public string Root => Path.Combine(Home, "cluster");
    public string Data => Path.Combine(Root, "data");

    /// <summary>What the names of folders begin with in which initdb works, until they are whole and renamed to <see cref="Data"/>.</summary>
    public const string Unfinished = "unfinished-";

    public string Log => Path.Combine(Root, "postgres.log");

    /// <summary>Held exclusively by the one process that starts the cluster.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Held shared by every user, exclusively by the guard once no user is left and until the server has stopped.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    /// <summary>Held exclusively by a living guard.</summary>
    public string GuardLock => Path.Combine(Root, "guard.lock");

    public string Socket
    {
        get
        {
            var inside = Path.Combine(Root, "socket");
            return Encoding.UTF8.GetByteCount(Path.Combine(inside, SocketFile)) <= LongestSocketPath
                ? inside
                : Path.Combine("/tmp", "journey-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16]);
        }
    }

    public bool SocketExists => File.Exists(Path.Combine(Socket, SocketFile));

    public static ClusterFolder Of(string folder) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
