namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// A small dense linear programme: maximise over A x = b, x ≥ 0, by the primal simplex method with Bland's rule, which cannot go round in circles.
/// One feasible corner is found when it is made; each question starts from where the last one ended.
/// </summary>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;

    /// <summary>All numbers here are of whole ones and few: a smaller one to divide by is what rounding has left of nothing.</summary>
    private const double LeastToDivideBy = 1e-6;
    private const int Artificial = -1;
    private readonly double[][] rows;
    private readonly int[] basis;
    private readonly int columns;

    /// <exception cref="InvalidOperationException">Nothing satisfies all rows.</exception>
    public Simplex(double[][] a, double[] b, int columns)
    {
        this.columns = columns;
        rows = [.. a.Select((row, i) => b[i] < 0 ? [.. row.Select(v => -v), -b[i]] : row.Append(b[i]).ToArray())];
        basis = [.. rows.Select(_ => Artificial)];
        var missing = new double[columns + 1];
        foreach (var row in rows)
            for (var j = 0; j <= columns; j++) missing[j] += row[j];
        Climb(missing);
        if (missing[columns] > 1e-6) throw new InvalidOperationException("The counts contradict each other.");
        for (var i = 0; i < rows.Length; i++)
            if (basis[i] == Artificial && Array.FindIndex(rows[i], 0, columns, v => Math.Abs(v) > LeastToDivideBy) is >= 0 and var j) Pivot(i, j, missing);
    }

    /// <summary>The values of all variables at the corner where the last question ended.</summary>
    public double[] Corner()
    {
        var values = new double[columns];
        for (var i = 0; i < rows.Length; i++)
            if (basis[i] != Artificial) values[basis[i]] = rows[i][columns];
        return values;
    }

    /// <summary>The greatest value of sign × variable, infinite when there is none.</summary>
    public double Greatest(int variable, int sign)
    {
        var gain = new double[columns + 1];
        gain[variable] = sign;
        var at = Array.IndexOf(basis, variable);
        if (at >= 0)
            for (var j = 0; j <= columns; j++) gain[j] -= sign * rows[at][j];
        return Climb(gain) ? sign * Corner()[variable] : double.PositiveInfinity;
    }

    /// <summary>Pivots until no variable gains any more; false when one gains without end.</summary>
    private bool Climb(double[] gain)
    {
        while (Array.FindIndex(gain, 0, columns, v => v > LeastToDivideBy) is >= 0 and var entering)
        {
            var leaving = -1;
            for (var i = 0; i < rows.Length; i++)
                if (rows[i][entering] > LeastToDivideBy && (leaving < 0 || Before(i, leaving, entering))) leaving = i;
            if (leaving < 0) return false;
            Pivot(leaving, entering, gain);
        }

        return true;
    }

    private bool Before(int row, int other, int entering)
    {
        var difference = (rows[row][columns] / rows[row][entering]) - (rows[other][columns] / rows[other][entering]);
        return difference < -Tiny || (difference <= Tiny && basis[row] < basis[other]);
    }

    private void Pivot(int row, int column, double[] gain)
    {
        var by = rows[row][column];
        for (var j = 0; j <= columns; j++) rows[row][j] /= by;
        for (var i = 0; i < rows.Length; i++)
            if (i != row) Subtract(rows[i], rows[i][column], rows[row]);
        Subtract(gain, gain[column], rows[row]);
        basis[row] = column;
    }

    private void Subtract(double[] from, double times, double[] row)
    {
        if (Math.Abs(times) < Tiny) return;
        for (var j = 0; j <= columns; j++)
        {
            var left = from[j] - (times * row[j]);
            from[j] = Math.Abs(left) < Tiny ? 0 : left;
        }
    }
}
