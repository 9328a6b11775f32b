using System.Data.Common;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Shell;

/// <summary>Why a run ended without doing what was asked: one sentence, where, and what to do.</summary>
internal sealed record Refusal(string What, string? Where = null, string? How = null)
{
    public static Refusal From(Exception exception) => exception switch
    {
        RefusedException refused => new(refused.Message, refused.Where, refused.How),
        ClusterException or JournalChoiceException or MigrationException or SecretsException => new(exception.Message),
        NotWrittenDownException => new(exception.Message, How: "Check that the journal's database can be written to (./journey doctor), and try again."),
        StoreBusyException => new(exception.Message, How: "Wait until it has ended, and try again."),
        OperationCanceledException => new("Stopped before the end."),
        DbException { SqlState: not null } => new($"The database refused: {FirstLine(exception).TrimEnd('.')}.", How: Details),
        DbException => new($"The database cannot be reached: {exception.Message.TrimEnd('.')}.", How: "Check that it runs, and try again."),
        _ => new($"Something went wrong that should not have: {FirstLine(exception).TrimEnd('.')}.", How: Details),
    };

    private const string Details = "Set JOURNEY_DEBUG=1 and try again to see the details.";

    public void Write(bool json, TextWriter output, TextWriter messages)
    {
        messages.WriteLine(string.Join(' ', new[] { Where is null ? What : $"{Where}: {What}", How }.Where(part => part is not null)));
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { Error = this }, JsonForms.Answer));
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
