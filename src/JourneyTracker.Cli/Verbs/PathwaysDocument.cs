using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Her pathways as a JSON document.</summary>
internal static class PathwaysDocument
{
    public static object Of(PathwayReading reading) => new
    {
        Id = reading.Journey.Id.Value,
        reading.Journey.Pseudonym,
        On = reading.Pathways.Day,
        reading.Journey.KnownAt,
        reading.Journey.Position,
        Fold = PathwayOutcomes.Name,
        reading.IsPart,
        Pathways = reading.Pathways.Pathways.Select(p => Pathway(p, shared: !reading.NotShared.Contains(p.Code))),
        Support = reading.Pathways.Support.Select(Support),
        AfterRelease = reading.Pathways.AfterRelease.Select(Outcome),
        Cautions = reading.Pathways.Cautions.Select(c => new { Caution = c.Caution.Value, c.From, c.EndsOn, c.Conditions, c.Met, c.Complied, c.WhyUnknown, c.Prosecuted }),
        Treatment = reading.Pathways.Treatment.Select(t => new
        {
            Sentence = t.Sentence.Value,
            t.ImposedOn,
            t.Requirement,
            t.ReportedOn,
            t.ReferredOn,
            t.StartedOn,
            t.Completed,
            t.EndedOn,
        }),
        reading.Journey.FrozenFrom,
    };

    private static object Pathway(Pathway pathway, bool shared) => shared
        ? new
        {
            pathway.Code,
            pathway.Name,
            pathway.IsDisclosure,
            Shared = true,
            pathway.Need.Now,
            Before = Point(pathway.Need.Before),
            After = Point(pathway.Need.After),
            pathway.Need.Change,
            pathway.Need.WhyUnknown,
            Support = pathway.Support.Select(s => s.Value),
        }
        : new { pathway.Code, pathway.Name, pathway.IsDisclosure, Shared = false };

    private static object? Point(NeedPoint? point) => point is null ? null : new
    {
        point.Day,
        Fact = point.Fact.Value,
        point.Occasion,
        point.Tool,
        point.Version,
        point.Answer,
        point.Score,
        point.HigherScore,
    };

    private static object Support(SupportEpisode episode) => new
    {
        Id = episode.Id.Value,
        episode.From,
        episode.WasReferred,
        episode.For?.Service,
        episode.For?.Pathways,
        episode.Route,
        episode.AcceptedOn,
        episode.DeclinedOn,
        episode.DeclinedBy,
        episode.FirstContactOn,
        episode.Kept,
        episode.Missed,
        episode.MissedWithoutAcceptableReason,
        episode.EndedOn,
        episode.EndReason,
        episode.Wait,
    };

    private static object Outcome(ReleaseOutcome outcome) => new
    {
        outcome.ReleasedOn,
        Release = outcome.Release.Value,
        outcome.Clock.Code,
        outcome.Clock.Metric,
        outcome.Clock.Question,
        outcome.Clock.Confidence,
        outcome.AskedOn,
        outcome.Answer,
        outcome.WhyUnknown,
        outcome.LeftOut,
        By = outcome.By?.Value,
    };
}
