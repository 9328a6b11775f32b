using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>
/// Nobody can work out a number about few women from what the pages and the API answer: every breakdown of a measure, the list of measures, the gates by one and by two characteristics, and the flows are put
/// together, with all that adds up, and bounds are worked out for each number that is hidden (safeguards S15).
/// </summary>
public sealed class AttackTests(ManyWomen women) : IClassFixture<ManyWomen>
{
    private const int Values = 5;
    private const string Arrested = "Women arrested";
    private const int FewestWomen = 60;
    private const int MostMore = 300;
    private static readonly (string, string)[] Period = [("from", "2026-01-01"), ("to", "2026-06-30")];

    /// <summary>Partnerships of which each gave something away once.</summary>
    [Theory]
    [InlineData(108)]
    [InlineData(117)]
    [InlineData(124)]
    [InlineData(132)]
    [InlineData(138)]
    public void Gates_of_other_partnerships_do_not_either(int seed)
    {
        using var others = Others(seed);
        new AttackTests(others).Gates_by_one_characteristic_by_another_and_by_both_do_not_give_each_other_away();
    }

    [Theory]
    [InlineData(108)]
    [InlineData(110)]
    [InlineData(115)]
    [InlineData(136)]
    public void Measures_of_other_partnerships_do_not_either(int seed)
    {
        using var others = Others(seed);
        foreach (var id in new[] { "M04", "M02" }) new AttackTests(others).Breakdowns_of_a_measure_and_the_whole_list_do_not_give_each_other_away(id);
    }

    [Theory]
    [InlineData("M04")]
    [InlineData("M02")]
    public void Breakdowns_of_a_measure_and_the_whole_list_do_not_give_each_other_away(string id)
    {
        var (attack, truths) = (new WorkedOut(), new Dictionary<string, long>());
        foreach (var by in new[] { null, "area", "ethnicity" })
        {
            (string, string)[] asked = [("id", id), .. Period, .. by is null ? [] : new[] { ("by", by) }];
            Add(Rows(asked, "measure", "figures"), by ?? "all");
        }

        var alone = Rows([("id", id), .. Period], "measure", "figures").Select(r => (r.Said["kind"], r.Said["n"])).ToList();
        WorkedOut.Read(women.Store.Ask("measures", Period), "measures").Where(r => r["id"] == id).Select(r => (r["kind"], r["n"])).Should().Equal(alone, "the list shows what the measure shows");
        Check(attack, truths);

        void Add(IReadOnlyList<(Dictionary<string, string> Said, Dictionary<string, string> True)> rows, string by)
        {
            foreach (var (said, truth) in rows)
            {
                var place = $"{said["kind"]}/{(by == "all" || said["part"] == "All" ? "all" : $"{by}={said["part"]}")}";
                if (truths.ContainsKey($"{place} n")) continue;
                foreach (var count in new[] { "n", "x", "women", "women_x" }.Where(truth.ContainsKey)) Put(attack, truths, $"{place} {count}", truth[count], said[count]);
                if (truth.ContainsKey("x")) Rest(attack, truths, place, "n", "x");
                foreach (var (less, more) in new[] { ("women", "n"), ("women_x", "x") }.Where(p => truth.ContainsKey(p.Item1))) attack.NoMore($"{place} {less}", truths[$"{place} {less}"], $"{place} {more}", truths[$"{place} {more}"]);
            }

            var groups = truths.Keys.Where(k => k.EndsWith(" n", StringComparison.Ordinal)).Select(k => k[..^2]).ToList();
            foreach (var kind in rows.Select(r => r.Said["kind"]).Distinct())
            {
                if (by == "all") continue;
                var parts = groups.Where(g => g.StartsWith($"{kind}/{by}=", StringComparison.Ordinal)).ToList();
                foreach (var count in new[] { "n", "x", "x rest" }.Where(c => truths.ContainsKey($"{kind}/all {c}"))) attack.Sum($"{kind}/all {count}", parts.Select(p => $"{p} {count}"));
            }

            // Every resolution is one of these kinds, and all three are of the same number.
            if (id == "M04")
                foreach (var group in groups.Where(g => g.StartsWith("ANY/", StringComparison.Ordinal) && (by == "all" ? g.EndsWith("/all", StringComparison.Ordinal) : g.Contains($"/{by}=", StringComparison.Ordinal))).Select(g => g["ANY/".Length..]))
                {
                    var kinds = rows.Select(r => r.Said["kind"]).Distinct().Where(k => k is not ("ANY" or "OUTCOME_22") && truths.ContainsKey($"{k}/{group} n")).ToList();
                    attack.Sum($"ANY/{group} x", kinds.Select(k => $"{k}/{group} x"));
                    foreach (var kind in kinds) attack.Sum($"ANY/{group} n", [$"{kind}/{group} n"]);
                }
        }
    }

