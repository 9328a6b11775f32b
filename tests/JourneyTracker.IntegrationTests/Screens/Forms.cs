using System.Net;
using AngleSharp.Html.Parser;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>Fills in forms of pages as somebody, without a browser.</summary>
internal sealed class Forms(Uri server) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    private HttpClient Client => client ??= new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = server };

    /// <summary>Posts a page's form with what stands hidden in it, and with these fields.</summary>
    /// <param name="who">Who fills it in.</param>
    /// <param name="page">The page.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<string> SendAsync(string who, string page, params (string Name, string Value)[] fields)
    {
        var form = await new HtmlParser().ParseDocumentAsync(await LookAsync(who, page));
        var hidden = form.QuerySelectorAll("main form[method=post] input[type=hidden]").Select(h => KeyValuePair.Create(h.GetAttribute("name")!, h.GetAttribute("value") ?? ""));
        var all = hidden.Where(h => fields.All(f => f.Name != h.Key)).DistinctBy(h => h.Key).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var answer = await Client.PostAsync(page.Split('#')[0], new FormUrlEncodedContent(all));
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().NotContain("govuk-error-summary", $"{who} sends {page}");
        answer.StatusCode.Should().Be(HttpStatusCode.OK, $"{who} sends {page}");
        return text;
    }

    public async Task<string> LookAsync(string who, string page)
    {
        cookies.Add(server, new Cookie(People.Cookie, who));
        var answer = await Client.GetAsync(page);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, $"{who} looks at {page}");
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => client?.Dispose();
}
