using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Which recall the law of a day requires, and why.</summary>
internal sealed class RecallLawVerb : Verb
{
    private readonly Option<DateOnly?> on = ReadingOptions.Day("--law-on", "The day whose law applies, as 2026-04-01; today when not said");
    private readonly Option<DateOnly?> sentenced = ReadingOptions.Day("--sentenced", "The day of the sentence, as 2025-09-05");
    private readonly Option<Term?> length = new("--length")
    {
        Description = "Its length, as P8M or P3Y6M",
        HelpName = "LENGTH",
        CustomParser = result =>
        {
            if (Term.TryParse(result.Tokens[0].Value, null, out var term)) return term;
            result.AddError($"--length \"{result.Tokens[0].Value}\" is not a length: write it as P8M, P18M or P3Y6M");
            return null;
        },
    };

    private readonly Option<bool> young = new("--section-250") { Description = "It is a sentence under section 250 (convicted under 18)" };
    private readonly Option<string[]> yes = Answers("--yes", "A question that is answered yes, by its code; may be given again");
    private readonly Option<string[]> no = Answers("--no", "A question that is answered no, by its code; \"all-others\" for every question not named");

    public RecallLawVerb() : base("recall-law", "Say which kind of recall the law of a day requires, if she is to be recalled at all, and what has not been asked yet")
    {
        foreach (var option in new Option[] { on, sentenced, length, young, yes, no }) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        if (session.Get(sentenced) is not { } day || session.Get(length) is not { } term)
            throw new RefusedException("The law turns on the sentence.", how: "Give its day and its length: --sentenced 2025-09-05 --length P8M.");
        var yeses = session.Get(yes) ?? [];
        var noes = session.Get(no) ?? [];
        var answers = RecallQuestion.All.Where(q => yeses.Contains(q.Code) || noes.Contains(q.Code) || noes.Contains("all-others"))
            .ToDictionary(q => q.Code, q => yeses.Contains(q.Code));
        var lawOn = session.Get(on) ?? LondonDay.Of(TimeProvider.System.GetUtcNow());
        var answer = RequiredRecall.On(new RecallCase(day, term, session.Get(young), answers), lawOn)
            ?? throw new RefusedException($"No rule on record covers a recall on {lawOn:yyyy-MM-dd}.", how: "The first begins on 2012-12-03.");
        session.Answer(
            new { LawOn = lawOn, Rule = answer.Rule.Id, answer.Rule.Source, answer.Rule.Confidence, answer.Kinds, Settled = answer.IsSettled, answer.Why, NotAsked = answer.Open },
            output => Write(lawOn, answer, output));
        return Task.FromResult(ExitCode.Done);
    }

    private static void Write(DateOnly lawOn, RequiredRecall answer, TextWriter output)
    {
        var kinds = string.Join(" or ", answer.Kinds.Select(k => $"{CodeList.RecallTypes.LabelOf(k)} ({k})"));
        output.WriteLine($"If she is recalled on {lawOn:yyyy-MM-dd}: {kinds}{(answer.IsSettled ? "" : ", until the open questions are answered")}");
        foreach (var why in answer.Why) output.WriteLine($"  {why}");
        foreach (var open in answer.Open) output.WriteLine($"  Answer with --yes {open.Code} or --no {open.Code}");
        output.WriteLine($"  Source: {answer.Rule.Source}");
        output.WriteLine("The law never requires that she is recalled. Try what else could help first.");
    }

    private static Option<string[]> Answers(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "QUESTION", AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Select(t => t.Value))
            {
                if (token != "all-others" && RecallQuestion.All.All(q => q.Code != token))
                    result.AddError($"{name} \"{token}\" is no question that the law on recall asks: use one of {string.Join(", ", RecallQuestion.All.Select(q => q.Code))}");
            }
        });
        return option;
    }
}
