using System.Reflection;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>What the form of a kind of fact asks, made from the fact's own shape: its fields in their order, each as its type is answered.</summary>
internal sealed class FactQuestions(HerChoices hers, IStringLocalizer<Texts> T)
{
    private readonly FieldWords words = new(T);
    private readonly ValueWords values = new(T);

    public IReadOnlyList<Question> Of(FactKind kind) =>
    [
        new("happenedOn", words.WhenOf(kind), QuestionKind.When) { IsNeeded = true },
        .. Fields(kind.Type, ""),
        new("matter", T["Which matter it is about"], QuestionKind.Matter) { Choices = hers.Matters },
    ];

    private IEnumerable<Question> Fields(Type owner, string within)
    {
        var fields = owner.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        return fields.OrderBy(f => FieldOrder.Of(owner, f.Name!)).Select(f => Field(owner, f, within));
    }

    private Question Field(Type owner, ParameterInfo field, string within)
    {
        var (label, hint) = words.Of(owner, field.Name!);
        var type = Bare(field.ParameterType, out var isSealed);
        var codes = FieldCodes.Of(owner, field.Name!, within);
        var question = new Question(JsonNamingPolicy.CamelCase.ConvertName(field.Name!), label, KindOf(type, codes is not null, FieldWords.IsLong(field.Name!, isSealed)))
        {
            Hint = hint,
            IsNeeded = !field.HasDefaultValue,
            Default = DefaultOf(field, type),
        };
        return question.Kind switch
        {
            QuestionKind.One when codes is not null => question with { Choices = codes },
            QuestionKind.One when FieldCodes.FactOf(owner, field.Name!) is { } fact => question with { Choices = hers.Facts(fact) },
            QuestionKind.One => question with { Choices = values.Of(type) },
            QuestionKind.Any => question with { Choices = codes ?? values.Of(type.GetGenericArguments()[0]) },
            QuestionKind.Group => question with { Parts = [.. Fields(type, field.Name!)] },
            QuestionKind.Several => question with { Parts = [.. Fields(type.GetGenericArguments()[0], field.Name!)] },
            QuestionKind.EachOf => EachOf(question, type.GetGenericArguments()[0], field.Name!),
            _ => question,
        };
    }

    private Question EachOf(Question question, Type item, string within)
    {
        var key = FieldCodes.KeyOf(item)!;
        var parts = Fields(item, within).Where(p => p.Name != JsonNamingPolicy.CamelCase.ConvertName(key)).ToList();
        return question with
        {
            Key = JsonNamingPolicy.CamelCase.ConvertName(key),
            Choices = FieldCodes.Of(item, key, within)!,
            Parts = parts,
            PartsOf = code => item == typeof(PathwayAnswer) ? [.. Pathway(parts, code)] : parts,
        };
    }

    /// <summary>What is hers to disclose is asked as such: never as a need, and without a score (safeguards S3).</summary>
    private static IEnumerable<Question> Pathway(IReadOnlyList<Question> parts, string pathway)
    {
        var isDisclosure = NeedsAssessed.Disclosures.Contains(pathway);
        foreach (var part in parts)
        {
            if (part.Kind == QuestionKind.One) yield return part with { Choices = [.. part.Choices.Where(c => isDisclosure ? !IsNeed(c) : !IsDisclosure(c))] };
            else if (!isDisclosure) yield return part;
        }

        static bool IsNeed(Choice choice) => choice.Value is "no-support-needed" or "support-needed" or "urgent-support-needed";
        static bool IsDisclosure(Choice choice) => choice.Value is "asked-nothing-shared" or "shared";
    }

    private static QuestionKind KindOf(Type type, bool isCode, bool isLong) => type switch
    {
        _ when type == typeof(string) => isCode ? QuestionKind.One : isLong ? QuestionKind.Words : QuestionKind.Line,
        _ when type == typeof(int) => QuestionKind.Number,
        _ when type == typeof(bool) => QuestionKind.YesOrNo,
        _ when type == typeof(DateOnly) => QuestionKind.Day,
        _ when type == typeof(Term) => QuestionKind.Length,
        _ when type == typeof(FactId) || type.IsEnum => QuestionKind.One,
        { IsGenericType: false } => QuestionKind.Group,
        _ when type.GetGenericArguments()[0] is var item && (item.IsEnum || item == typeof(string)) => QuestionKind.Any,
        _ => FieldCodes.KeyOf(type.GetGenericArguments()[0]) is null ? QuestionKind.Several : QuestionKind.EachOf,
    };

    private static Type Bare(Type declared, out bool isSealed)
    {
        isSealed = declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(Protected<>);
        return isSealed ? declared.GetGenericArguments()[0] : Nullable.GetUnderlyingType(declared) ?? declared;
    }

    private static string? DefaultOf(ParameterInfo field, Type type) => field.HasDefaultValue && field.DefaultValue is { } value
        ? type.IsEnum ? ValueWords.CodeOf(Enum.GetName(type, value)!) : value.ToString()
        : null;
}
