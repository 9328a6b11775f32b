using System.Text;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Importing;

/// <summary>Takes a file to be imported in the background. It is held in memory until its turn: nothing uploaded is written to a disk by the form.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = MostPosted, MemoryBufferThreshold = MostPosted)]
internal sealed class ImportAddModel(ImportsDoor door, ImportQueue queue, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>More is imported at the command line.</summary>
    public const int MostMegabytes = 8;

    private const int MostPosted = 15 << 20;
    private const int LongestName = 120;
    private readonly IStringLocalizer<Texts> T = texts;
    private IReadOnlyDictionary<string, string> mappings = new Dictionary<string, string>();
    private string? chosen;

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public FormField Mapping => new("mapping", T["What kind of file is it?"].Value, T["The mapping says how its rows become records. Whoever runs the program can add one."].Value, chosen, Wrong)
    {
        Kind = FieldKind.One,
        Choices = [.. mappings.Select(m => new Choice(m.Key, m.Key, MappingFileJson.Parse(Encoding.UTF8.GetBytes(m.Value), m.Key).About))],
    };

    public async Task OnGetAsync([FromQuery(Name = "mapping")] string? again, CancellationToken ct)
    {
        mappings = await door.MappingsAsync(HttpContext.Caller(), ct);
        chosen = again;
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? mapping, IFormFile? file, CancellationToken ct)
    {
        var caller = HttpContext.Caller();
        (mappings, chosen) = (await door.MappingsAsync(caller, ct), mapping);
        Wrong = Mistakes(mapping, file).ToDictionary();
        if (Wrong.Count > 0) return Page();
        // A file of people is a second file: that is for the command line.
        var read = MappingFileJson.Parse(Encoding.UTF8.GetBytes(mappings[mapping!]), mapping!) with { People = null };
        var content = new byte[file!.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, ct);
        var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given[..Math.Min(given.Length, LongestName)] : "file";
        if (await door.BeginAsync(caller, name, mapping!, mappings[mapping!], "page:import-add", ct) is not { } run) return NotFound();
        if (queue.TryAdd(new QueuedImport(run, caller, read, name, ImportsDoor.Mended(content, read)))) return LocalRedirect($"/imports/{run}");
        await door.GiveUpAsync(caller, run);
        Wrong = new Dictionary<string, string> { ["file"] = T["Other files are waiting to be imported. Try again in a few minutes"].Value };
        return Page();
    }

    private IEnumerable<KeyValuePair<string, string>> Mistakes(string? mapping, IFormFile? file)
    {
        if (mapping is null || !mappings.ContainsKey(mapping)) yield return new("mapping", T["Choose what kind of file it is"].Value);
        if (file is null or { Length: 0 }) yield return new("file", T["Choose a file with something in it"].Value);
        else if (file.Length > MostMegabytes << 20) yield return new("file", T["The file must be {0} MB or smaller. Whoever runs the program can import larger ones", MostMegabytes].Value);
    }
}
