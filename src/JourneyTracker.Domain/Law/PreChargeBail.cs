namespace JourneyTracker.Domain.Law;

/// <summary>How long bail before charge can run, and who must agree to it.</summary>
public static class PreChargeBail
{
    private static readonly string[] Rules = ["BAIL-01", "BAIL-01-2017"];

    private static readonly (string Parameter, string Kind, string Words)[] Limits =
    [
        ("initial", "BAIL-FIRST", "The first bail period"),
        ("inspector", "BAIL-INSPECTOR", "With an inspector's authority it"),
        ("superintendent", "BAIL-SUPERINTENDENT", "With a superintendent's authority it"),
        ("court", "BAIL-COURT", "With a magistrates' court's authority it"),
    ];

    /// <summary>By the rule of the day of arrest; last days, each of which counts.</summary>
    public static DatesAnswer Of(DateOnly arrested, LawOfDay law)
    {
        var remarks = new Working();
        if (Rules.FirstOrDefault(r => law.Holds(r, arrested)) is not { } rule)
        {
            remarks.Say("BAIL-01", $"No limit on bail before charge for an arrest on {Working.Day(arrested)} stands in our tables.");
            return new DatesAnswer(law.Day, [], remarks.Steps);
        }

        var dates = Limits.Where(l => LawBook.Rule(rule).Parameters.ContainsKey(l.Parameter)).Select(limit =>
        {
            var working = new Working();
            var length = LawOfDay.Length(rule, limit.Parameter);
            var last = length.LastDay(arrested.AddDays(1));
            working.Say(rule, $"{limit.Words} can run {Working.Length(length)}, to {Working.Day(last)}.");
            working.Say("JT-07", $"Counted from {Working.Day(arrested.AddDays(1))}, the day after the arrest.");
            return Dated.Finish(DateKind.Of(limit.Kind), last, working);
        });
        return new DatesAnswer(law.Day, [.. dates], remarks.Steps);
    }
}
