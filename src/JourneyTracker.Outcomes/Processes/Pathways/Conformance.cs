using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Pathways;

/// <summary>One trace beside a stated pathway.</summary>
/// <param name="Steps">One for each step of the pathway.</param>
public sealed record Conformance(StatedPathway Pathway, IReadOnlyList<StepResult> Steps)
{
    /// <summary>True when every step happened in time; false when one was late or is not recorded though its time has run out; else null: it cannot be told yet.</summary>
    public bool? Conforms
    {
        get
        {
            if (Steps.Any(s => s.Outcome is StepOutcome.Late or StepOutcome.NotRecorded)) return false;
            return Steps.All(s => s.Outcome == StepOutcome.InTime) ? true : null;
        }
    }

    /// <summary>
    /// Follows the trace from the first event of the pathway's first step; each later step is the first of its activity after the last step found. Null when the first step never happened.
    /// </summary>
    /// <param name="trace">In order.</param>
    /// <param name="followedUntil">The last day of which the trace can tell.</param>
    public static Conformance? Of(StatedPathway pathway, IReadOnlyList<TraceEvent> trace, DateOnly followedUntil)
    {
        var found = Find(pathway, trace);
        if (found[0] is null) return null;
        return new(pathway, [.. pathway.Steps.Select((step, i) =>
            new StepResult(step.Activity, found[i], i == 0 ? StepOutcome.InTime : Outcome(step.Within, found[i - 1], found[i], found[(i + 1)..].Any(f => f is not null), followedUntil)))]);
    }

    private static HappenedOn?[] Find(StatedPathway pathway, IReadOnlyList<TraceEvent> trace)
    {
        var found = new HappenedOn?[pathway.Steps.Count];
        var next = 0;
        for (var step = 0; step < found.Length; step++)
        {
            var at = next;
            while (at < trace.Count && trace[at].Activity != pathway.Steps[step].Activity) at++;
            if (at < trace.Count) (found[step], next) = (trace[at].At, at + 1);
            else if (step == 0) break;
        }

        return found;
    }

    private static StepOutcome Outcome(TimeLimit? within, HappenedOn? before, HappenedOn? at, bool laterFound, DateOnly followedUntil) => (within, before, at) switch
    {
        (_, _, null) when laterFound => StepOutcome.NotRecorded,
        (null, _, null) or (_, null, null) => StepOutcome.NotYet,
        ({ } limit, { } from, null) => limit.HasRunOut(from, followedUntil) ? StepOutcome.NotRecorded : StepOutcome.NotYet,
        (null, _, { }) => StepOutcome.InTime,
        (_, null, { }) => StepOutcome.CannotTell,
        ({ } limit, { } from, { } to) => limit.Kept(from, to) switch { true => StepOutcome.InTime, false => StepOutcome.Late, null => StepOutcome.CannotTell },
    };
}
