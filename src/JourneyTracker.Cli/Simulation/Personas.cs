using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Web.Demo;

namespace JourneyTracker.Cli.Simulation;

/// <summary>As whom the demonstration can be looked at: people of the agencies that record in it. The first is who everybody is that has not chosen.</summary>
public static class Personas
{
    public static IReadOnlyList<Persona> Of(Partnership partnership)
    {
        var area = Places.Areas[0];
        return
        [
            Persona("coordinator", "the coordinator", "Demonstration", "VOLUNTARY", Role.Coordinator),
            Persona("keyworker", "a keyworker at a women's centre", Places.AgencyOf(Family.Support, area), "WOMENS_CENTRE", Role.Practitioner),
            Persona("probation", "a probation practitioner", Places.AgencyOf(Family.Supervision, area), "PROBATION", Role.Practitioner),
            Persona("police", "a police officer", Places.AgencyOf(Family.Police, area), "POLICE", Role.Practitioner),
            // The simulator lets the police record what liaison and diversion found: no agency there has its name.
            Persona("liaison-and-diversion", "a liaison and diversion practitioner", "Liaison and diversion (simulated)", "L_AND_D", Role.Practitioner),
            Persona("auditor", "an auditor", "Audit (simulated)", "GOVERNMENT", Role.Auditor),
            Persona("evaluator", "an evaluator", "Evaluation (simulated)", "EDUCATION", Role.Evaluator),
            Persona("administrator", "an administrator", "Administration (simulated)", "VOLUNTARY", Role.Administrator),
        ];

        Persona Persona(string code, string words, string agency, string type, Role role) => new(code, words, new Caller($"demo.{code}", agency, type, role, partnership));
    }
}
