using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of one fact.</summary>
internal static class FieldChecks
{
    private const int LongestNote = 4_000;
    private const int LongestCode = 60;
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public static Refusal? Of(Fact fact, DateOnly today) => When(fact, today) ?? fact switch
    {
        JourneyOpened f => Known(CodeList.PoliceForceAreas, f.Area, "area"),
        CharacteristicsRecorded f => Characteristics(f, today),
        Arrested f => Offence(f.OffenceGroup) ?? Known(CodeList.PoliceForceAreas, f.Force, "force") ?? Text(f.Note, "note"),
        AttendedVoluntarily f => Offence(f.OffenceGroup) ?? Known(CodeList.PoliceForceAreas, f.Force, "force"),
        DiversionConsidered f => Text(f.Why, "why"),
        Cautioned f => Offence(f.OffenceGroup),
        ConditionallyCautioned f => Offence(f.OffenceGroup) ?? NotBefore(f, f.ConditionsEndOn, "conditionsEndOn")
            ?? f.Conditions.Select(c => NotBefore(f, c.DueOn, "conditions.dueOn")).FirstOrDefault(r => r is not null),
        ProsecutionStarted f => Offence(f.OffenceGroup) ?? Known(CodeList.AgencyTypes, f.Prosecutor, "prosecutor") ?? NotAfter(f, f.OffenceOn, "offenceOn"),
        Remanded f => NotBefore(f, f.NextHearingOn, "nextHearingOn"),
        Sentenced f => Sentence(f),
        Received f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        Transferred f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        Released f => NotBefore(f, f.LicenceEndsOn, "licenceEndsOn"),
        Recalled f => Recall(f),
        ReturnedToCustody f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        NeedsAssessed f => Needs(f),
        Contact f => Slug(f.Type, "type") ?? Text(f.Detail, "detail"),
        Corrected f => Text(f.Note, "note"),
        Withdrawn f => Text(f.Note, "note"),
        _ => null,
    };

    private static Refusal? When(Fact fact, DateOnly today)
    {
        var day = fact.HappenedOn.Day;
        if (day > today)
            return new(Rule.FutureDay, $"The day {fact.HappenedOn} is in the future.", "Record it when it has happened; enter what is planned as a plan.", "happenedOn");
        return day >= Earliest ? null : new(
            Rule.ImpossibleDay, $"The day {fact.HappenedOn} is before 1900.", "Check the year.", "happenedOn");
    }

    private static Refusal? Characteristics(CharacteristicsRecorded f, DateOnly today)
    {
        if (f.BirthYear is { IsOpen: true } year && (year.Value < Earliest.Year || year.Value > today.Year))
            return new(Rule.ImpossibleDay, "That year of birth cannot be.", "Check the year.", "birthYear");
        return Known(CodeList.Ethnicity, f.Ethnicity, "ethnicity") ?? Known(CodeList.PoliceForceAreas, f.Area, "area")
            ?? Text(f.Religion, "religion") ?? Text(f.SexualOrientation, "sexualOrientation");
    }

    private static Refusal? Sentence(Sentenced f)
    {
        if (CodeList.Disposals.Find(f.Disposal) is not { Group: "court" })
            return NotInList("disposal", f.Disposal, "a court disposal of the list disposals");
        return NotAfter(f, f.OffenceOn, "offenceOn")
            ?? f.Requirements?.Select(r => RequirementOf(r, treatment: false, "requirements")).FirstOrDefault(r => r is not null)
            ?? (f.TreatmentRequirements is { IsOpen: true } open
                ? open.Value.Select(r => RequirementOf(r, treatment: true, "treatmentRequirements")).FirstOrDefault(r => r is not null)
                : null);
    }

    private static Refusal? RequirementOf(Requirement requirement, bool treatment, string field)
    {
        if (Known(CodeList.RequirementTypes, requirement.Kind, field) is { } unknown) return unknown;
        if (requirement.Hours < 0 || requirement.Days < 0)
            return new(Rule.Malformed, "A requirement cannot have fewer hours or days than none.", "Check the number.", field);
        if (Sentenced.Treatment.Contains(requirement.Kind) == treatment) return null;
        return treatment
            ? new(Rule.Malformed, $"The requirement {requirement.Kind} is not one of treatment.", "Put it among requirements.", field)
            : new(Rule.Malformed, $"The requirement {requirement.Kind} says something of her health.", "Put it among treatmentRequirements, where it is sealed.", field);
    }

