using System.Text;

namespace JourneyTracker.Cli.Shell;

/// <summary>Writes to a terminal what may hold somebody else's text: characters that would steer the terminal stand there as a sign that something stood there.</summary>
internal sealed class PlainWriter(TextWriter inner) : TextWriter
{
    private const char Sign = '\uFFFD';

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Plain(value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Span<char> plain = buffer.Length <= 1024 ? stackalloc char[buffer.Length] : new char[buffer.Length];
        for (var i = 0; i < buffer.Length; i++) plain[i] = Plain(buffer[i]);
        inner.Write(plain);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Flush() => inner.Flush();

    private static char Plain(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? Sign : c;
}
