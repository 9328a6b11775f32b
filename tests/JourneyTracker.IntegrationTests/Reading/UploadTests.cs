using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>Many facts for one journey at once: her facts are read once, and every fact is answered as if it had come alone.</summary>
public sealed class UploadTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);
    private static readonly DateOnly Day = new(2024, 3, 1);

    [PostgresTheory]
    [InlineData(20)]
    [InlineData(600)]
    public async Task An_upload_reads_her_facts_once_and_appends_in_groups_however_many_facts_it_has(int count)
    {
        var (journey, _) = await BegunAsync();
        var journal = new CountedJournal(house.House.Journal);
        var answers = await RecordAsync(journal, [.. Enumerable.Range(0, count).Select(_ => new Submission(journey, Arrest()))]);

        (journal.Reads, journal.Appends).Should().Be((1, (count + 199) / 200));
        answers.Cast<SubmissionOutcome.Recorded>().Select(a => a.Version).Should().Equal(Enumerable.Range(3, count).Select(v => (long)v));
        (await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Select(f => f.Id).Skip(2)
            .Should().Equal(answers.Cast<SubmissionOutcome.Recorded>().Select(a => a.Placed.Id));
    }

    [PostgresFact]
    public async Task Corrections_and_refused_facts_do_not_read_her_facts_again()
    {
        var (journey, arrests) = await BegunAsync(40);
        var journal = new CountedJournal(house.House.Journal);
        var answers = await RecordAsync(journal, [.. arrests.SelectMany(a => new[] { Withdrawal(journey, a), Withdrawal(journey, a) })]);

        journal.Reads.Should().Be(1);
        answers.Where((_, i) => i % 2 == 0).Should().AllBeOfType<SubmissionOutcome.Recorded>();
        answers.Where((_, i) => i % 2 == 1).Should().AllSatisfy(a => a.Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.AlreadyWithdrawn));
    }

    [PostgresFact]
    public async Task Each_fact_of_an_upload_is_answered_as_if_it_had_come_alone()
    {
        var (together, oneByOne) = (await BegunAsync(), await BegunAsync());
        var upload = await RecordAsync(house.House.Journal, Mixed(together));
        var alone = new List<SubmissionOutcome>();
        foreach (var submission in Mixed(oneByOne)) alone.AddRange(await RecordAsync(house.House.Journal, [submission]));

        upload.Select(Told(together.Journey)).Should().Equal(alone.Select(Told(oneByOne.Journey)));
        upload.OfType<SubmissionOutcome.Refused>().Select(r => r.Why.Rule).Distinct().Should().BeEquivalentTo(
            [Rule.JourneyExists, Rule.UnknownFactToCorrect, Rule.NotTheLatestCorrection, Rule.OtherContentForReference, Rule.VersionConflict, Rule.FutureDay]);
        (await KindsAsync(together.Journey)).Should().Equal(await KindsAsync(oneByOne.Journey));
    }

    [PostgresFact]
    public async Task A_journey_opened_by_the_upload_takes_what_follows_and_one_that_is_not_there_takes_nothing()
    {
        var (opened, nobody) = (Samples.NewJourney(), Samples.NewJourney());
        var answers = await RecordAsync(house.House.Journal,
            [new(opened, Opening()), new(nobody, Arrest()), new(opened, Arrest()), new(nobody, Arrest(), Source("x")), new(opened, Arrest()), new(nobody, Opening()), new(nobody, Arrest())]);

        answers.Select(a => a is SubmissionOutcome.Recorded r ? $"{r.Version}" : $"{((SubmissionOutcome.Refused)a).Why.Rule}")
            .Should().Equal("1", "UnknownJourney", "2", "UnknownJourney", "3", "1", "2");
    }

    [PostgresFact]
    public async Task What_somebody_else_records_during_an_upload_is_seen_and_its_corrections_are_decided_anew()
    {
        var (journey, arrests) = await BegunAsync();
        var others = 0;
        var journal = new CountedJournal(house.House.Journal, async _ =>
        {
            if (others++ == 1) await RecordAsync(house.House.Journal, [Withdrawal(journey, arrests[0]), new(journey, Arrest())]);
        });
        var answers = await RecordAsync(journal, [new(journey, Arrest()), new(journey, Arrest()), Withdrawal(journey, arrests[0]), new(journey, Arrest()), new(journey, Arrest())]);

        answers.Select(a => a is SubmissionOutcome.Recorded r ? $"{r.Version}" : $"{((SubmissionOutcome.Refused)a).Why.Rule}")
            .Should().Equal("3", "4", "AlreadyWithdrawn", "7", "8");
        journal.Reads.Should().Be(2);
    }

    /// <summary>Every way to be taken, repeated and refused, between facts that could have gone together.</summary>
    private static Submission[] Mixed((JourneyId Journey, IReadOnlyList<FactId> Arrests) on)
    {
        var (journey, (first, second)) = (on.Journey, (Source("first"), Source("second")));
        var correction = new Submission(journey, new Corrected(on.Arrests[0], Arrest(2), CorrectionReason.WrongDay) { HappenedOn = Day }, Source("correction"));
        return
        [
            new(journey, Arrest(), first),
            new(journey, Arrest(1)),
            new(journey, Arrest(), first),
            new(journey, Arrest(3), first),
            new(journey, Arrest(4), second),
            new(journey, Arrest() with { HappenedOn = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(1) }),
            new(journey, Arrest(5)),
            correction,
            correction,
            correction with { Source = null },
            new(journey, Opening()),
            Withdrawal(journey, new FactId(Guid.NewGuid())),
            new(journey, Arrest(6), ExpectedVersion: 1),
            new(journey, Arrest(7), ExpectedVersion: 7),
            new(journey, Arrest(8), second),
            new(journey, Arrest(4), second),
            new(journey, Arrest(9)),
        ];
    }

    /// <summary>All of an answer but the names that differ from journey to journey.</summary>
    private static Func<SubmissionOutcome, string> Told(JourneyId on) => outcome => outcome switch
    {
        SubmissionOutcome.Recorded r => $"{(r.Journey == on ? "hers" : "another")} {r.Placed.Repeated} {r.Version}",
        SubmissionOutcome.Refused { Why: var why } => $"{why.Rule} {why.Where} {System.Text.RegularExpressions.Regex.Replace(why.ToString(), "[0-9a-f]{8}-[0-9a-f-]{27}", "ID")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Arrested Arrest(int days = 0) => new() { HappenedOn = Day.AddDays(days) };

    private static JourneyOpened Opening() => new(OpenedBy.Hand) { HappenedOn = Day };

    private static Submission Withdrawal(JourneyId journey, FactId fact) => new(journey, new Withdrawn(fact, CorrectionReason.EnteredInError) { HappenedOn = Day });

    private static SourceReference Source(string name) => new("custody-system", Samples.Unique(name));

    private async Task<(JourneyId Journey, IReadOnlyList<FactId> Arrests)> BegunAsync(int arrests = 1)
    {
        var journey = Samples.NewJourney();
        var answers = await RecordAsync(house.House.Journal, [new(journey, Opening()), .. Enumerable.Repeat(new Submission(journey, Arrest()), arrests)]);
        return (journey, [.. answers.Skip(1).Cast<SubmissionOutcome.Recorded>().Select(a => a.Placed.Id)]);
    }

    private Task<IReadOnlyList<SubmissionOutcome>> RecordAsync(IJournal journal, IReadOnlyList<Submission> submissions) =>
        new RecordingDoor(journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System).RecordAsync(Officer, submissions, "test", default);

    private async Task<List<string>> KindsAsync(JourneyId journey) =>
        [.. (await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Select(f => $"{f.Version} {FactCatalogue.NameOf(f.Fact)} {f.Fact.HappenedOn}")];
}
