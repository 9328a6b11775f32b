using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Differences;

namespace JourneyTracker.Web.Api;

/// <summary>Replays and their differences as JSON: the same for the API and the command line.</summary>
public static class ReplayJson
{
    public static JsonElement Of(JourneyReplay replay, bool steps) => JsonSerializer.SerializeToElement(
        new ReplayAnswer(
            JourneyAnswer.Of(replay.Reading), replay.Folds, replay.Effective.Select(EntryAnswer.Of), steps ? replay.Steps.Select(StepAnswer.Of) : null),
        ApiJson.Options);

    public static JsonElement Of(JourneyComparison comparison) => JsonSerializer.SerializeToElement(
        new ComparisonAnswer(
            comparison.To.Id.Value,
            comparison.To.Pseudonym,
            comparison.From is null ? null : MomentAnswer.Of(comparison.From),
            MomentAnswer.Of(comparison.To),
            comparison.Difference.Before,
            comparison.Difference.After,
            comparison.Difference.SpellsGone.Select(Spell),
            comparison.Difference.SpellsCome.Select(Spell),
            comparison.Facts.Select(ChangeAnswer.Of),
            comparison.Folds),
        ApiJson.Options);

    private static SpellAnswer Spell(Spell spell) => new(spell.Stage, spell.From, spell.Until, spell.By?.Value, spell.Agency);

    private sealed record ReplayAnswer(JourneyAnswer Journey, IReadOnlyList<string> Folds, IEnumerable<EntryAnswer> Effective, IEnumerable<StepAnswer>? Steps);

    private sealed record StepAnswer(long Position, StepKind Kind, Guid About, SaidAnswer? Said, CorrectionReason? WhyWithdrawn, Stage StageBefore, Stage Stage)
    {
        public static StepAnswer Of(ReplayStep step) => new(
            step.Position, step.Kind, step.About.Id.Value, step.Said is null ? null : SaidAnswer.Of(step.Said),
            step.Kind == StepKind.Withdrawn ? step.About.WhyWithdrawn : null, step.Before, step.Stage);
    }

    private sealed record ComparisonAnswer(
        Guid Id, string Pseudonym, MomentAnswer? From, MomentAnswer To, Stage StageBefore, Stage StageAfter,
        IEnumerable<SpellAnswer> SpellsGone, IEnumerable<SpellAnswer> SpellsCome, IEnumerable<ChangeAnswer> Facts, IReadOnlyList<string> Folds);

    private sealed record MomentAnswer(DateOnly AsAt, DateTimeOffset KnownAt, long Position)
    {
        public static MomentAnswer Of(JourneyReading reading) => new(reading.AsAt, reading.KnownAt, reading.Position);
    }

    private sealed record ChangeAnswer(
        FactChange Change, EntryAnswer Fact, IEnumerable<SaidAnswer> Since, DateTimeOffset? WithdrawnAt, CorrectionReason? WhyWithdrawn, string? WithdrawnBy)
    {
        public static ChangeAnswer Of(FactChanged changed) => new(
            changed.Change, EntryAnswer.Of(changed.Fact), changed.Since.Select(SaidAnswer.Of),
            changed.Fact.WithdrawnAt, changed.Fact.WhyWithdrawn, changed.Fact.WithdrawnBy?.Agency);
    }
}
