namespace JourneyTracker.Cli.Dates;

/// <summary>How often the law gives the dates that cases state.</summary>
internal sealed record CaseReport(IReadOnlyList<CaseResult> Results, IReadOnlyList<RowFault> Faults)
{
    public int Agreeing => Results.Count(r => r.Agrees);

    /// <summary>With those in which only the name of a kind differs: released with or without licence, on the same day.</summary>
    public int AgreeingOnDays => Results.Count(r => r.AgreesOnDays);

    /// <summary>By kind: how many cases state it, and how many of those agree.</summary>
    public IReadOnlyList<(string Kind, int Stated, int Agreeing)> ByKind =>
        [.. CaseFile.Dates.Select(k => (k, Results.Count(r => r.Case.Expected.ContainsKey(k)), Results.Count(r => r.Case.Expected.TryGetValue(k, out var day) && r.Got(k) == day)))];

    public object Document(CaseResult? explained) => new
    {
        Cases = Results.Count,
        AgreeOnEveryDate = Agreeing,
        AgreeOnEveryDay = AgreeingOnDays,
        NotAnswered = Faults.Select(f => new { Row = f.Line, Mend = f.ToString() }),
        ByKind = ByKind.Select(k => new { k.Kind, k.Stated, k.Agreeing }),
        Disagreements = Results.Where(r => !r.Agrees).Select(r => new
        {
            Case = r.Case.Name,
            Row = r.Case.Line,
            LawOn = r.Answer.LawOn,
            Dates = r.Disagreements,
            Reason = KnownDifferences.Of(r.Case.Name),
        }),
        Explained = explained is null ? null : new { Case = explained.Case.Name, Answer = AnswerWords.Document(explained.Answer) },
    };

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Agreeing} of {Results.Count} cases agree on every date they state.");
        if (AgreeingOnDays > Agreeing) output.WriteLine($"{AgreeingOnDays} agree on every day: in {AgreeingOnDays - Agreeing}, release with or without licence is named otherwise.");
        foreach (var (kind, stated, agreeing) in ByKind.Where(k => k.Stated > 0)) output.WriteLine($"  {kind,-6} {agreeing,4} of {stated}");
        foreach (var result in Results.Where(r => !r.Agrees))
        {
            output.WriteLine();
            output.WriteLine($"{result.Case.Name} (row {result.Case.Line}, law of {result.Answer.LawOn:yyyy-MM-dd})");
            foreach (var date in result.Disagreements) output.WriteLine($"  {date.Kind,-6} expected {date.Expected:yyyy-MM-dd}, got {(date.Got is { } got ? got.ToString("yyyy-MM-dd") : "none")}");
            if (KnownDifferences.Of(result.Case.Name) is { } reason) output.WriteLine($"  {reason}");
        }
    }
}
