using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace JourneyTracker.Web.Hosting;

/// <summary>Style sheets and scripts, embedded in this assembly. Their address carries a hash of their content, so browsers may keep them for ever.</summary>
internal static class Assets
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, Asset> All = Load().ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    public static string Url(string name) => All.TryGetValue(name, out var asset)
        ? $"/assets/{asset.Hash}/{name}"
        : throw new ArgumentException($"There is no asset called {name}.", nameof(name));

    public static IResult Serve(string hash, string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var asset) || asset.Hash != hash) return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.Type);
    }

    private static IEnumerable<Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return new Asset(resource[Prefix.Length..], Convert.ToHexStringLower(SHA256.HashData(content))[..12], TypeOf(resource), content);
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"Assets of kind {other} are not known."),
    };

    private sealed record Asset(string Name, string Hash, string Type, byte[] Content);
}
