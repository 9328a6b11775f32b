using System.Globalization;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>
/// Somebody asks for arrests and out-of-court resolutions, whole and by each characteristic, about every month, every quarter and the months since the year began, and subtracts. About the periods that are published it
/// gives nothing; if all of them were answered it would (safeguards S15).
/// </summary>
public sealed class PeriodAttackTests(ManyWomen women) : IClassFixture<ManyWomen>
{
    private const int Values = 5;
    private const int Months = 6;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly (string Id, string Kind, string[] Counts)[] Asked = [("M02", "arrests", ["n"]), ("M04", "ANY", ["n", "x"])];

    private static IEnumerable<(int From, int Months)> Tried => [.. Enumerable.Range(0, Months).Select(m => (m, 1)), (0, 3), (3, 3), .. Enumerable.Range(2, Months - 1).Select(n => (0, n))];

    [Fact]
    public void Nothing_hidden_can_be_worked_out_by_who_asks_for_every_period_and_is_answered_about_those_that_are_published() =>
        Hidden(published: true).Should().NotBeEmpty("else nothing was attacked").And.OnlyContain(h => h.Value == null || h.Value >= Values);

    [Fact]
    public void If_periods_that_overlap_were_answered_the_same_attack_would_find_hidden_numbers() =>
        Hidden(published: false).Where(h => h.Value < Values).Should().HaveCountGreaterThan(10);

    private Dictionary<string, long?> Hidden(bool published)
    {
        var hidden = new Dictionary<string, long?>();
        foreach (var (id, kind, counts) in Asked)
            foreach (var by in new[] { "area", "ethnicity" })
                foreach (var (key, values) in Hidden(id, kind, counts, by, published)) hidden[$"{id} {key}"] = values;
        return hidden;
    }

    private IReadOnlyDictionary<string, long?> Hidden(string id, string kind, string[] counts, string by, bool published)
    {
        var (attack, truths) = (new WorkedOut(), new Dictionary<string, long>());
        var months = Enumerable.Range(0, Months).Select(m => True(m, 1)).ToList();
        var groups = months.SelectMany(m => m.Keys).Distinct().ToList();
        foreach (var group in groups)
            foreach (var count in counts)
                foreach (var (m, month) in months.Index()) attack.Cell($"{group} {count} {m}", Of(month, group, count), "");
        foreach (var (from, length) in Tried.Distinct())
        {
            if (Answered(from, length) is not { } said) continue;
            foreach (var group in groups)
            {
                foreach (var count in counts)
                {
                    var (key, parts) = ($"{group} {count} {from}", Enumerable.Range(from, length).Select(m => $"{group} {count} {m}").ToList());
                    if (length > 1) key += $"+{length}";
                    truths[key] = Enumerable.Range(from, length).Sum(m => Of(months[m], group, count));
                    attack.Cell(key, truths[key], said.TryGetValue(group, out var row) ? row[count] : "0");
                    if (length > 1) attack.Sum(key, parts);
                }

                if (counts.Length > 1) attack.NoMore(Key(group, "x"), truths[Key(group, "x")], Key(group, "n"), truths[Key(group, "n")]);
            }

            foreach (var count in counts) attack.Sum(Key("All", count), groups.Where(g => g != "All").Select(g => Key(g, count)));
            string Key(string group, string count) => $"{group} {count} {from}{(length > 1 ? $"+{length}" : "")}";
        }

        return attack.HiddenSmall(truths);

        Dictionary<string, Dictionary<string, string>> True(int from, int length) => Rows(women.Store.Ask("measure", showsSmall: true, Question(from, length)));
        Dictionary<string, Dictionary<string, string>> Rows(JourneyTracker.Outcomes.Answers.OutcomeAnswer answer) => WorkedOut.Read(answer, "figures").Where(r => r["kind"] == kind).ToDictionary(r => r["part"]);
        (string, string)[] Question(int from, int length) => [("id", id), ("by", by), ("from", Text(First.AddMonths(from))), ("to", Text(First.AddMonths(from + length).AddDays(-1)))];

        Dictionary<string, Dictionary<string, string>>? Answered(int from, int length)
        {
            try
            {
                return Rows(published ? women.Store.AskPublished("measure", Question(from, length)) : women.Store.Ask("measure", Question(from, length)));
            }
            catch (QuestionException)
            {
                return null;
            }
        }
    }

    private static long Of(Dictionary<string, Dictionary<string, string>> rows, string group, string count) => rows.TryGetValue(group, out var row) ? long.Parse(row[count], CultureInfo.InvariantCulture) : 0;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
