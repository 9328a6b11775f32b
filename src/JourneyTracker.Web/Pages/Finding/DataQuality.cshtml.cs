using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Finding;

/// <summary>What in the records does not fit together, with the way to mend it. Never a finding about a woman.</summary>
internal sealed class DataQualityModel(FindingsDoor door) : PageModel
{
    public RecordFindings View { get; private set; } = null!;

    /// <summary>The filters, as they stand in the address.</summary>
    public string? Agency { get; private set; }

    public FindingCode? Kind { get; private set; }

    public int At { get; private set; } = 1;

    public int Pages => Math.Max(1, (View.Count + FindingsDoor.OnPage - 1) / FindingsDoor.OnPage);

    public async Task<IActionResult> OnGetAsync(string? agency, string? kind, [FromQuery(Name = "page-number")] int? at, CancellationToken ct)
    {
        Agency = string.IsNullOrWhiteSpace(agency) ? null : agency;
        Kind = Enum.GetValues<FindingCode>().Cast<FindingCode?>().FirstOrDefault(c => Code(c!.Value) == kind);
        At = Math.Max(1, at ?? 1);
        if (await door.ReadAsync(HttpContext.Caller(), Agency, Kind, At, "page:data-quality", ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    /// <summary>What does not fit, and what to do about it.</summary>
    public static (string What, string Mend) Words(FindingCode code) =>
        FindingWords.Of(code) is var words && words.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? (words[..(end + 1)], words[(end + 2)..]) : (words, "");

    public static string Code(FindingCode code) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    /// <summary>This page with other filters.</summary>
    public static string Address(string? agency, FindingCode? kind, int at = 1)
    {
        var query = new QueryBuilder();
        if (agency is not null) query.Add("agency", agency);
        if (kind is { } code) query.Add("kind", Code(code));
        if (at > 1) query.Add("page-number", at.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return $"/data-quality{query}";
    }
}
