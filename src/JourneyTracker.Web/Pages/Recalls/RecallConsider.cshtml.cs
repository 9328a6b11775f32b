using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Recalls;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recalls;

/// <summary>Considers a recall: what happened, what could help instead, her life today, the law, the decision; then a look at it all before it is recorded.</summary>
[RequestFormLimits(ValueCountLimit = 200, KeyLengthLimit = 256, ValueLengthLimit = 64 << 10, MultipartBodyLengthLimit = 256 << 10)]
internal sealed class RecallConsiderModel(RecallDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:recall-consider";

    public RecallReading Recall { get; private set; } = null!;

    public RecallTyped Typed { get; private set; } = RecallTyped.Of((RecallConsidered?)null);

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether it is to be looked at before it is recorded.</summary>
    public bool IsCheck { get; private set; }

    /// <summary>Which recall the law requires by these answers.</summary>
    public RequiredRecall? Required { get; private set; }

    public DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    public IReadOnlyList<RecallPart> Parts => new RecallFields(T, Typed, Wrong, Conditions, Recall.RequiredOn(Today, new Dictionary<string, bool>())?.Rule.StandsAside ?? []).Parts;

    private IReadOnlyList<string> Conditions =>
        Recall.Journey.Timeline.Where(e => !e.IsWithdrawn).Select(e => e.Now.Fact).OfType<ConditionsSet>().FirstOrDefault() is { } set
            ? [.. (set.Conditions ?? []).Concat(set.HealthConditions is { IsOpen: true } health ? health.Value : []).Union(Typed.ConditionsChosen)]
            : [.. CodeList.LicenceConditions.All.Select(c => c.Value)];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not { MayPropose: true } recall) return NotFound();
        Recall = recall;
        if (recall.Proposal is { Recalled: null }) Typed = RecallTyped.Of(recall.Proposal.Says);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not { MayPropose: true } recall) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        (Recall, Typed) = (recall, RecallTyped.Of(form));
        if (form["step"] == "change") return Page();
        var answers = new RecallAnswers(T, Typed);
        Required = recall.RequiredOn(Today, answers.Law);
        var considered = answers.Read(Required, Today, Today);
        Wrong = answers.Wrong;
        IsCheck = Wrong.Count == 0;
        if (!IsCheck || form["step"] != "record") return Page();
        switch (await door.ConsiderAsync(HttpContext.Caller(), journey, considered, Door, ct))
        {
            case SubmissionOutcome.Recorded:
                return LocalRedirect($"/journeys/{journey}/recall");
            case SubmissionOutcome.Refused { Why.Rule: Rule.UnknownJourney }:
                return NotFound();
            case SubmissionOutcome.Refused { Why: var why }:
                IsCheck = false;
                Wrong = new Dictionary<string, string> { [why.Where is null or "askedToSign" ? "sign1" : why.Where] = $"{why.What} {why.How}" };
                return Page();
            case var other:
                throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is not an outcome.");
        }
    }
}
