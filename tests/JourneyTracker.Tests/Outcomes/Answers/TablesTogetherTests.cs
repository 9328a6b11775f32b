namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>
/// Somebody who is no evaluator asks everything about one published period, and puts together what the measures, the gates and the other kinds of question say about the same women: of M02, M04 and the gates nothing hidden
/// comes of it (safeguards S15). What the statements say of each other stands here as sums and limits; where several kinds count the same women their numbers are one.
/// </summary>
public sealed class TablesTogetherTests
{
    private const int Values = 5;
    private const int FewestWomen = 90;
    private const int MostMore = 400;
    private static readonly (string, string)[] Period = [("from", "2026-01-01"), ("to", "2026-03-31")];
    private static readonly string[] Resolutions = ["SIMPLE_CAUTION", "CONDITIONAL_CAUTION", "CR", "PND"];

    /// <summary>Stages to which women came by what a gate or M04 counts, and nearly nobody otherwise: where both numbers are the same, somebody may take them for one.</summary>
    private static readonly (string Into, string Count)[] Stages =
    [
        ("Under investigation", "arrested"), ("Under investigation", "arrests"), ("Before the court", "prosecuted"), ("Remanded", "remanded"), ("In custody (sentenced)", "imprisoned"), ("On licence", "licensed"),
        ("Recalled, not returned", "recalled"), ("Diverted", "diverted women"), ("Diverted", "offered"), ("Out-of-court resolution", "CONDITIONAL_CAUTION women"), ("Out-of-court resolution", "CONDITIONAL_CAUTION"),
    ];

