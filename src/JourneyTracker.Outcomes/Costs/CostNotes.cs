using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>What is to be known beside costs.</summary>
internal static class CostNotes
{
    public static IEnumerable<OutcomeNote> Of(CountedItems items, CostBalance balance)
    {
        if (balance.Items.Count == 0)
        {
            yield return new(NoteAbout.Unknown, "What was spent and saved is not known: no unit costs were taken in. None is built in, because there is none with a source that fits every partnership: ./journey outcomes costs add FILE.csv takes them in.");
        }
        else
        {
            if (!balance.HasSupport) yield return new(NoteAbout.Unknown, "What was spent is not known: nothing of support has a unit cost.");
            if (!balance.HasJustice) yield return new(NoteAbout.Unknown, "What was saved is not known: nothing of justice has a unit cost.");
            if (Names(balance.Items.Where(i => !i.Counted.IsFed).Select(i => i.Counted)) is { } unfed) yield return new(NoteAbout.Unknown, $"What is made of all items is not known: no source has recorded what these rest on: {unfed}.");
            if (Names(balance.Items.Where(i => i.Counted.IsFed && !items.Shown.Contains(i.Counted)).Select(i => i.Counted)) is { } hidden)
                yield return new(NoteAbout.Hidden, $"What is made of all items is not shown: from it could be worked out what is hidden of {hidden}. Without their unit costs the others can be shown; say then that they are left out.");
            if (Names(items.All.Where(i => balance.Items.All(c => c.Item != i.Item))) is { } without) yield return new(NoteAbout.Limit, $"Not in the sums, because it has no unit cost: {without}.");
            yield return new(NoteAbout.Limit, $"Unit costs are in prices of {balance.Items[0].Cost.PriceYear}; nothing is converted or discounted. Low, central and high take all unit costs so at once. The intervals take them as certain: what they do is in the sensitivity.");
            yield return new(NoteAbout.Limit, "Items can hold each other, as a support episode its sessions, or a recall the nights after it: give a unit cost to those alone that do not.");
            yield return new(NoteAbout.Limit, "What did not arise is no cash released: a prison or a court costs nearly the same with one woman less. Nothing is said of what it was worth to her, her children or anybody harmed.");
        }

        yield return new(NoteAbout.Limit, "Intervals are Student's, of the differences within pairs; with few pairs, and where a few women account for most of an item, they are rough. Where all pairs differ by the same there is none. What is known to no day is not counted.");
    }

    private static string? Names(IEnumerable<CountedItem> items) => items.Select(i => i.Item.Title).ToList() is { Count: > 0 } names ? string.Join(", ", names) : null;
}
