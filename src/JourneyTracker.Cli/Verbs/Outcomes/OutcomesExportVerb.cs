using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Exporting;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Takes the rows of the evaluator's store out, for R, Python or process mining.</summary>
internal sealed class OutcomesExportVerb : Verb
{
    private readonly Option<string> to = new("--to") { Description = "A folder that is new or empty", HelpName = "FOLDER", Required = true };
    private readonly Option<ExportFormat?> format = PlainOptions.OneOf<ExportFormat>("--format", "In what form: tables, or a log for process mining; csv when not said");
    private readonly Option<ExportDates?> dates = PlainOptions.OneOf<ExportDates>("--dates", "How exactly days leave; day when not said");

    public OutcomesExportVerb() : base("export", "Take the rows of the store out, under names made for this export, with a data dictionary and a citation file; it is written down with the reason")
    {
        foreach (var option in new Option[] { to, format, dates, ReadingOptions.Why, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var (folder, form, byMonth) = (Path.GetFullPath(session.Get(to)!), session.Get(format) ?? ExportFormat.Csv, session.Get(dates) == ExportDates.Month);
        if (session.Why is null) throw new RefusedException("Rows about women leave with a reason.", how: "Say what they are for with --why \"...\".") { IsWrongUsage = true };
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new RefusedException($"{folder} is not empty.", how: "Name a new folder.");
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var standing = stores.Store.Standing() ?? throw Stores.NothingBuilt;
        var door = new OutcomesDoor(stores.House.Database.Journal, stores.House.Database.AccessLog, TimeProvider.System);
        var code = form.ToString().ToLowerInvariant();
        if (!await door.LetOutAsync(stores.Caller, $"rows of {standing.Women} women for the evaluator as {code}, days by {(byMonth ? "month" : "day")}", "journey outcomes export", cancellation))
            throw new RefusedException("You may not take rows about women of this partnership.");
        Directory.CreateDirectory(folder);
        try
        {
            var (generation, files) = StoreExport.Write(stores.Store, folder, form, byMonth, LondonDay.Of(House.Now));
            session.Answer(new { generation, Folder = folder, Format = code, Dates = byMonth ? "month" : "day", Files = files }, output =>
            {
                Stores.Write(generation, stores.Store.Editions, output);
                output.WriteLine($"In {folder}: {string.Join(", ", files)}. Names of women are made for this export: no other has them.");
            });
            return ExitCode.Done;
        }
        catch (DuckException refused)
        {
            throw new RefusedException($"The rows cannot be written: {refused.Message}", folder);
        }
    }

    /// <summary>How exactly days leave.</summary>
    private enum ExportDates
    {
        Day,
        Month,
    }
}
