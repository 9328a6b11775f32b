using System.Globalization;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>The values of a question's parameters, checked and complete: an address, a command line and a file to run again are made from them.</summary>
public sealed class OutcomeValues
{
    private const int First = 1900;
    private const int Last = 2199;
    private readonly SortedDictionary<string, string> values;

    private OutcomeValues(SortedDictionary<string, string> values) => this.values = values;

    /// <summary>Every value that stands, said or by default.</summary>
    public IReadOnlyDictionary<string, string> All => values;

    /// <exception cref="QuestionException">A name is unknown, one that is needed is missing, or a value cannot be used.</exception>
    public static OutcomeValues Of(OutcomeKind kind, IReadOnlyDictionary<string, string> said, Generation generation) => Of(kind.Name, kind.Parameters, said, generation);

    /// <summary>The same of a question that is of no kind.</summary>
    /// <exception cref="QuestionException">As above.</exception>
    internal static OutcomeValues Of(string name, IReadOnlyList<OutcomeParameter> parameters, IReadOnlyDictionary<string, string> said, Generation generation)
    {
        if (said.Keys.FirstOrDefault(n => parameters.All(p => p.Name != n)) is { } unknown)
            throw new QuestionException($"{name} has no parameter {unknown}; it has: {string.Join(", ", parameters.Select(p => p.Name))}.") { Parameter = unknown };
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var text = said.GetValueOrDefault(parameter.Name) is { } given && given.Trim() is { Length: > 0 } trimmed ? trimmed : parameter.DefaultOf?.Invoke(generation) ?? parameter.Default;
            if (text is not null) values[parameter.Name] = Checked(parameter, text);
            else if (parameter.Required) throw new QuestionException($"{parameter.Label} is needed: say {parameter.Name}. {parameter.Hint}.") { Parameter = parameter.Name };
        }

        if (values.GetValueOrDefault("from") is { } from && values.GetValueOrDefault("to") is { } to && string.CompareOrdinal(to, from) < 0)
            throw new QuestionException($"The period ends on {to}, before it begins on {from}: say a later last day (to).") { Parameter = "to" };
        return new OutcomeValues(values);
    }

    /// <summary>Null when it is not said and has no default.</summary>
    public string? Find(string name) => values.GetValueOrDefault(name);

    public string Text(string name) => values[name];

    public DateOnly Day(string name) => DateOnly.ParseExact(values[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public int Whole(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);

    private static string Checked(OutcomeParameter parameter, string text)
    {
        return parameter.Type switch
        {
            ParameterType.Day when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => throw Wrong("is no day: write it as 2026-03-01"),
            ParameterType.Day when DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).Year is < First or > Last => throw Wrong($"lies outside the years {First} to {Last}"),
            ParameterType.Whole when !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < parameter.Range.Least || number > parameter.Range.Most =>
                throw Wrong($"is no whole number from {parameter.Range.Least} to {parameter.Range.Most}"),
            ParameterType.Choice => parameter.Choices.FirstOrDefault(c => c.Value.Equals(text, StringComparison.OrdinalIgnoreCase))?.Value ?? throw Wrong($"is none of: {string.Join(", ", parameter.Choices.Select(c => c.Value))}"),
            _ => text,
        };
        QuestionException Wrong(string how) => new($"{parameter.Name} \"{text}\" {how}.") { Parameter = parameter.Name };
    }
}
