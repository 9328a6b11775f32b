using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Import;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Files are imported on a page, in the background; what was refused is kept sealed, downloaded harmless, mended, imported again, and deleted.</summary>
public sealed class ImportsPageTests(WebServer server) : IClassFixture<WebServer>
{
    private const string Header = "id,who,day,kind";

    [PostgresFact]
    public async Task A_file_is_imported_its_refused_rows_are_mended_and_imported_again_and_deleted()
    {
        await KnowMappingAsync();
        var who = Guid.NewGuid().ToString("N");
        var page = await DoneAsync(await UploadAsync("small", "spring.csv", $"{Header}\r\n1,{who},2024-01-01,in\r\n2,=cmd|{who},2024-13-02,out\r\n"));

        page.QuerySelector("h1")!.TextContent.Should().Be("spring.csv");
        Row(page, "Rows taken").Should().Be("1");
        Row(page, "Refused").Should().Be("1");
        Row(page, "By").Should().Be("ada, Coordination");
        (await server.LookedAsync("operation = 'collection' and door = 'page:import-add' and subject = 'spring.csv by small' and person = 'ada'")).Should().Be(1);
        var address = page.QuerySelector("a[href$='/rejects']")!.GetAttribute("href")!;
        (await SealedAsync()).Should().NotContain(who, "refused rows stand sealed in the database");
        var rejects = await server.Client.GetStringAsync(address);
        rejects.Should().Contain($"'=cmd|{who}").And.Contain("refused_because").And.Contain("line 3");
        (await server.LookedAsync($"operation = 'disclosure' and door = 'page:import-rejects' and person = 'ada' and subject = 'refused rows of import {address.Split('/')[2]}'")).Should().Be(1);

        var again = await DoneAsync(await UploadAsync("small", "mended.csv", rejects.Replace("2024-13-02", "2024-01-02", StringComparison.Ordinal) + $"1,{who},2024-01-01,in,\n"));
        (Row(again, "Rows taken"), Row(again, "Known before"), Row(again, "Refused")).Should().Be(("1", "1", "0"));
        (await PersonsAsync($"=cmd|{who}")).Should().Be(1, "she is known by what stood in the file, and not by what made it harmless");
        again.QuerySelector("#rejects").Should().BeNull();
        Directory.EnumerateDirectories(Path.GetTempPath(), $"journey-upload-{Environment.ProcessId}-*").Should().BeEmpty("nothing of the file is left on the disk");

        var deleted = (await server.FromAsync(address[..^"/rejects".Length], address[..^"/rejects".Length])).Page;
        deleted.QuerySelector("#rejects-gone").Should().NotBeNull();
        (await server.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.LookedAsync("operation = 'erasure' and door = 'page:import' and person = 'ada'")).Should().Be(1);
        (await server.GetAsync("/imports")).QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("a")!.TextContent).Should().ContainInOrder("mended.csv", "spring.csv");
    }

    [PostgresFact]
    public async Task What_is_no_file_for_the_mapping_fails_with_the_reason_and_a_form_without_a_file_keeps_what_was_chosen()
    {
        await KnowMappingAsync();
        var failed = await DoneAsync(await UploadAsync("small", "other.csv", "a,b\n1,2\n"));
        failed.QuerySelector("#import")!.GetAttribute("data-state").Should().Be("Failed");
        failed.QuerySelector("#failure")!.TextContent.Should().Contain("other.csv").And.NotContain(Path.GetTempPath());

        await server.House.House.Imports.BeginAsync(WebServer.Coordinator, "test", "old.csv", "of-an-earlier-version", "{}", default);
        (await server.Client.GetStringAsync("/imports/add")).Should().Contain("small").And.NotContain("of-an-earlier-version", "what this version cannot use is not offered");
        var (empty, _) = await server.FormAsync("/imports/add", ("mapping", "road-fines"));
        empty.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).Should().Equal("#file");
        empty.QuerySelector("input[checked]")!.GetAttribute("value").Should().Be("road-fines");
        var large = await UploadAsync("small", "large.csv", new string('x', (8 << 20) + 1));
        (await large.Content.ReadAsStringAsync()).Should().Contain("The file must be 8 MB or smaller");
    }

    [PostgresFact]
    public async Task Refused_rows_are_gone_after_thirty_days_and_an_import_that_says_nothing_any_more_was_interrupted()
    {
        var imports = server.House.House.Imports;
        var run = await imports.BeginAsync(WebServer.Coordinator, "test", "old.csv", "small", ImportFolder.SmallMapping, default);
        await imports.KeepRejectsAsync(JournalHouse.North, run, "id\n1\n"u8.ToArray(), default);
        (await server.GetAsync($"/imports/{run}")).QuerySelector("noscript meta[http-equiv=refresh]").Should().NotBeNull("it runs");
        (await server.Client.GetStringAsync($"/imports/{run}/rejects")).Should().Be("id\n1\n");
        await server.House.Database.ExecuteSuperAsync($"update journeys.import_rejects set until = until - interval '30 days' where run = '{run}'; update journeys.import_run set seen = seen - interval '2 minutes' where run = '{run}'");

        var page = await server.GetAsync($"/imports/{run}");
        page.QuerySelector("#import")!.GetAttribute("data-state").Should().Be("Interrupted");
        page.QuerySelector("#rejects").Should().BeNull();
        (await server.Client.GetAsync($"/imports/{run}/rejects")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await imports.ForgetOldRejectsAsync(default);
        (await server.House.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.import_rejects where run = '{run}'")).Should().Be(0);
    }

    [PostgresTheory]
    [InlineData(Role.Coordinator, HttpStatusCode.OK)]
    [InlineData(Role.Practitioner, HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditor, HttpStatusCode.Forbidden)]
    [InlineData(Role.Evaluator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    public async Task Only_coordinators_import_and_only_of_their_own_partnership(Role role, HttpStatusCode sees)
    {
        var run = await server.House.House.Imports.BeginAsync(WebServer.Coordinator, "test", "rows.csv", "small", ImportFolder.SmallMapping, default);
        await server.House.House.Imports.KeepRejectsAsync(JournalHouse.North, run, "id\n1\n"u8.ToArray(), default);
        string[] addresses = ["/imports", "/imports/add", $"/imports/{run}", $"/imports/{run}/rejects"];
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Role = role });
        foreach (var address in addresses) (await asked.Client.GetAsync(address)).StatusCode.Should().Be(sees, address);
        await using var south = await server.AskedByAsync(WebServer.Coordinator with { Role = role, Partnership = JournalHouse.South });
        foreach (var address in addresses) (await south.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.Forbidden, address);
        if (role != Role.Coordinator) return;
        var door = new JourneyTracker.Journal.Doors.ImportsDoor(server.House.House, TimeProvider.System);
        (await door.RejectsAsync(WebServer.Coordinator with { Partnership = JournalHouse.South }, run, "test", default)).Should().BeNull();
    }

    /// <summary>As the command line leaves it: a mapping that was used once is offered from then on.</summary>
    private Task KnowMappingAsync() => server.House.House.Imports.BeginAsync(WebServer.Coordinator, "journey import", "first.csv", "small", ImportFolder.SmallMapping, default);

    private async Task<HttpResponseMessage> UploadAsync(string mapping, string name, string content)
    {
        var token = (await server.GetAsync("/imports/add")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(mapping), "mapping" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return await server.Client.PostAsync("/imports/add", form);
    }

    private async Task<IHtmlDocument> DoneAsync(HttpResponseMessage uploaded)
    {
        var address = uploaded.RequestMessage!.RequestUri!.AbsolutePath;
        address.Should().StartWith("/imports/").And.NotBe("/imports/add");
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await server.GetAsync(address);
            if (page.QuerySelector("#import")!.GetAttribute("data-state") != "Running") return page;
            await Task.Delay(100);
        }

        throw new TimeoutException("The import did not end.");
    }

    private static string Row(IHtmlDocument page, string key) =>
        page.QuerySelectorAll(".govuk-summary-list__row").Single(r => r.QuerySelector("dt")!.TextContent == key).QuerySelector("dd")!.TextContent;

    private async Task<string> SealedAsync() => await server.House.Database.SuperuserScalarAsync<string>("select string_agg(encode(sealed, 'escape'), ' ') from journeys.import_rejects");

    /// <summary>How many persons the source knows by a key that are there by now: it is found, and no new one is opened.</summary>
    private async Task<long> PersonsAsync(string key)
    {
        var before = await server.House.Database.SuperuserScalarAsync<long>("select count(*) from journeys.person_key");
        await server.House.House.Vault.FindOrOpenAsync(JournalHouse.North, [new("small", key)], default);
        return await server.House.Database.SuperuserScalarAsync<long>("select count(*) from journeys.person_key") == before ? 1 : 0;
    }
}
