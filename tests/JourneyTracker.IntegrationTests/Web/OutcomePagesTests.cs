using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Outcomes;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The pages of outcomes, without a browser.</summary>
[Collection(nameof(CountedWomen))]
public sealed class OutcomePagesTests(CountedWomen women)
{
    private static readonly string Asked = CountedWomen.Asked;

    [PostgresFact]
    public async Task A_figure_stands_with_its_definition_what_it_was_worked_out_from_and_an_address_that_asks_it_again()
    {
        var page = await PageAsync($"/outcomes/measure?id=M02&{Asked}");
        page.QuerySelector("h1")!.TextContent.Should().Be("Arrests");
        page.QuerySelectorAll("#table-figures tbody td").Select(c => c.TextContent).Should().StartWith($"{CountedWomen.White + CountedWomen.Asian}");
        page.QuerySelector("#quote")!.TextContent.Should().StartWith("M02, version 1 (").And.Contain("; north, position ");
        page.QuerySelector(".outcomes-definition")!.TextContent.Should().Contain("Number of women arrested across England and Wales");
        page.QuerySelector("[data-chart]")!.HasAttribute("hidden").Should().BeTrue("without script the table alone is there");

        var again = page.QuerySelector("#permalink")!.GetAttribute("href")!;
        again.Should().Contain("id=M02").And.ContainAll(Asked.Split('&')).And.NotContain("known-until=", "the day is the store's, and another tomorrow");
        (await PageAsync(again)).QuerySelector("#quote")!.TextContent.Should().Be(page.QuerySelector("#quote")!.TextContent);
        (await women.Server.LookedAsync($"door = 'page:outcomes' and subject like 'outcomes: measure {Asked.Replace('&', ' ')} known-until={WebServer.Day(-1)}%'")).Should().BeGreaterThan(1);
    }

