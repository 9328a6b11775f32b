using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>The women of the screens, and what else is on record there. Everybody is made up.</summary>
internal sealed class ScreenWomen
{
    private readonly WebServer server;
    private readonly Forms forms;
    private readonly Queue<JourneyId> strangers = new();

    private ScreenWomen(WebServer server) => (this.server, forms) = (server, new Forms(server.Address));

    /// <summary>Of whom every kind of fact there is was recorded.</summary>
    public JourneyId Busy { get; private set; }

    /// <summary>Of whom hardly anything is known.</summary>
    public JourneyId Quiet { get; private set; }

    /// <summary>Only a women's centre may know of her.</summary>
    public JourneyId Limited { get; private set; }

    /// <summary>On licence; a recall: not considered, proposed, decided, recorded, and decided against.</summary>
    public JourneyId OnLicence { get; private set; }

    public JourneyId Proposed { get; private set; }

    public JourneyId Decided { get; private set; }

    public JourneyId Recalled { get; private set; }

    public JourneyId NotRecalled { get; private set; }

    /// <summary>To be released soon; what she needs was not seen to, snoozed, done.</summary>
    public JourneyId Releasing { get; private set; }

    public string ReleasingKey { get; private set; } = "";

    /// <summary>Two journeys that may be one woman's, and two that were found to be.</summary>
    public (JourneyId First, JourneyId Second) Doubles { get; private set; }

    public (JourneyId Survivor, JourneyId Merged) Joined { get; private set; }

    /// <summary>Of the quiet woman: a fact that stands, and one that was withdrawn.</summary>
    public FactId Kept { get; private set; }

    public FactId Withdrawn { get; private set; }

    public IReadOnlyList<Guid> Agreements { get; private set; } = [];

    public (Guid Running, Guid Failed, Guid Refusing) Imports { get; private set; }

    public static async Task<ScreenWomen> RecordAsync(WebServer server, SettableClock clock)
    {
        var women = new ScreenWomen(server);
        using (women.forms)
        {
            await women.RecordFactsAsync();
            await women.ConsiderRecallsAsync();
            await women.SeeToReleasesAsync();
            await women.AdministerAsync();
            await women.LookAndMoveAsync(clock);
        }

        return women;
    }

    /// <summary>Whoever says of her that she is known to them sees her no more: another woman for each time it is said.</summary>
    public JourneyId KnownToNobodyYet() => strangers.Dequeue();

    /// <summary>An import that gives no sign of life for long counts as interrupted.</summary>
    public Task GoOnImportingAsync() => server.House.House.Imports.ProgressAsync(JournalHouse.North, Imports.Running, new ImportMeter());

