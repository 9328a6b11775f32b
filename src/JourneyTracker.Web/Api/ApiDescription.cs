using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Web.Api;

/// <summary>Builds the OpenAPI document: the paths stand in openapi.json, the facts' schemas come from the code.</summary>
internal static class ApiDescription
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    private static readonly JsonSchemaExporterOptions Schemas = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Written(context.TypeInfo.Type) ?? schema,
    };

    public static byte[] Build()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi.json")!;
        var document = JsonNode.Parse(stream)!.AsObject();
        var schemas = document["components"]!["schemas"]!.AsObject();
        var named = new JsonArray();
        foreach (var kind in FactCatalogue.All)
        {
            schemas[kind.Name] = BodyOf(kind);
            schemas["named." + kind.Name] = new JsonObject
            {
                ["type"] = "object",
                ["title"] = kind.Title,
                ["properties"] = new JsonObject { ["name"] = new JsonObject { ["const"] = kind.Name }, ["body"] = Reference(kind.Name) },
                ["required"] = new JsonArray("name", "body"),
            };
            named.Add(Reference("named." + kind.Name));
        }

        schemas["NamedFact"] = new JsonObject { ["description"] = "A fact with its stored name. docs/facts.md says what each means and which code lists it uses.", ["oneOf"] = named };
        return JsonSerializer.SerializeToUtf8Bytes(document, Indented);
    }

    private static JsonNode BodyOf(FactKind kind)
    {
        var body = FactJson.Plain.GetJsonSchemaAsNode(kind.Type, Schemas).AsObject();
        body["title"] = kind.Title;
        body["additionalProperties"] = false;
        return body;
    }

    /// <summary>How a value with a form of its own is written; null for one that is written as it is.</summary>
    private static JsonNode? Written(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(Fact)) return Reference("NamedFact");
        if (value == typeof(HappenedOn))
            return Text("2024-03-01 (day), 2024-03-01T09:46 (time of day in London), 2024-03 (month) or ../2024-03-01 (not known, but by that day)", "2024-03-01");
        if (value == typeof(Term)) return Text("A length in years, months, weeks and days", "P1Y6M");
        if (value == typeof(MatterReference)) return Text("The agency's reference of the case, order or stay; only a keyed hash is kept", "CASE-17");
        if (value == typeof(FactId) || value == typeof(JourneyId)) return new JsonObject { ["type"] = "string", ["format"] = "uuid" };
        if (!value.IsGenericType) return null;
        var argument = value.GetGenericArguments()[0];
        if (value.GetGenericTypeDefinition() == typeof(ValueList<>))
            return new JsonObject { ["type"] = "array", ["items"] = FactJson.Plain.GetJsonSchemaAsNode(argument, Schemas) };
        if (value.GetGenericTypeDefinition() != typeof(Protected<>)) return null;
        var inner = FactJson.Plain.GetJsonSchemaAsNode(argument, Schemas);
        if (inner is JsonObject described) described["description"] = "Sent in clear; kept sealed with her journey's own key.";
        return inner;
    }

    private static JsonObject Text(string description, string example) =>
        new() { ["type"] = "string", ["description"] = description, ["examples"] = new JsonArray(example) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };
}
