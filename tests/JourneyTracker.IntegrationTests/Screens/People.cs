using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Http;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>Who looks at the screens. A cookie says who it is: one browser is everybody in turn.</summary>
internal sealed class People(Domain.Identity.Partnership partnership) : ICallerSource
{
    public const string Cookie = "as";
    public const string Willow = "Willow Women's Centre";
    public const string Probation = "Northshire Probation";

    private static readonly Dictionary<string, Caller> All = new Caller[]
    {
        WebServer.Coordinator,
        Of("kit", Willow, "WOMENS_CENTRE"),
        Of("po", Probation, "PROBATION"),
        Of("spo", Probation, "PROBATION"),
        Of("aco", Probation, "PROBATION"),
        Of("pc", "Northshire Police", "POLICE"),
        Of("hal", "Northshire Homes", "LA_HOUSING"),
        Of("aud", "Audit", "PCC", Role.Auditor),
        Of("eva", "University", "EDUCATION", Role.Evaluator),
        Of("adm", "Coordination", "VOLUNTARY", Role.Administrator),
    }.ToDictionary(c => c.Person);

    public Caller? Of(HttpContext request) => All[request.Request.Cookies[Cookie] ?? "ada"] with { Partnership = partnership };

    private static Caller Of(string person, string agency, string type, Role role = Role.Practitioner) => new(person, agency, type, role, JournalHouse.North);
}