    /// <summary>Partnerships of which some gave something away once.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(21)]
    [InlineData(33)]
    [InlineData(35)]
    [InlineData(58)]
    [InlineData(65)]
    public void Nothing_hidden_in_arrests_resolutions_and_gates_can_be_worked_out_of_all_that_who_is_no_evaluator_may_ask(int seed)
    {
        using var women = Partnership(seed);
        foreach (var by in new[] { "ethnicity", "area" })
            Given(women, by, published: true).Should().NotBeEmpty("else nothing was attacked").And.OnlyContain(h => h.Value == null || h.Value >= Values, by);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_between_stages_are_not_hidden_altogether(bool published)
    {
        using var women = Partnership(10);
        var all = new Told(women.Store, "area", published, Period);
        all.Lines("flows").Count(l => all.Of("flows", l, "All", "movements").Said.Length > 0).Should().BeGreaterThan(4);
        all.Lines("stages").Count(l => all.Of("stages", l, "All", "women").Said.Length > 0).Should().BeGreaterThan(4);
        all.Lines("map pairs").Count(l => all.Of("map pairs", l, "All", "times").Said.Length > 0).Should().BeGreaterThan(1);
    }

    [Fact]
    public void If_what_is_for_evaluators_alone_were_answered_the_same_attack_would_find_hidden_numbers()
    {
        using var women = Partnership(10);
        Given(women, "ethnicity", published: false).Should().Contain(h => h.Value < Values);
    }

    private static ManyWomen Partnership(int seed) => new(seed, FewestWomen + (seed * 37 % MostMore), goOn: true);

    private static IReadOnlyDictionary<string, long?> Given(ManyWomen women, string by, bool published)
    {
        var all = new Told(women.Store, by, published, Period);
        var (attack, truths) = (new WorkedOut(), new Dictionary<string, long>());
        string[] groups = ["All", .. all.Groups];
        foreach (var group in groups)
        {
            // M02, and the women of four gates.
            Put("arrests", all.Of("M02", "arrests", group, "n"));
            Put("arrested", all.Of("M02", "arrests", group, "women"), all.Of("gates", "Arrested", group, "n"), all.Of("gates", "Cautioned, of women arrested", group, "n"), all.Of("log", "arrested", group, "women"));
            NoMore("arrested", "arrests");
            foreach (var gate in new[] { "Diversion considered", "Cautioned", "Prosecuted" }) Share(gate, "arrested", all.Of("gates", $"{gate}, of women arrested", group, "x"));
            Put("considered", all.Of("gates", "Diversion offered, of women for whom it was considered", group, "n"));
            Share("offered", "considered", all.Of("gates", "Diversion offered, of women for whom it was considered", group, "x"));
            NoMore("Diversion considered", "considered");
            Put("prosecuted", all.Of("gates", "Remanded in custody, of women prosecuted", group, "n"), all.Of("log", "prosecution-started", group, "women"));
            Share("remanded", "prosecuted", all.Of("gates", "Remanded in custody, of women prosecuted", group, "x"));
            NoMore("Prosecuted", "prosecuted");
            Put("sentenced", all.Of("gates", "Custody, of women sentenced", group, "n"), all.Of("M05", "FINE", group, "women"), all.Of("M05", "CO", group, "women"), all.Of("M05", "IMMEDIATE_CUSTODY", group, "women"), all.Of("log", "sentenced", group, "women"));
            Share("imprisoned", "sentenced", all.Of("gates", "Custody, of women sentenced", group, "x"), all.Of("M05", "IMMEDIATE_CUSTODY", group, "women_x"));
            Put("licensed", all.Of("gates", "Recalled, of women on licence", group, "n"), all.Of("M17", "recalled", group, "n"));
            Share("recalled", "licensed", all.Of("gates", "Recalled, of women on licence", group, "x"), all.Of("M17", "recalled", group, "x"), all.Of("log", "recalled", group, "women"));

            // M04: kinds of one number, and the women of each.
            Put("dealt", all.Of("M04", "ANY", group, "n"), all.Of("M04", "CR", group, "n"), all.Of("M04", "SIMPLE_CAUTION", group, "n"), all.Of("M04", "CONDITIONAL_CAUTION", group, "n"));
            foreach (var kind in Resolutions.Append("ANY"))
            {
                Share(kind, "dealt", all.Of("M04", kind, group, "x"));
                Put($"{kind} women", all.Of("M04", kind, group, "women_x"), kind switch
                {
                    "SIMPLE_CAUTION" => all.Of("log", "cautioned", group, "women"),
                    "CONDITIONAL_CAUTION" => all.Of("log", "conditionally-cautioned", group, "women"),
                    "CR" => all.Of("log", "community-resolution", group, "women"),
                    "PND" => all.Of("log", "penalty-notice", group, "women"),
                    _ => all.Sum("X07", "arrested again within 12 months", group, "n", "missing", "not_run", "left_out"),
                });
                NoMore($"{kind} women", kind);
            }

            attack.Sum(Key("ANY"), Resolutions.Select(Key));
            if (all.Sum("X02", "all conditions met", group, "n", "missing", "not_run", "left_out") is var conditional) Put("CONDITIONAL_CAUTION", conditional);
            Put("cautioned women at most", (truths[Key("SIMPLE_CAUTION women")] + truths[Key("CONDITIONAL_CAUTION women")], ""));
            attack.Sum(Key("cautioned women at most"), [Key("SIMPLE_CAUTION women"), Key("CONDITIONAL_CAUTION women")]);
            NoMore("Cautioned", "cautioned women at most");
            NoMore("prosecuted", "ANY rest");
            Put("diverted women", all.Of("M04", "OUTCOME_22", group, "women_x"));
            NoMore("diverted women", "offered");

            // Who entered a cohort is one of the women arrested.
            Put("first arrested", all.Of("first-arrest", "survival", group, "women"));
            NoMore("first arrested", "arrested");
            NoMore("pair arrested>cautioned", "Cautioned", all.Of("log pairs", "arrested>cautioned", group, "women"));
            NoMore("pair arrested>prosecution-started", "Prosecuted", all.Of("log pairs", "arrested>prosecution-started", group, "women"));

            string Key(string count) => $"{group} {count}";
            void Put(string count, params (long Truth, string Said)[] told)
            {
                foreach (var (truth, said) in told.Where(t => t.Truth >= 0))
                {
                    truths[Key(count)] = truth;
                    attack.Cell(Key(count), truth, said);
                }
            }

            void Share(string count, string of, params (long Truth, string Said)[] told)
            {
                Put(count, told);
                Put($"{count} rest", (truths[Key(of)] - truths[Key(count)], ""));
                attack.Sum(Key(of), [Key(count), Key($"{count} rest")]);
            }

            void NoMore(string less, string more, params (long Truth, string Said)[] told)
            {
                Put(less, told);
                if (truths.ContainsKey(Key(less)) && truths.ContainsKey(Key(more))) attack.NoMore(Key(less), truths[Key(less)], Key(more), truths[Key(more)]);
            }
        }

        Flows(all, attack, truths);
        foreach (var count in truths.Keys.Where(k => k.StartsWith("All ", StringComparison.Ordinal)).Select(k => k[4..]).ToList())
            if (all.Groups.Select(g => $"{g} {count}").All(truths.ContainsKey) && all.Groups.Sum(g => truths[$"{g} {count}"]) == truths[$"All {count}"]) attack.Sum($"All {count}", all.Groups.Select(g => $"{g} {count}"));
        attack.SmallSaid(truths).Should().BeEmpty();
        return attack.HiddenSmall(truths);
    }

    /// <summary>Steps between stages add up, and those into a stage may be what a gate counts; so may the stretches in it that began.</summary>
    private static void Flows(Told all, WorkedOut attack, Dictionary<string, long> truths)
    {
        List<string> steps = [.. all.Lines("flows")];
        foreach (var step in steps)
        {
            Put($"step {step}", all.Of("flows", step, "All", "movements"));
            Put($"step women {step}", all.Of("flows", step, "All", "women"));
            attack.NoMore($"step women {step}", truths[$"step women {step}"], $"step {step}", truths[$"step {step}"]);
            Alike($"step {step}", step.Split('>')[1]);
            Alike($"step women {step}", step.Split('>')[1]);
        }

        foreach (var stage in all.Lines("flow stages"))
        {
            Put($"out of {stage}", all.Of("flow stages", stage, "All", "out"));
            Put($"into {stage}", all.Of("flow stages", stage, "All", "in"));
            attack.Sum($"out of {stage}", steps.Where(s => s.StartsWith($"{stage}>", StringComparison.Ordinal)).Select(s => $"step {s}"));
            attack.Sum($"into {stage}", steps.Where(s => s.EndsWith($">{stage}", StringComparison.Ordinal)).Select(s => $"step {s}"));
            Alike($"into {stage}", stage);
        }

        foreach (var pair in all.Lines("map pairs"))
        {
            Put($"pair {pair}", all.Of("map pairs", pair, "All", "times"));
            // A pair leaves out steps that were a woman's first of the period.
            Put($"first {pair}", (truths[$"step {pair}"] - truths[$"pair {pair}"], ""));
            attack.Sum($"step {pair}", [$"pair {pair}", $"first {pair}"]);
            Alike($"pair {pair}", pair.Split('>')[1]);
        }

        foreach (var stage in all.Lines("map stages"))
        {
            Put($"women into {stage}", all.Of("map stages", stage, "All", "women"));
            if (truths.TryGetValue($"into {stage}", out var times) && times == truths[$"women into {stage}"]) attack.Sum($"women into {stage}", [$"into {stage}"]);
            Alike($"women into {stage}", stage);
        }

        foreach (var stage in all.Lines("stages"))
        {
            Put($"stretches {stage}", all.Of("stages", stage, "All", "stretches"));
            Put($"stretches women {stage}", all.Of("stages", stage, "All", "women"));
            Put($"ended {stage}", all.Of("stages", stage, "All", "ended"));
            Put($"still {stage}", all.Of("stages", stage, "All", "still"));
            attack.Sum($"stretches {stage}", [$"ended {stage}", $"still {stage}"]);
            if (truths.TryGetValue($"into {stage}", out var times) && times == truths[$"stretches {stage}"]) attack.Sum($"stretches {stage}", [$"into {stage}"]);
            foreach (var count in new[] { "stretches", "stretches women", "ended" }) Alike($"{count} {stage}", stage);
        }

        void Put(string count, (long Truth, string Said) told)
        {
            truths[count] = told.Truth;
            attack.Cell(count, told.Truth, told.Said);
        }

        void Alike(string count, string stage)
        {
            foreach (var (_, other) in Stages.Where(s => s.Into == stage && truths.TryGetValue($"All {s.Count}", out var truth) && truth == truths[count])) attack.Sum(count, [$"All {other}"]);
        }
    }
}
