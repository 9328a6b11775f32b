using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Replaying;

/// <summary>Entries of the access log in words: what was done, and where. What has no words of its own is shown as it was written down.</summary>
internal sealed class LookWords(IStringLocalizer<Texts> T)
{
    /// <summary>For example: looked at her journey.</summary>
    public string Of(LookedAt look)
    {
        var place = Place(look.Door);
        var what = look.Subject switch
        {
            AccessSubjects.NotFound => T["asked for her on {0}, and was told that it is not found", place],
            AccessSubjects.Found => T["found her by her name, number or date of birth, on {0}", place],
            AccessSubjects.Compared => T["compared her record with others, on {0}", place],
            AccessSubjects.Listed => T["saw her in a list of records to mend, on {0}", place],
            AccessSubjects.Emergency => T["opened what is not shared, in an emergency, on {0}", place],
            var subject when AccessSubjects.IsBehind(subject) => T["saw her in a list of the women behind a figure, on {0}", place],
            null => Did(look.Operation, place),
            var subject => T["{0} ({1})", Did(look.Operation, place), Subject(subject)],
        };
        return what;
    }

    private string Did(string operation, string place) => operation switch
    {
        "collection" => T["recorded with {0}", place],
        "alteration" => T["changed something with {0}", place],
        "consultation" => T["looked at {0}", place],
        "disclosure" => T["passed something on with {0}", place],
        "combination" => T["brought records together with {0}", place],
        "erasure" => T["erased her with {0}", place],
        _ => $"{operation}: {place}",
    };

    /// <summary>A stored name of a fact becomes its title.</summary>
    private static string Subject(string subject) => FactCatalogue.All.FirstOrDefault(k => k.Name == subject)?.Title ?? Words.WithDays(subject);

    private string Place(string door) => door switch
    {
        "page:journey" => T["the page of her journey"],
        "page:today" or "page:today-mark" => T["the page Today"],
        "page:find" => T["the page Find a woman"],
        "page:duplicates" or "page:merge" or "page:unmerge" => T["the pages that find and join doubles"],
        "page:record" or "page:record-check" or "page:withdraw" or "page:drafts" => T["the pages that record a contact"],
        "page:journey-open" => T["the page that opens a journey"],
        "page:replay" or "page:difference" => T["the replay of her journey"],
        "page:sight" => T["this page"],
        "page:data-quality" => T["the page Data quality"],
        "page:emergency" => T["the page for emergencies"],
        "page:passport" => T["the page of her passport"],
        "page:known-to-me" => T["the page She is known to me"],
        "page:gone-well" => T["the page What has gone well"],
        _ when door.StartsWith("page:recall", StringComparison.Ordinal) => T["the pages about a recall"],
        _ when door.StartsWith("page:board", StringComparison.Ordinal) || door.StartsWith("hub:board", StringComparison.Ordinal) => T["the board"],
        _ when door.StartsWith("page:import", StringComparison.Ordinal) || door == "journey import" => T["an import"],
        _ when door.StartsWith("page:outcomes", StringComparison.Ordinal) => T["the pages about outcomes"],
        _ when door.StartsWith("print:", StringComparison.Ordinal) => T["a printed sheet"],
        _ when door.StartsWith("api:", StringComparison.Ordinal) => T["a program, through the interface for programs"],
        _ when door.StartsWith("journey ", StringComparison.Ordinal) => T["the command line ({0})", door],
        _ => door,
    };
}