    [PostgresFact]
    public async Task Figures_about_few_women_leave_by_no_way()
    {
        var address = $"/outcomes/measure?id=M02&by=ethnicity&{Asked}";
        var page = await PageAsync(address);
        page.QuerySelector("#notes")!.TextContent.Should().Contain("not shown");
        var files = page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).ToList();
        files.Should().HaveCount(2);
        foreach (var way in files.Append(address))
        {
            var text = await women.Server.Client.GetStringAsync(way);
            text.Should().Contain("[c]").And.Contain("Asian").And.MatchRegex($"[>,]{CountedWomen.Asian + CountedWomen.White}[<,]").And.NotMatchRegex($"[>,\"]({CountedWomen.Asian}|{CountedWomen.White})[<,\"]");
        }
    }

    [PostgresFact]
    public async Task A_period_that_was_chosen_and_days_in_boxes_lead_to_an_address_that_can_be_sent_on()
    {
        var chosen = await women.Server.Client.GetAsync($"/outcomes/measure?id=M02&period={CountedWomen.Quarter.From:yyyy-MM-dd}_{CountedWomen.Quarter.To:yyyy-MM-dd}&by=&reference=");
        var typed = await women.ForEvaluator.Client.GetAsync("/outcomes/measure?id=M02&from.day=1&from.month=March&from.year=2026&to.day=&to.month=&to.year=&by=&reference=");
        chosen.RequestMessage!.RequestUri!.PathAndQuery.Should().Be($"/outcomes/measure?id=M02&{Asked}");
        typed.RequestMessage!.RequestUri!.PathAndQuery.Should().Be("/outcomes/measure?id=M02&from=2026-03-01");
        foreach (var answer in new[] { chosen, typed }) (await answer.Content.ReadAsStringAsync()).Should().NotContain("There is a problem");
    }

    [PostgresFact]
    public async Task Who_is_no_evaluator_chooses_a_period_that_is_over_and_is_answered_about_the_last_when_none_is_chosen()
    {
        var page = await PageAsync("/outcomes/measure?id=M02");
        page.QuerySelector("#permalink")!.GetAttribute("href").Should().ContainAll(Asked.Split('&'));
        page.QuerySelectorAll("#period option").Select(o => o.TextContent).Should().HaveCountGreaterThan(10).And.Contain(CountedWomen.Quarter.InWords);
        page.QuerySelector("#period option[selected]")!.TextContent.Should().Be(CountedWomen.Quarter.InWords);
        page.QuerySelectorAll("[name^='from'], [name^='to'], [name^='known-until']").Should().BeEmpty();
        (await PageAsync("/outcomes/population")).QuerySelectorAll("#every").Should().BeEmpty("the end of each month is all that is left to choose");
        var free = new HtmlParser().ParseDocument(await women.ForEvaluator.Client.GetStringAsync($"/outcomes/measure?id=M02&from={WebServer.Day(-300)}&to={WebServer.Day(-1)}"));
        free.QuerySelector("#table-figures tbody td")!.TextContent.Should().Be($"{CountedWomen.White + CountedWomen.Asian}", "an evaluator may ask about any period");
        free.QuerySelector("[name='known-until.day']").Should().NotBeNull();
    }

    [PostgresTheory]
    [InlineData("from=2026-02-01&to=2026-02-28", "a whole quarter of the calendar", "period")]
    [InlineData("from.day=1&from.month=2&from.year=2026", "a whole quarter of the calendar", "period")]
    [InlineData("from=2026-01-01&to=2026-03-31&known-until=2026-04-01", "known-until cannot be chosen", "main")]
    [InlineData("period=spring", "Choose a period from the list", "period")]
    public async Task What_is_not_published_is_refused_and_the_page_says_what_can_be_asked(string question, string sentence, string where)
    {
        var page = await PageAsync($"/outcomes/measure?id=M02&{question}");
        var wrong = page.QuerySelector(".govuk-error-summary a")!;
        (wrong.TextContent.Contains(sentence, StringComparison.Ordinal), wrong.GetAttribute("href")).Should().Be((true, $"#{where}"), wrong.TextContent);
        page.QuerySelector("#table-figures").Should().BeNull();
        page.QuerySelector("#period").Should().NotBeNull();
    }

    [PostgresTheory]
    [InlineData("id=M02&from.day=31&from.month=2&from.year=2026", "From must be a real date", "from", "from.month", "2")]
    [InlineData("id=M02&from=last%20spring", "is no day", "from", "from", "last spring")]
    [InlineData("id=M02&reference=Martian&by=ethnicity", "There is no group Martian", "reference", "reference", "Martian")]
    [InlineData("id=M99", "There is no measure M99", "id", "id", "M99")]
    public async Task What_cannot_be_asked_is_said_beside_its_field_and_what_was_typed_is_kept(string question, string sentence, string where, string field, string typed)
    {
        var page = new HtmlParser().ParseDocument(await women.ForEvaluator.Client.GetStringAsync($"/outcomes/measure?{question}"));
        page.Title.Should().StartWith("Error: ");
        var wrong = page.QuerySelector(".govuk-error-summary a")!;
        wrong.TextContent.Should().Contain(sentence);
        wrong.GetAttribute("href").Should().Be($"#{where}");
        page.QuerySelector($"#{where}-error")!.TextContent.Should().Contain(sentence);
        var kept = page.QuerySelectorAll($"[name='{field}'], [name='{field}.day']").Select(f => f.GetAttribute("value") ?? f.QuerySelector("option[selected]")?.GetAttribute("value"));
        kept.Should().Contain(typed);
        page.QuerySelector("details.outcomes-ask")!.HasAttribute("open").Should().BeTrue();
    }

    [PostgresFact]
    public async Task Every_question_and_every_way_to_begin_is_answered()
    {
        var home = await PageAsync("/outcomes");
        home.QuerySelector("#standing")!.TextContent.Should().Contain($"{CountedWomen.White + CountedWomen.Asian} women");
        var addresses = home.QuerySelectorAll(".outcomes-first a, .outcomes-kinds a").Select(a => a.GetAttribute("href")!).ToList();
        addresses.Should().Contain(OutcomeKinds.For(isEvaluator: false).Select(k => $"/outcomes/{k.Name}")).And.HaveCountGreaterThan(OutcomeKinds.All.Count + 4);
        var pages = await Task.WhenAll(addresses.Select(async a => (Address: a, Page: await PageAsync(a))));
        foreach (var (address, page) in pages) page.QuerySelector(".govuk-error-summary").Should().BeNull(address);
    }

    [PostgresFact]
    public async Task The_list_says_of_each_measure_whether_it_has_an_answer_and_why_not()
    {
        var all = await PageAsync("/outcomes/list-of-measures");
        all.QuerySelector("#M03")!.TextContent.Should().Contain("UNKNOWN").And.Contain("None of the four can be told");
        all.QuerySelector("#M03 a").Should().BeNull();
        all.QuerySelector("#M02 a")!.GetAttribute("href").Should().Be("/outcomes/measure?id=M02");
        all.QuerySelector("#L04 a").Should().BeNull("it is answered to evaluators alone, and this is none");
        all.QuerySelector("#L04 td")!.TextContent.Should().Be("For evaluators");
        (await PageAsync("/outcomes/measure")).QuerySelectorAll("#id option").Select(o => o.GetAttribute("value")).Should().Contain("B07").And.NotContain("L04");
        new HtmlParser().ParseDocument(await women.ForEvaluator.Client.GetStringAsync("/outcomes/list-of-measures")).QuerySelector("#L04 a").Should().NotBeNull();
        var own = await PageAsync("/outcomes/list-of-measures?source=X&state=answered");
        own.QuerySelectorAll(".measures tbody tr").Select(r => r.Id).Should().Equal("X01", "X02", "X03", "X07");
    }

    [PostgresFact]
    public async Task Who_may_not_count_is_refused_and_what_is_not_there_is_not_found()
    {
        await using var stranger = await women.Server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        foreach (var path in new[] { "/outcomes", "/outcomes/list-of-measures", "/outcomes/measure" })
            (await stranger.Client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Forbidden, path);
        (await women.Server.Client.GetAsync("/outcomes/fortune")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [PostgresFact]
    public async Task Without_a_store_the_page_says_how_to_get_one()
    {
        await using var other = await WebServer.CreateAsync(women.Server.House);
        foreach (var path in new[] { "/outcomes", "/outcomes/measure?id=M02" })
            (await other.Client.GetStringAsync(path)).Should().Contain("./journey outcomes build", path);
    }

    [Theory]
    [InlineData(PublishedLength.Quarter, "quarter", "2025-10-01", "2025-07-01", "2024-04-01")]
    [InlineData(PublishedLength.Year, "year", "2025-01-01", "2024-01-01", "2023-01-01")]
    public void A_commissioner_s_questions_are_about_periods_that_are_published(PublishedLength length, string word, string last, string before, string followed)
    {
        var generation = new Generation(1, "north", 1, [], OutcomesStore.Tables, new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero), 0, 0, 0, length);
        var questions = FirstQuestions.Of(new PublishedPeriods(generation)).ToList();
        questions[^1].Words.Should().Be($"What changed since last {word}?");
        string From(string words) => questions.SelectMany(q => q.Ways).Single(w => w.Words == words).Values.Single(v => v.Name == "from").Value;
        (From($"Arrests, last {word}"), From($"Arrests, the {word} before"), From("Proven reoffending, of those who can be known")).Should().Be((last, before, followed));
        foreach (var way in questions.SelectMany(q => q.Ways)) new PublishedPeriods(generation).Invoking(p => p.Of(OutcomeKinds.Named(way.Kind), way.Values.ToDictionary(v => v.Name, v => v.Value))).Should().NotThrow(way.Words);
    }

    private async Task<IDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await women.Server.Client.GetStringAsync(path));
}
