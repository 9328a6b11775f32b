using System.CommandLine;
using System.Data.Common;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Measuring;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Brings an agency's file into the journal, by a mapping.</summary>
internal sealed class ImportVerb : Verb
{
    private const string Door = "journey import";
    private readonly Argument<string> file = new("FILE") { Description = "The file: CSV or NDJSON, plain or gzip" };
    private readonly Option<string> mapping = new("--mapping") { Description = "How its rows become facts (docs/import.md)", HelpName = "MAPPING.json", Required = true };
    private readonly Option<string> partnership = new("--partnership") { Description = "Whose women they are", HelpName = "NAME", Required = true };
    private readonly Option<bool> isNew = new("--new-partnership") { Description = "Add the partnership if it is not there yet" };
    private readonly Option<string?> people = new("--people") { Description = "The second file, of people, instead of the one that the mapping names", HelpName = "FILE" };
    private readonly Option<string?> rejects = new("--rejects") { Description = "Where refused rows go, with the reason, to be mended and imported again", HelpName = "FILE" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Do everything but record" };
    private readonly Option<bool> fullSpeed = new("--full-speed") { Description = "Do not keep pace with live boards: a running server's boards then wait until the import is folded" };
    private readonly Option<bool> measure = new("--measure-copy") { Description = "Afterwards, time a bare COPY of the same rows" };

    public ImportVerb()
        : base("import", "Import an agency's file by a mapping; the same file twice changes nothing")
    {
        Arguments.Add(file);
        foreach (var option in new Option[] { mapping, partnership, isNew, people, rejects, dryRun, fullSpeed, measure }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var meter = new ImportMeter();
        try
        {
            var request = new ImportRequest(
                session.Get(file)!, MappingFileJson.Read(session.Get(mapping)!), Named(session.Get(partnership)!), session.Get(people), session.Get(rejects), session.Get(dryRun),
                session.Get(mapping));
            ImportRun.Check(request);
            return await RunAsync(session, request, meter, cancellation).ConfigureAwait(false);
        }
        catch (ImportRefusedException refused)
        {
            throw new RefusedException(refused.Message);
        }
        catch (DbException failed) when (meter.File is not null)
        {
            throw new RefusedException(
                $"The database failed: {failed.Message.Split('\n')[0].TrimEnd('.')}.", $"{meter.File}, after line {meter.Line}",
                "What was recorded stays; the same command continues.");
        }
    }

    private async Task<int> RunAsync(Session session, ImportRequest request, ImportMeter meter, CancellationToken cancellation)
    {
        await using var opened = await House.OpenAsync(session, cancellation, loadsYield: !session.Get(fullSpeed)).ConfigureAwait(false);
        var house = opened.Database;
        await FindPartnershipAsync(session, house, request, cancellation).ConfigureAwait(false);

        var caller = await EnterAsync(house, request, cancellation).ConfigureAwait(false);
        var before = await house.Journal.PositionAsync(cancellation).ConfigureAwait(false);
        Task<ImportResult> Run() => new ImportRun(house.Journal, house.Vault, TimeProvider.System).RunAsync(request, meter, cancellation);
        var result = await ImportProgress.WatchAsync(session, request.DryRun ? Run() : RememberAsync(house, caller, request, session.Get(mapping)!, meter, Run), meter).ConfigureAwait(false);
        var cost = session.Get(measure) && !request.DryRun && !result.Stopped
            ? await new CopyBaseline(house.Sources).MeasureAsync(request.Partnership, before, cancellation).ConfigureAwait(false)
            : null;
        var answer = ImportAnswer.Of(request, result, cost);
        session.Answer(answer, answer.Write);
        return result.IsClean ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>The same history as imports on the page have. Refused rows stay in the operator's own file.</summary>
    private static async Task<ImportResult> RememberAsync(JourneyDatabase house, Caller caller, ImportRequest request, string mapping, ImportMeter meter, Func<Task<ImportResult>> begin)
    {
        var text = System.Text.Encoding.UTF8.GetString(MappingFileJson.Bytes(mapping));
        var run = await house.Imports.BeginAsync(caller, Door, Path.GetFileName(request.File), Path.GetFileNameWithoutExtension(mapping), text, CancellationToken.None).ConfigureAwait(false);
        return await house.Imports.FollowAsync(request.Partnership, run, meter, begin()).ConfigureAwait(false);
    }

    /// <summary>The person at the keyboard records for the partnership; that stands in the access log before the first row.</summary>
    private static async Task<Caller> EnterAsync(JourneyDatabase house, ImportRequest request, CancellationToken cancellation)
    {
        var caller = new Caller(Environment.UserName, "Operator", Caller.AtTheMachine, Role.Coordinator, request.Partnership);
        if (!MaySee.Record(caller, request.Partnership)) throw new RefusedException("You may not record in this partnership.", "--partnership");
        if (request.DryRun) return caller;
        var entry = new AccessEntry(
            House.Now, caller, AccessOperation.Collection, Journey: null, Door, $"{Path.GetFileName(request.File)} of {request.Mapping.Source}");
        await house.AccessLog.WriteAsync([entry], cancellation).ConfigureAwait(false);
        return caller;
    }

    /// <summary>In an empty house the first import's partnership is added; later a name nobody knows is more likely a slip.</summary>
    private async Task FindPartnershipAsync(Session session, JourneyDatabase house, ImportRequest request, CancellationToken cancellation)
    {
        var all = await house.Partnerships.ListAsync(cancellation).ConfigureAwait(false);
        if (all.Any(p => p.Name == request.Partnership)) return;
        if (all.Count > 0 && !session.Get(isNew))
        {
            throw new RefusedException(
                $"There is no partnership '{request.Partnership}' here. There {(all.Count == 1 ? "is" : "are")}: {string.Join(", ", all.Select(p => p.Name))}.",
                "--partnership", "To add it, say --new-partnership as well.");
        }

        if (request.DryRun)
        {
            session.Say($"The partnership '{request.Partnership}' would be added.");
            return;
        }

        await house.Partnerships.AddAsync(request.Partnership, request.Partnership.Name, simulated: false, cancellation).ConfigureAwait(false);
        session.Say($"The partnership '{request.Partnership}' was added{(all.Count == 0 ? ": it is the first here" : "")}.");
    }

    private static Partnership Named(string name) => Partnership.TryParse(name, null, out var known) ? known : throw new RefusedException(
        $"'{name}' is not a partnership's name.", "--partnership", $"Use lower-case letters, digits and hyphens, beginning with a letter, at most {Partnership.LongestName}.");
}
