namespace JourneyTracker.Journal.Import.History;

/// <summary>
/// Refused rows are opened in spreadsheets, where a cell that begins like a formula would be one. An apostrophe is put before such a cell, and taken away when the
/// mended rows come back.
/// </summary>
public static class FormulaCells
{
    private const byte Quote = (byte)'"';
    private const byte Apostrophe = (byte)'\'';

    public static byte[] Neutralise(ReadOnlySpan<byte> csv, char delimiter) => Rewrite(csv, (byte)delimiter, isAdding: true);

    public static byte[] Restore(ReadOnlySpan<byte> csv, char delimiter) => Rewrite(csv, (byte)delimiter, isAdding: false);

    private static byte[] Rewrite(ReadOnlySpan<byte> csv, byte delimiter, bool isAdding)
    {
        var written = new List<byte>(csv.Length + 64);
        var (isQuoted, isStart) = (false, true);
        for (var i = 0; i < csv.Length; i++)
        {
            var one = csv[i];
            if (isStart && one == Quote && !isQuoted)
            {
                (isQuoted, isStart) = (true, true);
                written.Add(one);
                continue;
            }

            if (isStart && isAdding && IsFormula(one, delimiter)) written.Add(Apostrophe);
            var isDropped = isStart && !isAdding && one == Apostrophe && i + 1 < csv.Length && IsFormula(csv[i + 1], delimiter);
            if (!isDropped) written.Add(one);
            if (one == Quote && isQuoted) isQuoted = false;
            else if (one == Quote && !isStart && i > 0 && csv[i - 1] == Quote) isQuoted = true;
            isStart = !isQuoted && (one == delimiter || one is (byte)'\n' or (byte)'\r');
        }

        return [.. written];
    }

    private static bool IsFormula(byte one, byte delimiter) => one is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' && one != delimiter;
}
