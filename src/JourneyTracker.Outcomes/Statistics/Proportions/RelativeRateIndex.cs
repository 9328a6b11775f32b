namespace JourneyTracker.Outcomes.Statistics.Proportions;

/// <summary>
/// The ratio of two rates: a group's against the group it is compared with. The interval is worked out on the log scale (Katz and others 1978):
/// exp(ln RRI ± z sqrt((1 - p1) / (n1 p1) + (1 - p0) / (n0 p0))).
/// </summary>
/// <param name="Value">Null when either group is empty or nothing happened in the group compared with.</param>
/// <param name="Interval">Null when either count is zero: the log scale has no place for it.</param>
public sealed record RelativeRateIndex(double? Value, Interval? Interval)
{
    public static RelativeRateIndex Of(Proportion group, Proportion reference, double z = Statistics.Interval.Z95)
    {
        if (group.Rate is not { } p1 || reference.Rate is not > 0) return new(null, null);
        var p0 = reference.Rate.Value;
        var ratio = p1 / p0;
        if (group.Events == 0) return new(ratio, null);
        var error = Math.Sqrt(((1 - p1) / (group.N * p1)) + ((1 - p0) / (reference.N * p0)));
        return new(ratio, new(Math.Exp(Math.Log(ratio) - (z * error)), Math.Exp(Math.Log(ratio) + (z * error))));
    }
}
