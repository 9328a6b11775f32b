using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Folding;

/// <summary>A journey that the folds cannot follow. It stays as it was before that fact; all others go on.</summary>
/// <param name="Partnership">Whose journey it is.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Position">Where the fact stands in the journal.</param>
/// <param name="Fact">The fact that cannot be followed.</param>
/// <param name="What">What went wrong, in words.</param>
public sealed record FoldFailure(Partnership Partnership, JourneyId Journey, long Position, FactId Fact, string What);
