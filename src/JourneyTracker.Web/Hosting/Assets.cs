using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace JourneyTracker.Web.Hosting;

/// <summary>Style sheets and scripts, embedded in this assembly. Their address carries a hash of their content, so browsers may keep them for ever.</summary>
internal static partial class Assets
{
    private const string Prefix = "assets/";
    private const string Encoded = "gzip";
    private static readonly FrozenDictionary<string, Asset> All = Load().ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    public static string Url(string name) => All.TryGetValue(name, out var asset)
        ? $"/assets/{asset.Hash}/{name}"
        : throw new ArgumentException($"There is no asset called {name}.", nameof(name));

    public static IResult Serve(string hash, string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var asset) || asset.Hash != hash) return Results.NotFound();
        (context.Response.Headers.CacheControl, context.Response.Headers.Vary) = ("public, max-age=31536000, immutable", "Accept-Encoding");
        if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == Encoded && e.Quality != 0)) return Results.Bytes(asset.Content, asset.Type);
        context.Response.Headers.ContentEncoding = Encoded;
        return Results.Bytes(asset.Packed.Value, asset.Type);
    }

    /// <summary>Pages are never compressed (what they tell could be guessed by their length); these are the same for everybody.</summary>
    private static byte[] Pack(byte[] content)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(content);
        return into.ToArray();
    }

    private static IEnumerable<Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (Path.GetExtension(resource) is ".css" or ".js") content = Own(content);
            yield return new Asset(resource[Prefix.Length..], Convert.ToHexStringLower(SHA256.HashData(content))[..12], TypeOf(resource), content);
        }
    }

    /// <summary>GDS Transport may only be used on gov.uk, and this is not a government service: its faces go, and the system's font stands in. Source maps are not served.</summary>
    private static byte[] Own(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        text = FontFace().Replace(text, "");
        text = Transport().Replace(text, "system-ui,arial");
        return Encoding.UTF8.GetBytes(SourceMap().Replace(text, ""));
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex("\"?GDS Transport\"?,\\s*arial")]
    private static partial Regex Transport();

    [GeneratedRegex(@"/[/*]# sourceMappingURL=\S*( \*/)?")]
    private static partial Regex SourceMap();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"Assets of kind {other} are not known."),
    };

    private sealed record Asset(string Name, string Hash, string Type, byte[] Content)
    {
        public Lazy<byte[]> Packed { get; } = new(() => Pack(Content));
    }
}
