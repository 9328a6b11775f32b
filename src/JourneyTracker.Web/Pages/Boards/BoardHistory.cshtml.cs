using System.Globalization;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>Women by stage, day by day.</summary>
internal sealed class BoardHistoryModel(BoardDoor door) : PageModel
{
    private const double Wide = 160;
    private const double High = 32;

    /// <summary>How many days can be shown.</summary>
    public static IReadOnlyList<int> Spans { get; } = [28, 90, 365];

    public BoardHistory History { get; private set; } = null!;

    public BoardQuery Query { get; private set; } = BoardQuery.All;

    /// <summary>The name of the area that is shown; null for all.</summary>
    public string? Area => Query.Filter.Area is { } area ? CodeList.PoliceForceAreas.LabelOf(area) : null;

    public async Task OnGetAsync(int? days, CancellationToken ct)
    {
        Query = new BoardQuery(new(BoardQuery.Of(Request.Query).Filter.Area), []);
        History = await door.HistoryAsync(HttpContext.Caller(), days is { } asked && Spans.Contains(asked) ? asked : Spans[0], Query.Filter.Area, ct);
    }

    /// <summary>The numbers as the points of a line, from nothing at the bottom to the highest at the top.</summary>
    public static string Line(int[] numbers)
    {
        var (step, scale) = (Wide / Math.Max(numbers.Length - 1, 1), (High - 2) / Math.Max(numbers.Max(), 1));
        return string.Join(' ', numbers.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"{i * step:0.#},{High - 1 - (n * scale):0.#}")));
    }
}
