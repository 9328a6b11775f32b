using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>What of her record a form offers to choose from, as far as the caller may see it.</summary>
internal sealed class HerChoices(JourneyReading? reading)
{
    /// <summary>Nothing of hers: for a form that is only read.</summary>
    public static HerChoices None { get; } = new(null);

    /// <summary>Her open matters that have a reference to attach to.</summary>
    public IReadOnlyList<Choice> Matters =>
        [.. from matter in reading?.Status.Matters ?? []
            where matter.Reference is not null && matter.IsOpenOn(reading!.AsAt)
            select new Choice(matter.Reference!.Value.Value, $"{Words.Of(matter.Kind)}: {matter.On(reading!.AsAt)!.Stage.Words()}, since {Words.Of(matter.From)}")];

    /// <summary>Her facts of one kind that stand.</summary>
    public IReadOnlyList<Choice> Facts(Type kind) =>
        [.. from entry in reading?.Timeline ?? []
            where !entry.IsWithdrawn && entry.Now.Fact?.GetType() == kind
            select new Choice(entry.Id.ToString(), $"{FactCatalogue.Of(kind).Title}, {Words.Of(entry.Now.HappenedOn)}{Told(entry.Now.Fact!)}")];

    private static string Told(Fact fact) => fact switch
    {
        Sentenced sentenced => $": {Domain.Codes.CodeList.Disposals.LabelOf(sentenced.Disposal)}",
        PanelActionAgreed { Action: { IsOpen: true } action } => $": {action.Value}",
        ConsentGiven { To: { IsOpen: true } to } => $": {string.Join(", ", to.Value.Recipients.Select(r => r.Agency))}",
        _ => "",
    };
}
