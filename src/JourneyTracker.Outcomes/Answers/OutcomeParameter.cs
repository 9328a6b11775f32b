using System.Text.Json.Serialization;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>One thing that can be said beside a question.</summary>
/// <param name="Name">As in an address and as an option, for example <c>known-until</c>.</param>
/// <param name="Label">On a form.</param>
/// <param name="Hint">What it means, for a form and for help.</param>
/// <param name="Type">What a value looks like.</param>
public sealed record OutcomeParameter(string Name, string Label, string Hint, ParameterType Type)
{
    /// <summary>It has to be said.</summary>
    public bool Required { get; init; }

    /// <summary>What it is when it is not said; null for nothing, or when <see cref="DefaultOf"/> says it.</summary>
    public string? Default { get; init; }

    /// <summary>What it is when it is not said, where that depends on the store.</summary>
    [JsonIgnore]
    public Func<Generation, string>? DefaultOf { get; init; }

    /// <summary>For a choice: what can be chosen.</summary>
    public IReadOnlyList<OutcomeChoice> Choices { get; init; } = [];

    /// <summary>Whether evaluators alone may say another value than its default: from two answers that differ in it, it would tell others of single women.</summary>
    [JsonIgnore]
    public bool IsForEvaluators { get; init; }

    /// <summary>For a whole number: the least and the greatest.</summary>
    public (int Least, int Most) Range { get; init; } = (0, int.MaxValue);
}

/// <summary>One value that can be chosen.</summary>
/// <param name="Value">As in an address.</param>
/// <param name="Label">What people read.</param>
public sealed record OutcomeChoice(string Value, string Label)
{
    /// <summary>Whether evaluators alone may choose it: it would tell others of single women.</summary>
    [JsonIgnore]
    public bool IsForEvaluators { get; init; }
}

/// <summary>What a value looks like.</summary>
public enum ParameterType
{
    /// <summary>As 2026-03-01.</summary>
    Day,

    /// <summary>One of some.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Whole,
    Text,

    /// <summary>A measure, or another question that is kept, by its name.</summary>
    Question,
}
