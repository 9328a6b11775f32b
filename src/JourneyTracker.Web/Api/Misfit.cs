using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Web.Api;

/// <summary>The first thing in a document that does not fit what it should be, in words for who sent it.</summary>
/// <param name="What">A whole sentence, in the names of the wire only.</param>
/// <param name="Where">The field, such as with.body.how; null when it is about the whole.</param>
internal sealed record Misfit(string What, string? Where)
{
    /// <param name="name">What the whole is called, such as arrested.v1.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="options">How it is read.</param>
    /// <returns>Null when nothing is found.</returns>
    public static Misfit? Find(string name, Type type, JsonElement value, JsonSerializerOptions options) => new Search(options).Object(name, null, type, value);

    private sealed class Search(JsonSerializerOptions options)
    {
        public Misfit? Object(string name, string? where, Type type, JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Object) return new($"{name} is a JSON object.", where);
            var known = options.GetTypeInfo(type).Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToList();
            var sent = value.EnumerateObject().Select(m => m.Name).ToList();
            if (sent.Find(m => known.TrueForAll(p => p.Name != m)) is { } unknown)
                return new($"{name} has no field '{Shortened(unknown)}'. It has: {string.Join(", ", known.Select(p => p.Name))}.", Within(where, Shortened(unknown)));
            if (sent.Find(m => sent.Count(other => other == m) > 1) is { } twice) return new($"{name} has the field '{twice}' more than once.", Within(where, twice));
            if (known.Find(p => IsNeeded(p) && !sent.Contains(p.Name)) is { } missing) return new($"{name} needs {missing.Name}.", Within(where, missing.Name));
            return known.Where(p => sent.Contains(p.Name)).Select(p => Field(p, Within(where, p.Name), value.GetProperty(p.Name))).FirstOrDefault(m => m is not null);
        }

        private Misfit? Field(JsonPropertyInfo property, string where, JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Null) return Value(where, property.PropertyType, value);
            var mayBeNull = Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsSetNullable && property.AssociatedParameter?.IsNullable != false);
            return mayBeNull ? null : new($"{where} cannot be null.", where);
        }

        private Misfit? Value(string where, Type declared, JsonElement value)
        {
            var type = Nullable.GetUnderlyingType(declared) ?? declared;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Protected<>)) return Value(where, type.GetGenericArguments()[0], value);
            if (type == typeof(Fact)) return Named(where, value);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            {
                return value.ValueKind != JsonValueKind.Array
                    ? new($"{where} is a list.", where)
                    : value.EnumerateArray().Select((item, at) => Value($"{where}[{at}]", type.GetGenericArguments()[0], item)).FirstOrDefault(m => m is not null);
            }

            return options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object ? Object(where, where, type, value) : Single(where, type, value);
        }

        private Misfit? Named(string where, JsonElement value)
        {
            var isNamed = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var said) && said.ValueKind == JsonValueKind.String
                && value.TryGetProperty("body", out _) && value.GetPropertyCount() == 2;
            if (!isNamed) return new($"{where} is a fact: an object with a name and a body, nothing else.", where);
            var name = value.GetProperty("name").GetString()!;
            return FactCatalogue.Find(name) is { } kind
                ? Object(name, Within(where, "body"), kind.Type, value.GetProperty("body"))
                : new($"There is no fact called '{Shortened(name)}'.", Within(where, "name"));
        }

        private Misfit? Single(string where, Type type, JsonElement value)
        {
            try
            {
                _ = value.Deserialize(type, options);
                return null;
            }
            catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException)
            {
                return new($"{where} {MisfitWords.Of(type, wrong)}", where);
            }
        }

        private static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

        private static string Within(string? where, string field) => where is null ? field : $"{where}.{field}";

        private static string Shortened(string name) => name.Length <= 60 ? name : name[..60] + "…";
    }
}
