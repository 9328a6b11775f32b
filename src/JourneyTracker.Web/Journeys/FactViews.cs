using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Razor;

namespace JourneyTracker.Web.Journeys;

/// <summary>Chooses the partial that shows a fact: the one with its stored name, else the one that shows each detail in the words of its form.</summary>
internal sealed class FactViews(IRazorViewEngine views)
{
    private const string Folder = "/Pages/Shared/Facts/";
    private readonly ConcurrentDictionary<string, string> chosen = new(StringComparer.Ordinal);

    public string For(string storedName) => chosen.GetOrAdd(storedName, name =>
    {
        var own = $"{Folder}{name}.cshtml";
        return views.GetView(null, own, isMainPage: false).Success ? own : $"{Folder}_Details.cshtml";
    });
}
