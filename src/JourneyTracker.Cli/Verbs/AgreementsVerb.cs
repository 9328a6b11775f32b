using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Administration;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What agencies signed with each other on sharing.</summary>
internal sealed class AgreementsVerb : Verb
{
    public AgreementsVerb() : base("agreements", "List the partnership's sharing agreements, and which are due for review; they decide nothing about access")
    {
        Options.Add(ReadingOptions.Partnership);
        Options.Add(ReadingOptions.Why);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var read = await new AdministrationDoor(house.Database, TimeProvider.System).ReadAsync(caller, "journey agreements", cancellation)
            ?? throw new RefusedException("You may not see the sharing agreements of this partnership.");
        session.Answer(
            new
            {
                Agreements = read.Agreements.Select(a => new
                {
                    a.Id,
                    State = a.On(read.Day),
                    a.Terms.Parties,
                    a.Terms.Purpose,
                    a.Terms.LawfulBasis,
                    a.Terms.Condition,
                    a.Terms.Dpia,
                    a.Terms.SignedOn,
                    a.Terms.ReviewOn,
                    a.EndedOn,
                    RecordedBy = a.By.Person,
                    a.By.Agency,
                    a.RecordedAt,
                }),
            },
            output =>
            {
                if (read.Agreements.Count == 0) output.WriteLine("No sharing agreement is recorded.");
                foreach (var agreement in read.Agreements) output.WriteLine(Line(agreement, read.Day));
            });
        return ExitCode.Done;
    }

    private static string Line(SharingAgreement agreement, DateOnly day)
    {
        var state = agreement.On(day) switch { AgreementState.Ended => $"ended on {agreement.EndedOn:yyyy-MM-dd}", AgreementState.ReviewDue => $"review due since {agreement.Terms.ReviewOn:yyyy-MM-dd}", _ => $"review on {agreement.Terms.ReviewOn:yyyy-MM-dd}" };
        return $"{agreement.Id}  {string.Join(", ", agreement.Terms.Parties)}: {agreement.Terms.Purpose}; signed on {agreement.Terms.SignedOn:yyyy-MM-dd}, {state}";
    }
}
