using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Outcomes;

namespace JourneyTracker.Web.Api;

/// <summary><c>GET /api/outcomes</c>: what can be asked; <c>GET /api/outcomes/{kind}</c>: an answer, as JSON or CSV.</summary>
internal static class OutcomesApi
{
    private const string Format = "format";
    private const string Csv = "csv";
    private const string CsvType = "text/csv";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/outcomes", List).WithMetadata(new RequiresAttribute(Permission.CountWomen));
        app.MapGet("/api/outcomes/women", WomenAsync).WithMetadata(new RequiresAttribute(Permission.ReadJourney));
        app.MapGet("/api/outcomes/{kind}", GetAsync).WithMetadata(new RequiresAttribute(Permission.CountWomen));
    }

    private static IResult List(HttpContext context, OutcomeDesk desk)
    {
        var (caller, periods) = (context.Caller(), desk.PeriodsFor(context.Caller()));
        return Results.Json(
            new
            {
                Standing = desk.Standing(caller) is { } g ? new { g.Number, g.Partnership, g.Position, g.Folds, g.Tables, g.BuiltAt, Women = Told(g.Women), g.Facts, Frozen = Told(g.Frozen), g.Published } : null,
                Periods = periods?.Offered,
                Kinds = OutcomeDesk.KindsFor(caller).Select(k => new { k.Name, k.Title, k.About, Parameters = periods is null ? k.Parameters : PublishedPeriods.ParametersOf(k) }),
            }, ApiJson.Options);
    }

    /// <summary>Nothing where it is about few women (safeguards S15).</summary>
    private static long? Told(long women) => DisclosurePolicy.Usual.IsSmall(women) ? null : women;

    private static async Task<IResult> GetAsync(string kind, HttpContext context, OutcomeDesk desk, CancellationToken ct)
    {
        if (OutcomeDesk.Find(context.Caller(), kind) is not { } asked) return Problem(StatusCodes.Status404NotFound, "There is no such question.", $"There are: {string.Join(", ", OutcomeDesk.KindsFor(context.Caller()).Select(k => k.Name))}.");
        return await AnsweredAsync(context, said => desk.AskAsync(context.Caller(), asked, said, $"api:outcomes/{asked.Name}", ct), answer => WantsCsv(context.Request) ? Results.Text(AnswerCsv.Write(answer.Tables), $"{CsvType}; charset=utf-8") : Results.Json(answer, ApiJson.Options));
    }

    private static Task<IResult> WomenAsync(HttpContext context, WomenDesk desk, CancellationToken ct) => AnsweredAsync(
        context, said => desk.AskAsync(context.Caller(), said, "api:outcomes/women", ct),
        answer => Results.Json(new { Values = answer.Question.Values.All, answer.Standing.BuiltAt, Women = answer.Women.Select(w => new { w.Woman.Journey, w.Woman.Journey.Pseudonym, w.Counted.Kind, w.Counted.Part, w.Counted.Answer, w.Counted.Times, w.Woman.IsPart }), answer.Next }, ApiJson.Options));

    /// <summary>What is said beside a question, and its answer; or what is wrong with it, in words.</summary>
    private static async Task<IResult> AnsweredAsync<T>(HttpContext context, Func<IReadOnlyDictionary<string, string>, Task<T?>> ask, Func<T, IResult> write)
        where T : class
    {
        if (context.Request.Query.FirstOrDefault(q => q.Value.Count > 1) is { Key: { } twice }) return Problems.Malformed($"{twice} is said more than once.", twice);
        try
        {
            return await ask(context.Request.Query.Where(q => q.Key != Format).ToDictionary(q => q.Key, q => q.Value.ToString())) is { } answer ? write(answer) : Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        catch (QuestionException wrong)
        {
            return wrong.Parameter is { } parameter ? Problems.Malformed(wrong.Message, parameter) : Problem(StatusCodes.Status409Conflict, "The question cannot be asked.", wrong.Message);
        }
        catch (NothingBuiltException nothing)
        {
            return Problem(StatusCodes.Status409Conflict, nothing.Message, "Whoever runs the server builds it with ./journey outcomes build.");
        }
    }

    private static bool WantsCsv(HttpRequest request) => request.Query[Format] == Csv || (!request.Query.ContainsKey(Format) && request.Headers.Accept.Any(a => a?.StartsWith(CsvType, StringComparison.OrdinalIgnoreCase) == true));

    private static IResult Problem(int status, string what, string how) => Results.Problem(title: what, detail: how, statusCode: status);
}
