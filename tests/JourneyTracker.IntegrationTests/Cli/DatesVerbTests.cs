using System.Globalization;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Simulation;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>One woman's dates by law, as a practitioner types for them.</summary>
public sealed class DatesVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly DateOnly Sentenced = new(2024, 1, 15);

    [PostgresFact]
    public async Task Her_dates_come_from_her_facts_and_the_law_of_the_day_asked_for()
    {
        var (partnership, journey) = await RecordedAsync("dated");

        var then = await RunAsync("dates", "--journey", journey.Pseudonym, "--law-on", "2024-03-01", "--partnership", partnership);
        var later = await RunAsync("dates", "--journey", journey.ToString(), "--law-on", "2024-09-10", "--partnership", partnership);

        Release(then).Should().Be("2025-01-04", "half, less 10 days on remand");
        Release(later).Should().Be("2024-10-23", "40%, less 10 days on remand");
        var steps = Dates(later)[0].GetProperty("steps").EnumerateArray().ToList();
        steps.Select(s => s.GetProperty("ruleId").GetString()).Should().Contain("REL-04").And.Contain("DAY-08");
        steps.Should().OnlyContain(s => s.GetProperty("source").GetString()!.Length > 0 && s.GetProperty("confidence").GetString()!.Length > 0);
        (await LooksAsync(journey)).Should().Be(2, "every look is logged");
    }

    [PostgresFact]
    public async Task A_file_that_is_not_there_and_a_part_of_the_law_that_is_not_are_refused_in_words()
    {
        var (partnership, journey) = await RecordedAsync("refused");

        (await house.TryAsync("dates", "--cases", "none.csv")).Messages.Should().Contain("There is no such file.");
        (await house.TryAsync("dates")).ExitCode.Should().Be(2);
        var unknown = await house.TryAsync("dates", "--journey", journey.Pseudonym, "--with", "half", "--partnership", partnership);
        (unknown.ExitCode, unknown.Messages).Should().Match<(int Code, string Words)>(r => r.Code == 2 && r.Words.Contains("There is no switch half"));
    }

    [PostgresFact]
    public async Task Rows_that_cannot_be_read_are_named_on_standard_error_and_the_others_are_answered()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, """
            case,regime,sentence_date,offence_date,years,months,weeks,days,remand_days,tagged_bail_days,ual_days,added_days,sds_plus,early_release_exclusion,section_250,recall_type,revocation_date,returned_to_custody,CRD,ARD,SLED,SED,HDCED,TUSED,PRRD
            wrong,sds-60,2024-01-01,,0,6,0,0,0,0,0,0,False,,False,,,,,,,,,,
            right,,2024-09-11,2020-12-01,0,6,0,0,0,0,0,0,False,,False,,,,2024-11-22,,2025-03-10,,,,

            """);

        var answered = await house.TryAsync("dates", "--cases", file);
        File.Delete(file);

        answered.ExitCode.Should().Be(1);
        answered.Messages.Should().Contain("row 2, column regime, \"sds-60\": use one of sds-50");
        answered.Output.Should().Contain("1 of 1 cases agree on every date they state.");
    }

    [PostgresFact]
    public async Task A_file_that_is_written_again_runs_nothing_in_a_spreadsheet()
    {
        using var folder = new Import.ImportFolder();
        var file = folder.Write("cases.csv", """
            case,regime,sentence_date,offence_date,years,months,weeks,days,remand_days,tagged_bail_days,ual_days,added_days,sds_plus,early_release_exclusion,section_250,recall_type,revocation_date,returned_to_custody,CRD,ARD,SLED,SED,HDCED,TUSED,PRRD
            "=HYPERLINK(""https://evil.example"")",,2024-09-11,2020-12-01,0,6,0,0,0,0,0,0,False,,False,,,,2024-11-22,,2025-03-10,,,,

            """);

        (await house.TryAsync("dates", "--cases", file, "--out", folder.PathOf("out.csv"))).ExitCode.Should().Be(0);

        (await File.ReadAllLinesAsync(folder.PathOf("out.csv")))[1].Should().StartWith("\"'=HYPERLINK(").And.Contain(",2024-09-11,2020-12-01,0,6,0,0,");
    }

    private async Task<long> LooksAsync(JourneyId journey)
    {
        await using var connection = new NpgsqlConnection(house.Database.Sources.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("select count(*) from journeys.access_log where journey = $1 and door = 'journey dates'", connection) { Parameters = { new() { Value = journey.Value } } };
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static string? Release(JsonElement answer) =>
        Dates(answer).Single(d => d.GetProperty("code").GetString() == "CRD").GetProperty("calculated").GetString();

    private static IReadOnlyList<JsonElement> Dates(JsonElement answer) =>
        [.. answer.GetProperty("matters").EnumerateArray().First().GetProperty("answer").GetProperty("dates").EnumerateArray()];

    private async Task<JsonElement> RunAsync(params string[] words) => await house.RunAsync([.. words, "--json"]);

    private async Task<(string Partnership, JourneyId Journey)> RecordedAsync(string name)
    {
        var partnership = new Partnership(name);
        await house.Database.Partnerships.AddAsync(partnership, name, simulated: true, default);
        var (journey, sentence) = (new JourneyId(Guid.NewGuid()), new FactId(Guid.CreateVersion7()));
        NewFact[] facts =
        [
            new(new FactId(Guid.CreateVersion7()), new JourneyOpened(OpenedBy.Hand) { HappenedOn = Sentenced }),
            new(sentence, new Sentenced("IMMEDIATE_CUSTODY", Term.Parse("P2Y", CultureInfo.InvariantCulture), OffenceOn: Sentenced.AddDays(-60)) { HappenedOn = Sentenced }),
            new(new FactId(Guid.CreateVersion7()), new TimeAdjusted(TimeAdjustment.Remand, 10, sentence) { HappenedOn = Sentenced }),
        ];
        (await house.Database.Journal.AppendAsync(new Append(partnership, journey, new Recorder("court.example", "Court"), facts), default)).Should().BeOfType<AppendOutcome.Accepted>();
        return (name, journey);
    }
}