    [Fact]
    public void Gates_by_one_characteristic_by_another_and_by_both_do_not_give_each_other_away()
    {
        var (attack, truths) = (new WorkedOut(), new Dictionary<string, long>());
        AddGates(attack, truths);
        foreach (var by in new[] { "ethnicity", "area" })
            foreach (var (said, truth) in Rows([("id", "M02"), .. Period, ("by", by)], "measure", "figures").Where(r => r.Said["kind"] == "arrests"))
                Put(attack, truths, by == "ethnicity" ? $"{Arrested}/{Group(by, said["part"])}/All" : $"{Arrested}/All/{Group(by, said["part"])}", truth["women"], said["women"]);

        foreach (var total in truths.Keys.Where(k => k.Contains("/All", StringComparison.Ordinal)).ToList())
        {
            var place = total.Split('/');
            foreach (var at in new[] { 1, 2 }.Where(i => place[i] == "All"))
            {
                var parts = truths.Keys.Where(k => k.Split('/') is var p && p[0] == place[0] && p[at] != "All" && p[3 - at] == place[3 - at]).ToList();
                if (parts.Count > 0) attack.Sum(total, parts);
            }
        }

        Check(attack, truths);
    }

    /// <summary>Women arrested are those of four gates, and those for whom diversion was considered those of one: what one gate says of them all know.</summary>
    private void AddGates(WorkedOut attack, Dictionary<string, long> truths)
    {
        foreach (var (by, andBy) in new[] { ("ethnicity", null), ("area", null), ("ethnicity", "area"), ("area", (string?)"ethnicity") })
        {
            (string, string)[] asked = [.. Period, ("by", by), .. andBy is null ? [] : new[] { ("and-by", andBy) }];
            foreach (var (said, truth) in Rows(asked, "disproportionality", "gates"))
            {
                var (one, other) = (Group(by, said["part"]), andBy is null ? "All" : Group(andBy, said["second"]));
                var place = by == "ethnicity" ? $"{one}/{other}" : $"{other}/{one}";
                var gate = said["gate"];
                var of = gate.EndsWith("of women arrested", StringComparison.Ordinal) || gate == "Arrested" ? Arrested : gate.EndsWith("for whom it was considered", StringComparison.Ordinal) ? "Diversion considered, of women arrested: x" : $"{gate}: n";
                Put(attack, truths, $"{of}/{place}", truth["n"], said["n"]);
                if (!long.TryParse(truth["x"], out var x)) continue;
                Put(attack, truths, $"{gate}: x/{place}", truth["x"], said["x"]);
                if (!truths.ContainsKey($"{gate}: rest/{place}"))
                {
                    Put(attack, truths, $"{gate}: rest/{place}", $"{long.Parse(truth["n"]) - x}", "");
                    attack.Sum($"{of}/{place}", [$"{gate}: x/{place}", $"{gate}: rest/{place}"]);
                }
            }
        }
    }

    private static string Group(string by, string part) => part.ToUpperInvariant() is "ALL" ? "All" : by == "area" && CodeList.PoliceForceAreas.All.FirstOrDefault(c => c.Value == part) is { } area ? area.Label : part;

    [Fact]
    public void Flows_are_not_given_away_by_what_leaves_a_stage_and_what_comes_into_one()
    {
        var (attack, truths) = (new WorkedOut(), new Dictionary<string, long>());
        foreach (var (said, truth) in Rows(Period, "flows", "flows"))
        {
            Put(attack, truths, $"{said["from"]}>{said["to"]}", truth["movements"], said["movements"]);
            Put(attack, truths, $"women {said["from"]}>{said["to"]}", truth["women"], said["women"]);
            attack.NoMore($"women {said["from"]}>{said["to"]}", long.Parse(truth["women"]), $"{said["from"]}>{said["to"]}", long.Parse(truth["movements"]));
        }

        var steps = truths.Keys.Where(k => !k.StartsWith("women", StringComparison.Ordinal)).ToList();
        foreach (var (said, truth) in Rows(Period, "flows", "stages"))
        {
            Put(attack, truths, $"out {said["stage"]}", truth["out"], said["out"]);
            Put(attack, truths, $"in {said["stage"]}", truth["in"], said["in"]);
            attack.Sum($"out {said["stage"]}", steps.Where(s => s.StartsWith($"{said["stage"]}>", StringComparison.Ordinal)));
            attack.Sum($"in {said["stage"]}", steps.Where(s => s.EndsWith($">{said["stage"]}", StringComparison.Ordinal)));
        }

        Check(attack, truths);
    }

    private static ManyWomen Others(int seed) => new(seed, FewestWomen + (seed * 13 % MostMore));

    private static void Check(WorkedOut attack, Dictionary<string, long> truths)
    {
        attack.SmallSaid(truths).Should().BeEmpty();
        attack.HiddenSmall(truths).Should().NotBeEmpty("else nothing was attacked").And.OnlyContain(h => h.Value == null || h.Value >= Values);
    }

    private static void Put(WorkedOut attack, Dictionary<string, long> truths, string key, string truth, string said)
    {
        truths[key] = long.Parse(truth);
        attack.Cell(key, truths[key], said);
    }

    /// <summary>Those who do not count are the others.</summary>
    private static void Rest(WorkedOut attack, Dictionary<string, long> truths, string place, string all, string some)
    {
        Put(attack, truths, $"{place} {some} rest", $"{truths[$"{place} {all}"] - truths[$"{place} {some}"]}", "");
        attack.Sum($"{place} {all}", [$"{place} {some}", $"{place} {some} rest"]);
    }

    /// <summary>What is answered, and what is true.</summary>
    private IReadOnlyList<(Dictionary<string, string> Said, Dictionary<string, string> True)> Rows((string, string)[] asked, string kind, string table) =>
        [.. WorkedOut.Read(women.Store.Ask(kind, asked), table).Zip(WorkedOut.Read(women.Store.Ask(kind, showsSmall: true, asked), table))];
}
