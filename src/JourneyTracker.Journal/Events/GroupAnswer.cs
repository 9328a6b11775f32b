using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>What append_group answers (see there), and what it means for each append.</summary>
internal sealed record GroupAnswer(int[] Status, long[] Base, Guid?[] Fact, long[] Place)
{
    /// <summary>In order; null where the journey is locked by somebody else.</summary>
    public IReadOnlyList<AppendOutcome?> Outcomes(IReadOnlyList<PreparedAppend> appends, JourneyId[] streams)
    {
        var outcomes = new AppendOutcome?[appends.Count];
        var versions = (long[])Base.Clone();
        var next = 0;
        for (var i = 0; i < appends.Count; i++)
        {
            var append = appends[i];
            var stream = Array.BinarySearch(streams, append.Journey);
            outcomes[i] = Status[i] switch
            {
                0 => Accept(append, ref versions[stream], next),
                1 => new AppendOutcome.Refused(Refusals.OtherContent),
                2 => new AppendOutcome.Refused(append.Barred ?? Refusals.VersionConflict(append.Expected ?? 0, Base[stream])),
                3 => new AppendOutcome.Refused(Refusals.UnknownJourney),
                4 => null,
                var other => throw new UnreachableException($"append_group answered {other}."),
            };
            next += append.Facts.Count(f => f.SameAs is null);
        }

        return outcomes;
    }

    private AppendOutcome.Accepted Accept(PreparedAppend append, ref long version, int next)
    {
        var placed = new Placed[append.Facts.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            if (append.Facts[i].SameAs is { } first)
            {
                placed[i] = placed[first] with { Repeated = true };
                continue;
            }

            placed[i] = Fact[next] is { } known ? new Placed(new FactId(known), Place[next], true) : new Placed(append.Facts[i].Id, Place[next], false);
            if (!placed[i].Repeated) version++;
            next++;
        }

        return new AppendOutcome.Accepted(placed, version);
    }
}
