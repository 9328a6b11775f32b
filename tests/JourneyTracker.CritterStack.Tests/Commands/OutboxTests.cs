using JourneyTracker.CritterStack.Commands;
using JourneyTracker.CritterStack.Recording;
using JourneyTracker.CritterStack.Tests.Journal;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;

namespace JourneyTracker.CritterStack.Tests.Commands;

/// <summary>Word of what was recorded stands or falls with it.</summary>
public sealed class OutboxTests(MartenHouse house) : IClassFixture<MartenHouse>
{
    private const string Told = "select count(*) from journeys_outbox.wolverine_incoming_envelopes where message_type like '%FactsRecorded'";

    [PostgresFact]
    public async Task Only_what_is_recorded_is_told_and_the_message_names_nobody()
    {
        var (journey, before) = (Samples.NewJourney(), await ToldAsync(""));
        await house.Quick.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"))), default);
        await house.Quick.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("b"))) with { ExpectedVersion = 7 }, default);

        (await ToldAsync("")).Should().Be(before + 1);
        var bodies = await house.Own.Database.SuperuserScalarAsync<string>("select string_agg(encode(body, 'escape'), ' ') from journeys_outbox.wolverine_incoming_envelopes where message_type like '%FactsRecorded'");
        bodies.Should().NotContain(journey.ToString()).And.NotContain("north").And.NotContain("contact");
    }

    [PostgresFact]
    public async Task Word_that_was_not_sent_before_the_program_ended_is_sent_by_another()
    {
        var ended = await house.OpenAsync("marten");
        var marten = (MartenJournal)ended.Journal;
        var outbox = new Outbox(marten.Commands.Runtime);
        (await marten.RecordAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), outbox.PutAsync, default)).Should().BeOfType<AppendOutcome.Accepted>();
        (await ToldAsync(" and status <> 'Handled'")).Should().Be(1, "it is kept");
        await ended.DisposeAsync();

        await using JourneyDatabase next = await house.OpenAsync("marten");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await ToldAsync(" and status <> 'Handled'") > 0) await Task.Delay(200, patience.Token);
    }

    private Task<long> ToldAsync(string which) => house.Own.Database.SuperuserScalarAsync<long>(Told + which);
}
