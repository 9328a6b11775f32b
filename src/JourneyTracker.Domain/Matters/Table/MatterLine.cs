using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>One line of the table of matters: what a kind of fact does, in words and in deed. Of the lines of a kind the first that fits is applied.</summary>
public sealed class MatterLine
{
    private readonly Func<MatterBook, Fact, bool>? fits;

    internal MatterLine(Type fact, string when, Func<MatterBook, Fact, bool>? fits, IReadOnlyList<Effect> effects) =>
        (Fact, When, this.fits, Effects) = (fact, when, fits, effects);

    public Type Fact { get; }

    /// <summary>In which case; empty for every case that no line before it takes.</summary>
    public string When { get; }

    /// <summary>What it does, in order; none when it changes no matter.</summary>
    public IReadOnlyList<Effect> Effects { get; }

    internal bool Fits(MatterBook book, Fact fact) => fits is null || fits(book, fact);
}

/// <summary>One thing that a fact does to her matters.</summary>
public sealed class Effect
{
    internal Effect(string words, Action<MatterBook, Fact> apply, EndByLaw? end = null, FindingCode? finding = null) =>
        (Words, Apply, End, Finding) = (words, apply, end, finding);

    /// <summary>What it does, for a practitioner.</summary>
    public string Words { get; }

    /// <summary>The end that the law sets to what it opens; null when there is none.</summary>
    public EndByLaw? End { get; }

    /// <summary>What is found when there is nothing to do it to; null when nothing is.</summary>
    public FindingCode? Finding { get; }

    internal Action<MatterBook, Fact> Apply { get; }
}

/// <summary>How a matter ends with no fact at all.</summary>
/// <param name="Words">On which day, for a practitioner.</param>
/// <param name="Rule">The rule's id; empty when the fact itself says the day.</param>
/// <param name="Confidence">How sure we are of the rule.</param>
public sealed record EndByLaw(string Words, string Rule, string Confidence)
{
    /// <summary>The first day on which the matter is no longer open; null when nothing says so.</summary>
    public required Func<Fact, DateOnly, DateOnly?> Until { get; init; }
}
