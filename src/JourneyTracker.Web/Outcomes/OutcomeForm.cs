using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Outcomes;

/// <summary>A question as it stands in an address: what was said, with days in one value or as typed in three boxes, and what is wrong with it.</summary>
internal sealed class OutcomeForm
{
    private readonly IReadOnlyList<OutcomeParameter> parameters;
    private readonly IReadOnlyList<OutcomeParameter> offered;
    private readonly PublishedField? published;
    private readonly Dictionary<string, TypedDay> days = [];

    /// <param name="kind">What is asked.</param>
    /// <param name="query">As it was typed.</param>
    /// <param name="published">The periods of which one is chosen; null when any may be said.</param>
    public OutcomeForm(OutcomeKind kind, IQueryCollection query, PublishedField? published)
        : this(kind.Parameters, published is null ? kind.Parameters : PublishedPeriods.ParametersOf(kind), query, published)
    {
    }

    /// <param name="parameters">What can be said in an address.</param>
    /// <param name="offered">What can be filled in.</param>
    /// <param name="query">As it was typed.</param>
    /// <param name="published">As above.</param>
    public OutcomeForm(IReadOnlyList<OutcomeParameter> parameters, IReadOnlyList<OutcomeParameter> offered, IQueryCollection query, PublishedField? published)
    {
        (this.parameters, this.offered, this.published) = (parameters, offered, published);
        foreach (var parameter in parameters)
        {
            var typed = parameter.Type == ParameterType.Day ? TypedDay.Of(query, parameter.Name) : TypedDay.None;
            if (!typed.IsEmpty) Read(parameter, typed);
            else if (query[parameter.Name].ToString().Trim() is { Length: > 0 } value) Said[parameter.Name] = value;
        }

        published?.Read(query, Said, Wrong);
        if (query.Count > 0)
            foreach (var missing in parameters.Where(p => p.Required && !Said.ContainsKey(p.Name))) Wrong.TryAdd(missing.Name, $"{missing.Label} must be entered");
        IsTyped = query.Keys.Any(k => k.Contains('.', StringComparison.Ordinal) || k == PublishedField.Name);
    }

    /// <summary>Values by the names of parameters.</summary>
    public Dictionary<string, string> Said { get; } = [];

    /// <summary>What is wrong, by parameter.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>Whether it comes from the form, with days in boxes or a period chosen: its address can be said more shortly.</summary>
    public bool IsTyped { get; }

    /// <summary>Whether it can be answered as it stands.</summary>
    public bool IsComplete => Wrong.Count == 0 && parameters.All(p => !p.Required || Said.ContainsKey(p.Name));

    /// <summary>The whole question as an address.</summary>
    public static string Address(string kind, IEnumerable<KeyValuePair<string, string>> values) => $"/outcomes/{kind}{QueryString.Create(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))}";

    /// <summary>What is taken where nothing is said.</summary>
    public static IReadOnlyDictionary<string, string> Defaults(OutcomeKind kind, Generation generation, PublishedPeriods? periods) => periods is null
        ? kind.Parameters.Where(p => p.DefaultOf is not null).ToDictionary(p => p.Name, p => p.DefaultOf!(generation))
        : new Dictionary<string, string> { ["from"] = Words.Iso(periods.Last.From), ["to"] = Words.Iso(periods.Last.To) };

    /// <summary>The field beside which it is said that something cannot be used; that of the page when it has none.</summary>
    /// <param name="parameter">What cannot be used; null when it is none of them.</param>
    public string FieldOf(string? parameter) =>
        published is not null && PublishedField.StandsFor(parameter) ? PublishedField.Name
        : offered.Any(p => p.Name == parameter) ? parameter! : "main";

    /// <summary>Its fields, with what was typed; where nothing was, with what the answer took.</summary>
    public IEnumerable<FormField> Fields(IReadOnlyDictionary<string, string>? taken)
    {
        foreach (var parameter in offered)
        {
            if (published is not null && PublishedField.StandsFor(parameter.Name))
            {
                if (parameter.Name == "from") yield return published.Field(Said, taken, Wrong);
                continue;
            }

            var value = Said.GetValueOrDefault(parameter.Name) ?? taken?.GetValueOrDefault(parameter.Name) ?? parameter.Default;
            yield return new FormField(parameter.Name, parameter.Label, parameter.Hint, value, Wrong)
            {
                Kind = parameter.Type switch { ParameterType.Day => FieldKind.Day, ParameterType.Whole => FieldKind.Number, _ => parameter.Choices.Count > 0 ? FieldKind.OneOfMany : FieldKind.Text },
                Choices = ChoicesOf(parameter, value),
                Day = days.GetValueOrDefault(parameter.Name) ?? DayOf(value),
            };
        }
    }

    /// <summary>What can be chosen; and what was said, where something else may be said too.</summary>
    private static Choice[] ChoicesOf(OutcomeParameter parameter, string? value) =>
    [
        .. parameter.Choices.Select(c => new Choice(c.Value, parameter.Type == ParameterType.Question && c.Label != c.Value ? $"{c.Value}: {c.Label}" : c.Label)),
        .. parameter.Choices.Count > 0 && value is not null && parameter.Choices.All(c => c.Value != value) ? [new Choice(value, value)] : Array.Empty<Choice>(),
    ];

    private static TypedDay DayOf(string? value) => value is null ? TypedDay.None : DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? TypedDay.Of(day) : new TypedDay(value, null, null);

    private void Read(OutcomeParameter parameter, TypedDay typed)
    {
        var (day, wrong) = typed.Read(parameter.Label);
        if (day is { } read) Said[parameter.Name] = Words.Iso(read);
        else Wrong[FieldOf(parameter.Name)] = wrong!;
        days[parameter.Name] = typed;
    }
}