    private async Task RecordFactsAsync()
    {
        Busy = await OfAsync("Fictional Busy-Sample", [.. Samples.EveryKind.Where(f => f is not (Domain.Facts.Corrected or Domain.Facts.Withdrawn or JourneyOpened))]);
        Quiet = await OfAsync("Fictional Quiet-Sample", new Arrested("08") { HappenedOn = Day(-9) }, new AppointmentKept { HappenedOn = Day(-3) }, new AppointmentKept { HappenedOn = Day(-2) });
        Limited = await OfAsync("Fictional Limited-Sample", new Arrested("08") { HappenedOn = Day(-9) }, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(People.Willow)])) { HappenedOn = Day(0) });
        var (first, second) = (await OfAsync("Oriel Fictional-Sample"), await OfAsync("Oriel Fictional-Sample"));
        Doubles = (first, second);
        Joined = (await OfAsync("Petra Fictional-Sample"), await OfAsync("Petra Fictional-Sample"));
        foreach (var on in new[] { "ada", "aud" }) await forms.LookAsync(on, $"/journeys/{Quiet}");
        var facts = await server.House.House.Journal.ReadAsync(JournalHouse.North, Quiet, null, default);
        (Kept, Withdrawn) = (facts[^2].Id, facts[^1].Id);
        await forms.SendAsync("ada", $"/journeys/{Quiet}/facts/{Withdrawn}/withdraw", ("why", "entered-in-error"));
        await forms.SendAsync("ada", $"/journeys/{Joined.Survivor}/merge?with={Joined.Merged}", ("keep", $"{Joined.Survivor}"), ("why", nameof(MergeReason.SheSaidSo)));
        await forms.SendAsync("ada", $"/journeys/{Quiet}/record/contact.v1", ("type", "phone-call"), ("do", "later"));
    }

    private async Task ConsiderRecallsAsync()
    {
        (OnLicence, Proposed, Decided, Recalled, NotRecalled) = (await LicenceAsync(), await LicenceAsync(), await LicenceAsync(), await LicenceAsync(), await LicenceAsync());
        (string, string)[] recall =
        [
            ("step", "record"), ("decision", "recall"), ("triggerWords", "a letter came back"), ("alternative.HOME_VISIT", "did-not-help"), ("why.HOME_VISIT", "nobody was in"), ("dependants", "yes"), ("dependantsTonight", "her sister has them"),
            ("decisionWhy", "nothing else is left"), ("achieves", "she is safe"), ("sign1", "spo"), ("sign2", "aco"),
        ];
        await forms.SendAsync("po", $"/journeys/{Proposed}/recall");
        foreach (var her in new[] { Proposed, Decided, Recalled }) await forms.SendAsync("po", $"/journeys/{her}/recall/consider", recall);
        await forms.SendAsync("po", $"/journeys/{NotRecalled}/recall/consider", ("step", "record"), ("decision", "no-recall"), ("decisionWhy", "she comes to the centre"), ("sign1", "spo"));
        foreach (var her in new[] { Decided, Recalled, NotRecalled }) await forms.SendAsync("spo", $"/journeys/{her}/recall/countersign", ("role", "senior-probation-officer"), ("agrees", "yes"));
        foreach (var her in new[] { Decided, Recalled }) await forms.SendAsync("aco", $"/journeys/{her}/recall/countersign", ("role", "assistant-chief-officer"), ("agrees", "yes"));
        var today = WebServer.Today;
        await forms.SendAsync("po", $"/journeys/{Recalled}/recall/record", ("kind", "LR"), ("purpose", "protect-the-public"), ("revokedOn.day", $"{today.Day}"), ("revokedOn.month", $"{today.Month}"), ("revokedOn.year", $"{today.Year}"));
    }

    private async Task SeeToReleasesAsync()
    {
        var soon = new List<JourneyId>();
        for (var i = 0; i < 3; i++)
        {
            soon.Add(await OfAsync($"Fictional Release-Sample {(char)('A' + i)}", new Received(CustodyBasis.Sentence) { HappenedOn = Day(-30) },
                new ReleasePreparation(Day(5), Readiness.NotReady, MetBy: MetBy.Keyworker, Prescription: Protected.Of(Readiness.Ready)) { HappenedOn = Day(0) }));
        }

        foreach (var her in soon) strangers.Enqueue(her);
        await server.FoldAsync();
        var today = await new HtmlParser().ParseDocumentAsync(await forms.LookAsync("ada", "/today?group=release"));
        string KeyOf(JourneyId her) => today.QuerySelector($".today-entry[data-kind=release-address]:has(a[href='/journeys/{her}']) input[name=key]")!.GetAttribute("value")!;
        (Releasing, ReleasingKey) = (soon[0], Uri.EscapeDataString(KeyOf(soon[0])));
        var until = WebServer.Today.AddDays(2);
        await forms.SendAsync("ada", $"/journeys/{soon[1]}/today?key={Uri.EscapeDataString(KeyOf(soon[1]))}", ("what", "snoozed"), ("reason", "date-agreed-with-her"), ("until.day", $"{until.Day}"), ("until.month", $"{until.Month}"), ("until.year", $"{until.Year}"));
        await forms.SendAsync("ada", $"/journeys/{soon[2]}/today?key={Uri.EscapeDataString(KeyOf(soon[2]))}", ("what", "done"));
    }

    private async Task AdministerAsync()
    {
        var (door, administrator) = (new AdministrationDoor(server.House.House, TimeProvider.System), WebServer.Coordinator with { Person = "adm", Role = Role.Administrator });
        var agreements = new List<Guid>();
        foreach (var review in new[] { 300, -100, 300 })
            agreements.Add((await door.AddAsync(administrator, new AgreementTerms([People.Willow, People.Probation], "Support for women on licence", "Public task", "As in section 4", "DPIA-2026-07", Day(-500), Day(review)), "test", default))!.Value);
        await door.EndAsync(administrator, agreements[2], Day(-1), "test", default);
        Agreements = agreements;

        var (imports, runs) = (server.House.House.Imports, new List<Guid>());
        for (var i = 0; i < 3; i++) runs.Add(await imports.BeginAsync(WebServer.Coordinator, "test", $"rows-{i}.csv", "road-fines", KnownMappings.All["road-fines"], default));
        await imports.FailAsync(JournalHouse.North, runs[1], new ImportMeter(), "The file could not be read: its third row has no end.");
        await imports.KeepRejectsAsync(JournalHouse.North, runs[2], "who,reason\nnobody,no such column\n"u8.ToArray(), default);
        await imports.FailAsync(JournalHouse.North, runs[2], new ImportMeter(), "Other files were waiting.");
        Imports = (runs[0], runs[1], runs[2]);
        await forms.SendAsync("ada", "/board/kept?area=E23000007", ("name", "Those of one area"), ("do", "keep"));
    }

    /// <summary>Somebody looks at the board and at the wall screen, women move, and time goes by.</summary>
    private async Task LookAndMoveAsync(SettableClock clock)
    {
        await server.FoldAsync();
        foreach (var page in new[] { "/board", "/board/wall" }) await forms.LookAsync("ada", page);
        foreach (var her in new[] { Doubles.First, Doubles.Second }) await AppendAsync(her, new Arrested("08") { HappenedOn = Day(0) });
        await server.FoldAsync();
        clock.Set(clock.GetUtcNow().AddMinutes(40));
    }

    private async Task<JourneyId> LicenceAsync()
    {
        var her = await OfAsync(
            "Fictional Licence-Sample", new Sentenced("IMMEDIATE_CUSTODY", new Term(months: 20)) { HappenedOn = Day(-300) }, new Released(ReleaseKind.OnLicence, Day(200)) { HappenedOn = Day(-100) },
            new WorkerNamed(Protected.Of(new Worker(WorkerRole.ResponsibleOfficer, People.Probation, "po"))) { HappenedOn = Day(-99) });
        await AppendAsync(her, new Recorder("kit", People.Willow), new SessionKept { HappenedOn = Day(-3) });
        return her;
    }

    private async Task<JourneyId> OfAsync(string name, params Fact[] facts)
    {
        var her = Samples.NewJourney();
        await AppendAsync(her, [new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Day(-400) }, new Cautioned { HappenedOn = Day(-400) }, .. facts]);
        await server.House.House.Vault.PutAsync(JournalHouse.North, her, new PersonIdentity(name, new DateOnly(1984, 7, 2)), default);
        return her;
    }

    private Task AppendAsync(JourneyId her, params Fact[] facts) => AppendAsync(her, new Recorder("ada", "Coordination"), facts);

    private async Task AppendAsync(JourneyId her, Recorder by, params Fact[] facts) =>
        (await server.House.House.Journal.AppendAsync(new Append(JournalHouse.North, her, by, [.. facts.Select(f => Samples.New(f))]), default)).Should().BeOfType<AppendOutcome.Accepted>();

    private static DateOnly Day(int fromToday) => WebServer.Today.AddDays(fromToday);
}
