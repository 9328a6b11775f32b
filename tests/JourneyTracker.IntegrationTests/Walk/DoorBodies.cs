using System.Net.Http.Json;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Access;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>What is sent to the doors that take something: what somebody would send who may.</summary>
internal static class DoorBodies
{
    private static readonly Dictionary<string, Func<Her, HttpContent>> ForHer = new()
    {
        ["POST /api/facts"] = her => JsonContent.Create(new { journey = her.Journey.ToString(), name = "contact.v1", body = new { type = "phone-call", happenedOn = WebServer.Day(0) } }),
        ["POST /api/journeys/{id}/identity"] = her => JsonContent.Create(new { dateOfBirth = "1990-03-01" }),
        ["POST /journeys/{id}/emergency"] = her => Form(("why", "somebody is in danger")),
        ["POST /journeys/{id}/record/{kind}"] = her => Form(("do", "keep"), ("type", "phone-call")),
        ["POST /journeys/{id}/record/{kind}/check"] = her => Form(("token", "of no form")),
        ["POST /journeys/{id}/facts/{fact}/correct"] = her => Form(("do", "keep"), ("type", "visit")),
        ["POST /journeys/{id}/facts/{fact}/correct/check"] = her => Form(("token", "of no form")),
        ["POST /journeys/{id}/facts/{fact}/withdraw"] = her => Form(("note", "no reason chosen")),
        ["POST /journeys/{id}/known-to-me"] = her => Form(),
        ["POST /journeys/{id}/merge"] = her => Form(("with", "W-000000")),
        ["POST /journeys/{id}/unmerge"] = her => Form(("why", "WrongWoman")),
        ["POST /journeys/{id}/recall"] = her => Form(),
        ["POST /journeys/{id}/recall/consider"] = her => Form(("step", "record"), ("decision", "not-decided")),
        ["POST /journeys/{id}/recall/countersign"] = her => Form(("role", "area-manager"), ("agrees", "yes")),
        ["POST /journeys/{id}/recall/record"] = her => Form(("kind", "LR"), ("purpose", "other")),
        ["POST /journeys/{id}/recall/explained"] = her => Form(("how", "in-person")),
        ["POST /journeys/{id}/gone-well"] = her => Form(("attended", "engaged")),
        ["POST /journeys/{id}/today"] = her => Form(("key", "first-72-hours"), ("what", "done")),
    };

    private static readonly Dictionary<string, Func<HttpContent>> ForNobody = new()
    {
        ["POST /imports/add"] = () => Form(("mapping", "road-fines")),
        ["POST /imports/{run}"] = () => Form(),
        ["POST /find"] = () => Form(("typed", "Zenobia")),
        ["POST /journeys/open"] = () => Form(("name", "Somebody Else"), ("then", "open")),
        ["POST /record"] = () => Form(("draft", Guid.NewGuid().ToString())),
        ["POST /hubs/board/negotiate"] = () => Form(),
        ["POST /board/changes"] = () => Form(("position", "0"), ("epoch", ""), ("query", "")),
        ["POST /board/kept"] = () => Form(("query", "stage=remanded"), ("name", "remanded"), ("do", "keep")),
        ["POST /administration/agreements/{agreement}/end"] = () => Form(("endedOn", WebServer.Day(0))),
        ["POST /administration/agreements/add"] = () => Form(
            ("parties", "One agency\nAnother agency"), ("purpose", "support"), ("lawfulBasis", "public task"), ("condition", "none"), ("dpia", "DPIA 1"), ("signedOn", WebServer.Day(-1)), ("reviewOn", WebServer.Day(300))),
    };

    public static bool NamesHer(Door door) => ForHer.ContainsKey(door.ToString());

    /// <summary>Whether what is sent changes nothing of hers that anybody else could notice.</summary>
    public static bool LeavesHer(Door door) => door.Method == "GET" || door.Route.Contains("/record/", StringComparison.Ordinal) || door.Route.Contains("/facts/", StringComparison.Ordinal);

    /// <returns>Null where nothing is sent.</returns>
    public static HttpContent? Of(Door door, Her? her, string? token)
    {
        if (door.Method == "GET") return null;
        if (ForHer.TryGetValue(door.ToString(), out var hers)) return WithToken(hers(her!), token);
        if (ForNobody.TryGetValue(door.ToString(), out var other)) return WithToken(other(), token);
        if (door.Permission == Permission.None) return Form();
        throw new XunitException($"The walk does not know what to send to {door}: say it in DoorBodies, as somebody would send it who may.");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>A form with the token that the page it stands on would have put into it.</summary>
    private static HttpContent WithToken(HttpContent content, string? token)
    {
        if (content is not FormUrlEncodedContent form || token is null) return content;
        var fields = form.ReadAsStringAsync().GetAwaiter().GetResult();
        return new StringContent($"{fields}&__RequestVerificationToken={Uri.EscapeDataString(token)}".TrimStart('&'), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
    }
}
