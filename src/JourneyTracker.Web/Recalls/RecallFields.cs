using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recalls;

/// <summary>One part of the form of a considered recall.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Words">What is said before the questions.</param>
/// <param name="Fields">The questions.</param>
/// <param name="IsAside">Whether it matters only if she is recalled, so that it stays folded until something of it is answered.</param>
internal sealed record RecallPart(string Heading, string? Words, IReadOnlyList<FormField> Fields, bool IsAside = false)
{
    public IEnumerable<FormField> Answered => Fields.Where(f => f.Chosen.Count > 0 || !string.IsNullOrEmpty(f.Value));
}

/// <summary>The form of a considered recall: what could help stands before what is decided.</summary>
/// <param name="T">The texts.</param>
/// <param name="typed">What was typed.</param>
/// <param name="wrong">What is to be mended.</param>
/// <param name="conditions">The licence conditions that are asked about: hers, or all when hers are not on record.</param>
/// <param name="questions">What the law of the day asks.</param>
internal sealed class RecallFields(
    IStringLocalizer<Texts> T, RecallTyped typed, IReadOnlyDictionary<string, string> wrong, IReadOnlyList<string> conditions, IReadOnlyList<RecallQuestion> questions)
{
    public IReadOnlyList<RecallPart> Parts => [Instead(), Her(), Happened(), Law(), Decision()];

    private RecallPart Happened() => new(T["What is said to have happened"], null,
    [
        Many("trigger", T["What gave rise to this"], [.. CodeList.RecallReasons.All.Select(r => new Choice(r.Value, r.Label))]),
        Text("triggerWords", T["What happened, as far as you know"], T["Say what you were told and by whom, and what she says of it. It is kept sealed."], 4),
        new(RecallTyped.Conditions, T["Licence conditions that are said not to have been complied with"], null, null, wrong)
        {
            Kind = FieldKind.Any, Choices = [.. conditions.Select(c => new Choice(c, CodeList.LicenceConditions.LabelOf(c)))], Chosen = typed.ConditionsChosen,
        },
    ]);

    private RecallPart Instead() => new(
        T["What could help instead"], T["Go through each. What came of it, and why it would or would not do now."],
        [
            .. RecallAnswers.Alternatives.SelectMany(a => new[]
            {
                Many(RecallTyped.Outcome(a.Value), a.Label, Codes.Choices<AlternativeOutcome>(AlternativeOutcome.NotRecorded)), Text(RecallTyped.Why(a.Value), T["Why or why not: {0}", a.Label], null),
            }),
            One("womensCentre", T["Could a women's centre work with her instead?"], null, Codes.Choices<WomensCentreAlternative>()),
        ]);

    private RecallPart Her() => new(
        T["Her life today"],
        T["We ask so that nobody is left without care, and so that a recall does not cost her a home or a pregnancy its care. Tell her so before you ask. What she says of people who depend on her and of pregnancy is sealed: probation and prison staff can read it; the police, courts and children's services cannot. She need not answer."],
        [
            One("herViewAsked", T["Was she asked what she thinks?"], null, Codes.Choices<YesNoAnswer>()), Text("herView", T["What she says, in her words"], null, 3),
            One("dependants", T["Does somebody depend on her: children, or an adult she cares for?"], null, Codes.Choices<YesNoAnswer>()),
            Text("dependantsTonight", T["Who cares for them today and tonight?"], T["If she were not there any more from today."]),
            One("pregnant", T["Is she pregnant, or has she given birth in the last year?"], null, Codes.Choices<YesNoAnswer>()),
            One("partnerAskedAbout", T["Was she asked, alone and safely, whether somebody frightens or controls her?"], T["Do not write down here what she said: it is hers to share. Record it where she says who may know."], Codes.Choices<SafelyAsked>()),
            One("tenancyAtRisk", T["Would she lose her home?"], null, Codes.Choices<YesNoAnswer>()),
            One("trauma", T["Could what happened come of harm done to her?"], T["Ask yourself, not her. It is kept sealed."], Codes.Choices<YesNoAnswer>(YesNoAnswer.NotAsked, YesNoAnswer.PrefersNotToSay)),
        ]);

    private RecallPart Law() => new(
        T["Only if she is recalled: which kind it would be"], T["These answers settle only which kind of recall it would be. What is not answered counts as standing against a fixed-term recall."],
        [.. questions.Select(q => One(RecallTyped.Law(q.Code), q.Words, null, [new("yes", T["Yes"]), new("no", T["No"])], isInline: true))], IsAside: true);

    private RecallPart Decision() => new(
        T["The decision"], T["A recall needs two colleagues who countersign, a decision not to recall one. What support would help her is never a reason to recall her."],
        [
            One("decision", T["What was decided?"], null,
            [
                new(Codes.Of(RecallDecision.NotDecided), T["Not decided yet"], T["What you have entered is kept, and you can go on later."]),
                new(Codes.Of(RecallDecision.NoRecall), T["She is not recalled"]), new(Codes.Of(RecallDecision.Recall), T["She is recalled"]),
            ]),
            Text("decisionWhy", T["Why it was decided so"], T["It is kept sealed."], 4), Text("achieves", T["If she is recalled: what would it achieve that nothing else can?"], T["It is kept sealed."], 3),
            Text("sign1", T["Who countersigns"], T["Their user name. Somebody else than you, of your own agency."]), Text("sign2", T["Who else countersigns"], T["Needed for a recall. Their user name."]),
        ]);

    private FormField Text(string name, string label, string? hint, int rows = 1) => new(name, label, hint, typed[name], wrong, rows);

    private FormField Many(string name, string label, IReadOnlyList<Choice> choices) => new(name, label, null, typed[name], wrong) { Kind = FieldKind.OneOfMany, Choices = choices };

    private FormField One(string name, string label, string? hint, IReadOnlyList<Choice> choices, bool isInline = false) =>
        new(name, label, hint, typed[name], wrong) { Kind = FieldKind.One, Choices = choices, IsInline = isInline };
}