    private static Refusal? Recall(Recalled f)
    {
        if (!CodeList.RecallTypes.Has(f.Kind) || f.Kind is "NONE" or "EMERGENCY")
            return NotInList("kind", f.Kind, "a kind of recall of the list recall_types, such as LR or FTR_28");
        if (f.LengthInDays is { } days && (f.Kind == "LR" || !f.Kind.EndsWith($"_{days}", StringComparison.Ordinal)))
            return new(Rule.Malformed, $"A recall of kind {f.Kind} does not have {days} days.", "Leave the length out, or give the kind that has it.", "lengthInDays");
        return Known(CodeList.RecallReasons, f.Reason, "reason");
    }

    private static Refusal? Needs(NeedsAssessed f)
    {
        if (Text(f.Tool, "tool") is { } wrong) return wrong;
        foreach (var answer in f.Pathways ?? [])
        {
            if (NeedsAssessed.Sensitive.Contains(answer.Pathway))
                return new(Rule.Malformed, $"The pathway {answer.Pathway} is sensitive.", "Put it among sensitivePathways, where it is sealed.", "pathways");
            if (Known(CodeList.Pathways, answer.Pathway, "pathways") is { } unknown) return unknown;
        }

        foreach (var answer in f.SensitivePathways is { IsOpen: true } open ? open.Value : [])
        {
            if (!NeedsAssessed.Sensitive.Contains(answer.Pathway))
                return NotInList("sensitivePathways", answer.Pathway, "a sensitive pathway");
            if (NeedsAssessed.Disclosures.Contains(answer.Pathway) && answer.Answer is NeedAnswer.NoSupportNeeded or NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded)
            {
                return new(
                    Rule.Malformed, $"The pathway {answer.Pathway} is hers to disclose: the answer cannot be about need.",
                    "Use not-asked, asked-nothing-shared, shared or prefers-not-to-say.", "sensitivePathways");
            }
        }

        return null;
    }

    private static Refusal? Offence(string? group) => Known(CodeList.OffenceGroups, group, "offenceGroup");

    private static Refusal? Known(CodeList list, string? code, string field) =>
        code is null || list.Has(code) ? null : NotInList(field, code, $"a code of the list {list.Name}");

    private static Refusal NotInList(string field, string code, string wanted) =>
        new(Rule.UnknownCode, $"'{(code.Length > LongestCode ? code[..LongestCode] + "…" : code)}' is not {wanted}.", "Use a code of the list; docs/facts.md names it.", field);

    private static Refusal? NotBefore(Fact fact, DateOnly? day, string field) => day switch
    {
        null => null,
        { } early when early < fact.HappenedOn.Earliest => new(
            Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is before it happened ({fact.HappenedOn}).", "Check both days.", field),
        { } late when late.Year > fact.HappenedOn.Day.Year + 100 => new(
            Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is more than a hundred years later.", "Leave it out if there is no last day.", field),
        _ => null,
    };

    private static Refusal? NotAfter(Fact fact, DateOnly? day, string field) => day is null || day <= fact.HappenedOn.Latest ? null : new(
        Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is after it happened ({fact.HappenedOn}).", "Check both days.", field);

    private static Refusal? Text(Protected<string>? text, string field) => text is not { IsOpen: true } || text.Value.Length <= LongestNote ? null : new(
        Rule.TooLong, $"The text has {text.Value.Length} characters; at most {LongestNote} are kept.", "Shorten it.", field);

    private static Refusal? Slug(string code, string field) =>
        code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? null : new(
            Rule.Malformed, $"'{(code.Length > LongestCode ? code[..LongestCode] + "…" : code)}' is not a code.",
            $"Use lower-case letters and hyphens, at most {LongestCode}, and no digits.", field);
}
