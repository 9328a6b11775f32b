using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Hardening;

/// <summary>What is built is what was looked at: every package stands in a lock file with its hash, and the tests' build takes no other.</summary>
public sealed partial class PinnedPackagesTests
{
    [Fact]
    public void Every_project_has_a_lock_file_in_which_every_package_has_a_version_and_a_hash()
    {
        var projects = new[] { "src", "projections", "tests" }.SelectMany(f => Directory.GetFiles(Repository.PathOf(f), "*.csproj", SearchOption.AllDirectories)).ToList();
        projects.Should().HaveCountGreaterThan(7);
        foreach (var project in projects)
        {
            var file = Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");
            File.Exists(file).Should().BeTrue(file);
            var packages = JsonElement.Parse(File.ReadAllText(file)).GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project");
            packages.Where(p => p.Value.GetProperty("resolved").GetString() is not { Length: > 0 } || p.Value.GetProperty("contentHash").GetString() is not { Length: 88 }).Should().BeEmpty(file);
        }
    }

    [Fact]
    public void Versions_are_central_and_exact_for_all_that_is_shipped()
    {
        var shipped = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("ItemGroup").Where(g => g.Attribute("Label")?.Value != "Tests").Descendants("PackageVersion").ToList();
        shipped.Should().HaveCountGreaterThan(5).And.OnlyContain(p => Exact().IsMatch(p.Attribute("Version")!.Value));
    }

    [Fact]
    public void What_comes_from_npm_is_exact_and_locked_with_a_hash()
    {
        var wanted = JsonElement.Parse(File.ReadAllText(Repository.PathOf("package.json")));
        new[] { "dependencies", "devDependencies", "optionalDependencies" }.SelectMany(of => wanted.GetProperty(of).EnumerateObject()).Should().OnlyContain(p => Exact().IsMatch(p.Value.GetString()!));
        var locked = JsonElement.Parse(File.ReadAllText(Repository.PathOf("package-lock.json"))).GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
        locked.Should().HaveCountGreaterThan(20).And.OnlyContain(p => p.Value.GetProperty("integrity").GetString()!.StartsWith("sha512-"));
    }

    [Fact]
    public void The_build_of_every_test_run_takes_only_what_is_locked_and_asks_for_known_flaws()
    {
        var door = File.ReadAllText(Repository.PathOf("journey"));
        door.Should().Contain("dotnet restore \"$home/JourneyTracker.sln\" --locked-mode").And.Contain("npm ci").And.Contain("npm audit --audit=true").And.Contain("--locked-mode --force --configfile \"$config\"").And.Contain("<auditSources>");
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-r\.\d+)?$")]
    private static partial Regex Exact();
}
