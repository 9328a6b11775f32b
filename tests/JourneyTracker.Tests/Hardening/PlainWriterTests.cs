using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Tests.Hardening;

/// <summary>Text that somebody recorded does not steer the terminal of whoever reads it.</summary>
public sealed class PlainWriterTests
{
    [Fact]
    public void Characters_that_steer_a_terminal_are_not_written_and_the_rest_is()
    {
        using var terminal = new StringWriter();
        using var plain = new PlainWriter(terminal);
        plain.Write("note: \u001b[2J\u001b]0;owned\u0007");
        plain.WriteLine("\u009b31m, Zoë\ttold us\r");
        plain.Write('\u0008');
        plain.Write($"{"\u007f"} £5");
        terminal.ToString().Should().Be($"note: \uFFFD[2J\uFFFD]0;owned\uFFFD\uFFFD31m, Zoë\ttold us\r{Environment.NewLine}\uFFFD\uFFFD £5");
    }
}
