using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Store;

/// <summary>Who is no evaluator is answered about a period from one edition for good, so that two builds that differ by one woman tell nothing of her (safeguards S15).</summary>
public sealed class EditionsTests
{
    private static readonly PublishedPeriod Spring = new(A.Day("2024-04-01"), A.Day("2024-06-30"));
    private static readonly (string, string)[] April = [("from", "2026-04-01"), ("to", "2026-06-30")];

    [Fact]
    public void A_woman_who_is_recorded_after_a_period_was_published_changes_nothing_that_is_said_of_it()
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Arrested(8, "2026-05-05"));
        var before = Arrests(store, April);

        store.Build(A.Day("2026-08-20"), Arrested(9, "2026-05-05"));
        var beside = (Arrests(store, April), Arrests(store.Ask("measure", [("id", "M02"), .. April])));
        store.Build(A.Day("2026-11-01"), [.. Arrested(9, "2026-05-05"), .. Arrested(7, "2026-08-08")]);

        (before, beside, Arrests(store, April)).Should().Be(("8", ("8", "9"), "8"), "evaluators alone are told of the ninth");
        Arrests(store, ("from", "2026-07-01"), ("to", "2026-09-30")).Should().Be("7");
        Files(store).Should().Equal("generation-1.duckdb", "generation-3.duckdb");
    }

    [Fact]
    public void A_quarter_is_published_by_the_first_build_after_it_has_settled()
    {
        using var store = MeasureStore.BuiltOn("2026-07-10", Arrested(6, "2026-05-05"));
        store.Build(A.Day("2026-07-28"), Arrested(7, "2026-05-05"));

        store.Invoking(s => Arrests(s, April)).Should().Throw<QuestionException>().WithMessage("*28 days after it is over*January to March 2026*");
        store.Build(A.Day("2026-07-29"), Arrested(8, "2026-05-05"));
        store.Build(A.Day("2026-07-30"), Arrested(9, "2026-05-05"));

        (Arrests(store, April), Arrests(store)).Should().Be(("8", "8"));
        store.Store.Editions.All.Select(e => e.Number).Should().Equal(1, 3);
        Files(store).Should().Equal("generation-1.duckdb", "generation-3.duckdb", "generation-4.duckdb");
    }

    [Fact]
    public void What_follows_a_period_is_published_once_it_is_known_and_until_then_said_neither_by_itself_nor_in_the_list()
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Released("2026-05-05", 12));
        Published(store, "M14", ("from", "2026-01-01"), ("to", "2026-03-31")).Should().Be("[x]", "nobody was released then");

        store.Invoking(s => Published(s, "M14", April)).Should().Throw<QuestionException>().WithMessage("*published once all is known until 11 August 2026. Until then say January to March 2026*").Which.Parameter.Should().Be("to");
        Listed(store).Should().NotContain("M14").And.Contain("M15b");
        store.Build(A.Day("2026-08-13"), Released("2026-05-05", 13));
        store.Invoking(s => Published(s, "M14", April)).Should().Throw<QuestionException>("that is no edition");
        store.Build(A.Day("2026-11-01"), Released("2026-05-05", 14));

        Published(store, "M14", April).Should().Be("14");
        Published(store, "M15b", April).Should().Be("12");
        store.AskPublished("measures", April).Tables[0].Rows.Where(r => r[0].ToString() is "M14" or "M15b").Select(r => $"{r[0]} {r[3]}").Should().Equal("M14 14", "M15b 12");
        store.AskPublished("changes", April).Table("rates").Rows.Where(r => r[0].ToString() is "M14" or "M15b").Select(r => $"{r[0]} {r[3]}").Should().Equal("M14 14", "M15b 12");
    }

    [Fact]
    public void Which_edition_answers_never_changes_once_there_is_one() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Gen.ArrayOf(Gen.Choose(1, 60), 12).ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (steps, follows) =>
        {
            var (day, published, answers) = (A.Day("2024-01-01"), new List<Generation>(), new List<Generation>());
            foreach (var step in steps)
            {
                day = day.AddDays(step);
                var built = new Generation(published.Count + 1, "north", 0, [], OutcomesStore.Tables, new(day, new TimeOnly(9, 0), TimeSpan.Zero), 0, 0, 0);
                if (new Editions(published).IsDue(built.KnownUntil)) published.Add(built);
                if (new Editions(published).About(Spring, Spring.To.AddDays(follows)) is { } edition) answers.Add(edition);
            }

            // A quarter has one at most, and the first build of all.
            return answers.Distinct().Count() <= 1 && answers.All(a => a.KnownUntil >= Editions.Known(Spring, Spring.To.AddDays(follows))) && published.Count <= ((day.DayNumber - A.Day("2024-01-01").DayNumber) / 90) + 2;
        }));

    [Fact]
    public void Whatever_length_is_said_when_no_period_that_was_ever_published_overlaps_another() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Gen.ArrayOf(Gen.Choose(1, 120), 20).ToArbitrary(), Gen.ArrayOf(Gen.Choose(0, 2), 20).ToArbitrary(), (steps, lengths) =>
        {
            var (day, published, ever) = (A.Day("2024-01-01"), new List<Generation>(), new HashSet<PublishedPeriod>());
            foreach (var (step, length) in steps.Zip(lengths))
            {
                day = day.AddDays(step);
                var built = new Generation(published.Count + 1, "north", 0, [], OutcomesStore.Tables, new(day, new TimeOnly(9, 0), TimeSpan.Zero), 0, 0, 0, (PublishedLength)length);
                if (new Editions(published).IsDue(built.KnownUntil)) published.Add(built);
                ever.UnionWith(new PublishedPeriods(new Editions(published)).Offered);
            }

            return ever.All(p => ever.All(other => other == p || other.From > p.To || other.To < p.From));
        }));

    [Theory]
    [InlineData("2026-11-05", "2027-01-29", "2026-10-01", "2027")]
    [InlineData("2027-02-10", "2027-05-01", "2027-01-01", "2028")]
    public void Another_length_holds_for_years_of_which_nothing_is_published(string said, string next, string last, string from)
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Arrested(8, "2026-05-05"));
        store.Build(A.Day("2026-11-01"), Arrested(8, "2026-05-05"));
        if (said.StartsWith("2027", StringComparison.Ordinal)) store.Build(A.Day("2027-01-29"), Arrested(8, "2026-05-05"));
        var changed = store.Build(A.Day(said), Arrested(8, "2026-05-05"), published: PublishedLength.Year);
        $"{store.Store.Editions.HoldsFrom(changed)}".Should().Be(from);
        store.Build(A.Day(next), Arrested(8, "2026-05-05"));

        var periods = new PublishedPeriods(store.Store.Editions);
        (periods.Last.From, periods.Last.To).Should().Be((A.Day(last), A.Day(last).AddMonths(3).AddDays(-1)), "this year goes on as it began");
        store.Store.Editions.LengthIn(int.Parse(from)).Should().Be(PublishedLength.Year);
        store.Store.Editions.LengthIn(int.Parse(from) - 1).Should().Be(PublishedLength.Quarter);
        Arrests(store, April).Should().Be("8");
    }

    [Fact]
    public void An_edition_that_other_rules_made_or_whose_file_is_gone_is_made_again_with_what_an_evaluator_s_file_said()
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Arrested(8, "2026-05-05"));
        store.Build(A.Day("2026-08-20"), Arrested(9, "2026-05-05"));
        store.Store.Outdated.Should().BeEmpty();
        var folder = Directory.GetParent(Directory.GetFiles(store.Root, "editions.json", SearchOption.AllDirectories).Single())!.FullName;
        File.WriteAllText(Path.Combine(folder, "editions.json"), File.ReadAllText(Path.Combine(folder, "editions.json")).Replace("status.", "former.", StringComparison.Ordinal));

        var outdated = store.Store.Outdated.Should().ContainSingle().Subject;
        using (var again = store.Store.BeginAgain(outdated))
        {
            MeasureStore.Put(again, Arrested(8, "2026-05-05"));
            again.CompleteAgain(outdated, 0);
        }

        store.Store.Outdated.Should().BeEmpty();
        Arrests(store, April).Should().Be("8");
        File.Delete(Path.Combine(folder, "generation-1.duckdb"));
        store.Store.Outdated.Should().ContainSingle().Which.Position.Should().Be(8, "facts are read as known there");
    }

    [Fact]
    public void What_is_for_evaluators_alone_is_in_no_list_that_is_published()
    {
        using var store = MeasureStore.Of([.. Arrested(8, "2026-05-05"), .. Enumerable.Range(0, 8).Select(_ => A.Journey().With(new Sentenced("IMMEDIATE_CUSTODY", Term.Parse("P1M", null)) { HappenedOn = A.Day("2026-05-05") }))]);

        Listed(store).Should().Contain("M06").And.NotContain("B09");
        foreach (var kind in new[] { "measures", "changes" }) store.AskPublished(kind, April).Notes.Should().ContainSingle(n => n.Text.Contains("to evaluators alone: L04, X01, B09, M17b"), kind);
        store.Ask("measures", April).Notes.Should().NotContain(n => n.Text.Contains("evaluators alone"));
        store.Ask("measures", April).Tables[0].Rows.Select(r => r[0].ToString()).Should().Contain(["M06", "B09"]);
        store.AskPublished("changes", April).Tables.SelectMany(t => t.Rows).Select(r => r[0].ToString()).Should().NotContain("B09");
    }

    [Fact]
    public void One_build_runs_at_a_time_and_none_takes_the_number_of_an_edition()
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Arrested(8, "2026-05-05"));
        using (store.Store.Begin(takesOver: false)) store.Store.Invoking(s => s.Begin(takesOver: false)).Should().Throw<StoreBusyException>();
        var folder = Directory.GetParent(Directory.GetFiles(store.Root, "editions.json", SearchOption.AllDirectories).Single())!.FullName;
        // As if the last edition had a later number than the generation that stands.
        File.Copy(Path.Combine(folder, "generation-1.duckdb"), Path.Combine(folder, "generation-2.duckdb"));
        File.WriteAllText(Path.Combine(folder, "editions.json"), File.ReadAllText(Path.Combine(folder, "editions.json")).Replace("\"number\": 1", "\"number\": 2", StringComparison.Ordinal));

        store.Build(A.Day("2026-08-20"), Arrested(9, "2026-05-05")).Number.Should().Be(3);
        Arrests(store, April).Should().Be("8");
        File.Delete(Path.Combine(folder, "generation-2.duckdb"));
        store.Invoking(s => Arrests(s, April)).Should().Throw<QuestionException>().WithMessage("*made again*./journey outcomes build*");
    }

    [Fact]
    public void Everything_can_be_published_anew_after_an_error()
    {
        using var store = MeasureStore.BuiltOn("2026-08-01", Arrested(8, "2026-05-05"));

        store.Build(A.Day("2026-08-20"), Arrested(9, "2026-05-05"), anew: true);

        Arrests(store, April).Should().Be("9");
        Files(store).Should().Equal("generation-2.duckdb");
    }

    private static string Arrests(MeasureStore store, params (string, string)[] period) => Published(store, "M02", period);

    private static string Published(MeasureStore store, string id, params (string, string)[] period) => Arrests(store.AskPublished("measure", [("id", id), .. period]));

    /// <summary>What is counted in the first row.</summary>
    private static string Arrests(OutcomeAnswer answer) => answer.Tables[0].Rows is [var row, ..] ? row[answer.Tables[0].Columns.Index().First(c => c.Item.Name == "n").Index].ToString()! : "[x]";

    private static IEnumerable<string?> Listed(MeasureStore store) => store.AskPublished("measures", April).Tables[0].Rows.Select(r => r[0].ToString());

    private static IEnumerable<string?> Files(MeasureStore store) => Directory.GetFiles(store.Root, "*.duckdb*", SearchOption.AllDirectories).Select(Path.GetFileName).Order();

    private static A[] Arrested(int women, string day) => [.. Enumerable.Range(0, women).Select(_ => A.Journey().With(new Arrested { HappenedOn = A.Day(day) }))];

    private static A[] Released(string day, int women) => [.. Enumerable.Range(0, women).Select(_ => A.Journey().With(
        new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-01-05") }, new Released(ReleaseKind.OnLicence, A.Day("2027-06-30")) { HappenedOn = A.Day(day) },
        new AccommodationStatusRecorded(AccommodationStatus.Settled) { HappenedOn = A.Day(day) }, new EmploymentStatusRecorded(EmploymentStatus.Employed) { HappenedOn = A.Day(day) }))];
}
