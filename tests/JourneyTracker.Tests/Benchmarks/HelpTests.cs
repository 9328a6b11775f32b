using JourneyTracker.Benchmarks;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Tests.Benchmarks;

/// <summary>The command's help stands in one program and its work is done by another: they must not drift apart.</summary>
public class HelpTests
{
    [Fact]
    public async Task The_help_names_every_bench_and_every_option_of_it()
    {
        await using var help = new StringWriter();
        await CommandLine.RunAsync(["bench", "--help"], help, TextWriter.Null, CancellationToken.None);
        foreach (var option in BenchCommand.Make(Benches.All).Options.Where(o => o.Name.StartsWith("--", StringComparison.Ordinal) && o.Name is not ("--help" or "--version")))
            help.ToString().Should().Contain(option.Name);
        foreach (var bench in Benches.All) help.ToString().Should().Contain(bench.Name);
    }
}
