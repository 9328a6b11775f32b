using System.Text.Json.Nodes;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Drafts;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>Opens the form that an address asks for, and says what recording it would change.</summary>
internal sealed class FactForms(ReadingDoor reading, ProposingDoor proposing, DraftDoor drafts, TimeProvider clock, IStringLocalizer<Texts> T)
{
    /// <summary>Null when there is no such journey or fact for the caller, or it is not for them to change.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What the address asks.</param>
    /// <param name="typed">What was sent; null for the draft, what is recorded, or nothing yet.</param>
    /// <param name="door">Which page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<OpenForm?> OpenAsync(Caller caller, RecordRequest request, Typed? typed, string door, CancellationToken ct)
    {
        if (await reading.JourneyAsync(caller, request.Journey, null, null, door, ct) is not { } journey) return null;
        var change = request.Fact is { } fact ? await proposing.FindAsync(caller, request.Journey, fact, door, ct) : null;
        if (request.Fact is not null && change is null) return null;
        var kind = request.Kind ?? FactCatalogue.Of(change!.Entry.Now.Fact!);
        var draft = typed is null ? await drafts.FindAsync(caller, DraftOf.A(kind, request.Journey, change?.Entry.Id), door, ct) : null;
        var hers = new HerChoices(journey);
        typed ??= draft is { Recorded: null } ? new Typed(draft.Typed) : change is null ? Typed.On(LondonDay.Of(clock.GetUtcNow())) : AsRecorded(kind, hers, change);
        return new OpenForm(request, journey, change, draft, new FactForm(kind, hers, typed, change is not null, T));
    }

    /// <summary>The fact that was typed and what it would change; null when something must be mended, which the form then says.</summary>
    public async Task<(Fact Fact, JourneyProposal Proposal)?> CheckAsync(Caller caller, OpenForm open, string door, CancellationToken ct)
    {
        if (open.Form.Read() is not { } fact) return null;
        var (proposal, why) = open.Change is { } change
            ? await proposing.ProposeCorrectionAsync(caller, open.Request.Journey, change.Entry.Now.RecordedId, fact, open.Form.Why, door, ct)
            : await proposing.ProposeAsync(caller, open.Request.Journey, fact, door, ct);
        if (why is not null) open.Form.Refuse(why);
        return proposal is null ? null : (fact, proposal);
    }

    /// <summary>The answers in words; of a correction beside what is recorded.</summary>
    public IReadOnlyList<Answered> Answers(OpenForm open) => open.Change is { } change
        ? AnswerWords.Beside(open.Form.Questions, open.Form.Typed, AsRecorded(open.Kind, new HerChoices(open.Journey), change), T)
        : AnswerWords.Of(open.Form.Questions, open.Form.Typed, T);

    private Typed AsRecorded(FactKind kind, HerChoices hers, FactToChange change) =>
        AnswerFiller.Of(new FactQuestions(hers, T).Of(kind), JsonNode.Parse(FactCodec.WritePlain(change.Entry.Now.Fact!).GetRawText())!.AsObject());
}
