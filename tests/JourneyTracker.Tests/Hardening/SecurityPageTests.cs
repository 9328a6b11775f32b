using System.Text.RegularExpressions;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Hardening;

/// <summary>A page that says that a test shows something names a test that there is.</summary>
public sealed partial class SecurityPageTests
{
    [Theory]
    [InlineData("security.md", 40)]
    [InlineData("safeguards.md", 20)]
    public void Every_test_that_the_page_names_is_there(string page, int atLeast)
    {
        var tests = string.Join('\n', Directory.GetFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/")).Select(File.ReadAllText));
        var named = Name().Matches(File.ReadAllText(Repository.PathOf("docs", page))).Select(m => m.Groups[1].Value).Distinct().ToList();
        named.Should().HaveCountGreaterThan(atLeast);
        named.Where(n => !Regex.IsMatch(tests, $@"\b{n}\b")).Should().BeEmpty();
    }

    /// <summary>A sentence with underscores, or a class of tests.</summary>
    [GeneratedRegex("`([A-Z][a-z]*(?:_[A-Za-z0-9]+)+|[A-Z][A-Za-z]+(?:Tests|Properties))`")]
    private static partial Regex Name();
}
