namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>How far two spellings are from each other.</summary>
internal static class Spelling
{
    private const int ShortestWithASlip = 4;
    private const int ShortestWithTwo = 8;

    /// <summary>How many slips may be between two long words.</summary>
    public const int MostSlips = 2;

    /// <summary>Whether one may be the other with a slip of the pen: a letter too many, too few, wrong, or changed round with its neighbour; in long words two.</summary>
    public static bool IsNear(string a, string b) =>
        Math.Min(a.Length, b.Length) is var least && least >= ShortestWithASlip
        && (least >= ShortestWithTwo ? MostSlips : 1) is var most && Math.Abs(a.Length - b.Length) <= most && Slips(a, b) <= most;

    /// <summary>The optimal string alignment distance.</summary>
    private static int Slips(string a, string b)
    {
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) slips[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) slips[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                slips[i, j] = Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
            }
        }

        return slips[a.Length, b.Length];
    }
}
