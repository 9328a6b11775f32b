using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Cli.Verbs;

/// <summary>The options that say who may reach the server, and how they sign in.</summary>
internal sealed class ServeDoors
{
    private readonly Option<string?> signIn = new("--sign-in") { Description = "How people and programs sign in: a file as docs/running.md describes. Without it everybody that asks is one person, on this machine only", HelpName = "FILE" };
    private readonly Option<string> host = new("--host") { Description = "The address to listen on; another than this machine's loopback needs --sign-in, --name, and --certificate or --proxy", DefaultValueFactory = _ => "localhost", HelpName = "ADDRESS" };
    private readonly Option<string[]> names = new("--name") { Description = "A name by which people reach the server; may be said again", HelpName = "NAME" };
    private readonly Option<string?> certificate = new("--certificate") { Description = "Speak HTTPS with this certificate, in PEM with its chain", HelpName = "FILE" };
    private readonly Option<string?> key = new("--certificate-key") { Description = "The certificate's key, in PEM; when not said, it stands in the certificate's file", HelpName = "FILE" };
    private readonly Option<string[]> proxies = new("--proxy") { Description = "A proxy that speaks HTTPS before the server, by address or network such as 10.0.0.0/24: its X-Forwarded headers are believed, nobody else's; may be said again", HelpName = "ADDRESS" };

    public Option[] All => [signIn, host, names, certificate, key, proxies];

    public bool IsSignIn(Session session) => session.Said(signIn);

    /// <summary>Null without sign-in.</summary>
    public SignInSettings? SignIn(Session session)
    {
        if (session.Get(signIn) is not { } file) return null;
        try
        {
            return SignInFile.Read(file);
        }
        catch (SignInFileException wrong)
        {
            throw new RefusedException(wrong.Message, wrong.Where, wrong.How);
        }
    }

    public Listening Listening(Session session, int port)
    {
        var listening = new Listening(port) { Address = Address(session), Certificate = Certificate(session), Proxies = Proxies(session), Names = session.Get(names) ?? [] };
        if (!session.Said(signIn) && new Option[] { names, certificate, proxies }.FirstOrDefault(session.Said) is { } early)
            throw new RefusedException("Without sign-in the server is for this machine only.", early.Name, "Say how people sign in with --sign-in, or leave it out.");
        if (listening.IsAllowed(session.Said(signIn))) return listening;
        var (why, how) = (session.Said(signIn), listening.IsSecure) switch
        {
            (false, _) => ("without sign-in whoever reached it could read every woman's journey", "Say how people sign in with --sign-in, or leave --host out: it listens on localhost, for this machine only."),
            (_, false) => ("what it answers would cross the network for everybody to read", "Name a certificate with --certificate, or the proxy that speaks HTTPS before it with --proxy."),
            _ => ("it does not know by which name people reach it", "Say it with --name, as it stands in the browser's address."),
        };
        throw new RefusedException($"The server is not opened to {session.Get(host)}: {why}.", "--host", how);
    }

    private IPAddress? Address(Session session) => session.Get(host)! switch
    {
        "localhost" => null,
        var said when IPAddress.TryParse(said, out var address) => address,
        var said => session.Said(signIn)
            ? throw new RefusedException($"{said} is not an address of this machine.", "--host", "Write an address such as 10.0.0.5, or 0.0.0.0 for all of them, and the name with --name.")
            : throw new RefusedException($"The server is not opened to {said}: without sign-in whoever reached it could read every woman's journey.", "--host", "Leave --host out: it listens on localhost, for this machine only."),
    };

    private X509Certificate2? Certificate(Session session)
    {
        if (session.Get(certificate) is not { } file) return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(file, session.Get(key));
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException("The certificate or its key cannot be read.", file, "Both are PEM files that this program may read; the key has no password.");
        }
    }

    private IPNetwork[] Proxies(Session session) => [.. (session.Get(proxies) ?? []).Select(said =>
        IPNetwork.TryParse(said, out var network) ? network
        : IPAddress.TryParse(said, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : throw new RefusedException($"\"{said}\" is neither an address nor a network.", "--proxy", "Write 10.0.0.5 or 10.0.0.0/24."))];
}
