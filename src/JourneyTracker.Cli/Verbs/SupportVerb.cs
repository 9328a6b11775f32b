using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What would help a woman on licence, with the records behind it.</summary>
internal sealed class SupportVerb : JourneyVerb
{
    private const string Offer = "This is an offer of help. It is never a ground for recall.";

    public SupportVerb() : base("support", "Say what would help a woman on licence stay out of prison, with the records behind it and what could be offered")
    {
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var answer = await hers.House.Reading.SupportAsync(hers.Caller, hers.Id, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey support", cancellation)
            ?? throw hers.NotHere;
        session.SayIfAny(answer.Reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        session.Answer(Document(answer), output => Write(answer, output));
        return ExitCode.Done;
    }

    private static object Document(SupportReading answer) => new
    {
        Journey = answer.Reading.Id,
        answer.Reading.AsAt,
        answer.Reading.KnownAt,
        answer.Reading.Position,
        Fold = SupportOnLicence.Name,
        answer.IsPart,
        OnLicenceSince = answer.Support?.LicenceFrom,
        answer.Support?.SupportNeeded,
        Needs = answer.Support?.Needs.Select(Document),
        Helps = answer.Support?.Helps.Select(Document),
        Note = Offer,
    };

    private static object Document(FoundFactor found) => new
    {
        found.Factor.Code,
        found.Factor.Words,
        found.Factor.Help,
        found.Factor.Source,
        found.Factor.Confidence,
        Facts = found.Facts.Select(f => new { f.Id, f.Fact.HappenedOn, FactCatalogue.Of(f.Fact).Title, RecordedBy = f.Latest.RecordedBy.Agency }),
    };

    private static void Write(SupportReading answer, TextWriter output)
    {
        JourneyWords.WriteHead(answer.Reading, output);
        if (answer.Support is not { } support)
        {
            output.WriteLine("She is not on licence on that day: there is nothing to say.");
            return;
        }

        if (answer.IsPart) output.WriteLine("Other services have records that are not shared with you: they are not in this answer.");
        output.WriteLine(support.SupportNeeded ? $"Support needed (on licence since {support.LicenceFrom:yyyy-MM-dd})" : $"Nothing on record says that more support is needed (on licence since {support.LicenceFrom:yyyy-MM-dd})");
        output.WriteLine(Offer);
        Write("Why, and what could be offered", support.Needs, output);
        Write("What helps her already", support.Helps, output);
    }

    private static void Write(string heading, IReadOnlyList<FoundFactor> factors, TextWriter output)
    {
        if (factors.Count == 0) return;
        output.WriteLine();
        output.WriteLine(heading);
        foreach (var found in factors)
        {
            output.WriteLine($"  {found.Factor.Words}");
            foreach (var fact in found.Facts) output.WriteLine($"      {fact.Fact.HappenedOn}: {FactCatalogue.Of(fact.Fact).Title} (recorded by {fact.Latest.RecordedBy.Agency})");
            output.WriteLine($"      -> {found.Factor.Help}");
        }
    }
}
