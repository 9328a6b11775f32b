using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Pages with forms, as a browser without JavaScript gets and posts them.</summary>
internal static class PostedPage
{
    /// <summary>Posts the form of a page with these fields instead of what stands in it.</summary>
    /// <param name="asked">The server.</param>
    /// <param name="address">The page.</param>
    /// <param name="fields">What is filled in.</param>
    public static async Task<(IHtmlDocument Page, HttpResponseMessage Answer)> FormAsync(this WebServer asked, string address, params (string Name, string Value)[] fields) =>
        await FormAsync(asked, await asked.GetAsync(address), address, fields);

    /// <summary>The same from a page that was answered before, with the hidden fields of its last form.</summary>
    public static async Task<(IHtmlDocument Page, HttpResponseMessage Answer)> FormAsync(this WebServer asked, IHtmlDocument on, string address, params (string Name, string Value)[] fields)
    {
        var hidden = on.QuerySelectorAll("main form input[type=hidden]").Select(h => KeyValuePair.Create(h.GetAttribute("name")!, h.GetAttribute("value") ?? ""));
        var all = hidden.Where(h => fields.All(f => f.Name != h.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var answer = await asked.Client.PostAsync(address, new FormUrlEncodedContent(all));
        return (await ReadAsync(answer), answer);
    }

    /// <summary>Posts to another address than that of the page on which the form's token stands.</summary>
    public static async Task<(IHtmlDocument Page, HttpResponseMessage Answer)> FromAsync(this WebServer asked, string page, string address, params (string Name, string Value)[] fields) =>
        await FormAsync(asked, await asked.GetAsync(page), address, fields);

    public static async Task<IHtmlDocument> GetAsync(this WebServer asked, string address) => await ReadAsync(await asked.Client.GetAsync(address));

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
