using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A sign-in file is read whole at the start, or refused with the file, the place and how to mend it.</summary>
public sealed class SignInFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("journey-sign-in-").FullName;

    [Fact]
    public void The_example_is_read()
    {
        var settings = SignInFile.Read(Write(Example));
        settings.ClientSecret.Should().Be("s3cret");
        (settings.Idle, settings.Absolute).Should().Be((TimeSpan.FromMinutes(15), TimeSpan.FromHours(8)));
        settings.Claims.Role.Values!.Select(v => v.Value).Should().Equal("auditor", "coordinator", "practitioner");
        settings.Claims.Partnership.Always.Should().Be("greater-manchester");
        settings.Api!.Programs["ndelius-feed"].Caller.Role.Should().Be(Role.Practitioner);
    }

    [Theory]
    [InlineData("\"https://login.example.org/realms/justice\"", "\"http://login.example.org\"", "authority", "not an address with https")]
    [InlineData("{ \"file\": \"sign-in-secret\" }", "\"s3cret\"", "clientSecret", "not as a sign-in file is written")]
    [InlineData("{ \"file\": \"sign-in-secret\" }", "{ \"file\": \"nothing\" }", "clientSecret.file", "cannot be read")]
    [InlineData("{ \"file\": \"sign-in-secret\" }", "{}", "clientSecret", "one of them")]
    [InlineData("\"idleMinutes\": 15", "\"idleMinutes\": 0", "session.idleMinutes", "1 to 120 minutes")]
    [InlineData("\"absoluteMinutes\": 480", "\"absoluteMinutes\": 4800", "session.absoluteMinutes", "at most a day")]
    [InlineData("\"coordinator\"", "\"queen\"", "claims.role.values.wsa-coordinator", "\"queen\" is not a role")]
    [InlineData("\"gmp\": \"POLICE\"", "\"gmp\": \"COPS\"", "claims.agencyType.values.gmp", "not a code of agency_types.csv")]
    [InlineData("{ \"always\": \"greater-manchester\" }", "{ \"always\": \"Greater Manchester\" }", "claims.partnership.always", "not a partnership's name")]
    [InlineData("\"person\": \"preferred_username\",", "", "claims", "What must be said is missing: person.")]
    [InlineData("\"person\": \"preferred_username\"", "\"person\": { \"always\": \"ada\" }", "claims.person", "not the same for everybody")]
    [InlineData("\"familyName\"", "\"surname\"", "claims", "\"surname\" is not known here")]
    [InlineData("\"https://journeys.example.org/api\"", "\"journeytracker\"", "api.audience", "an id_token would open the API")]
    [InlineData("\"PROBATION\"", "\"probation\"", "api.programs.ndelius-feed.agencyType", "not a code of agency_types.csv")]
    [InlineData("[\"openid\", \"profile\", \"journeytracker\"]", "[\"profile\"]", "scopes", "lack openid")]
    [InlineData("\"clientId\": \"journeytracker\",", "\"clientId\": \"journeytracker\" ", "line", "not as a sign-in file is written")]
    public void What_is_wrong_is_said_with_its_place(string from, string to, string place, string what)
    {
        Example.Should().Contain(from);
        var file = Write(Example.Replace(from, to, StringComparison.Ordinal));
        var refused = FluentActions.Invoking(() => SignInFile.Read(file)).Should().Throw<SignInFileException>().Which;
        refused.Message.Should().Contain(what);
        refused.Where.Should().StartWith(file).And.Contain(place);
        refused.How.Should().NotBeEmpty();
        (refused.Message + refused.Where + refused.How).Should().NotContain("s3cret");
    }

    [PostgresFact]
    public async Task Serve_refuses_a_bad_file_in_one_sentence_and_opens_to_nobody_without_HTTPS_or_a_name()
    {
        var bad = await CliProcess.RunAsync("serve", "--sign-in", Write(Example.Replace("\"coordinator\"", "\"queen\"", StringComparison.Ordinal)));
        (bad.ExitCode, bad.Messages.Trim().Split('\n').Length).Should().Be((1, 1));
        bad.Messages.Should().Contain("claims.role.values.wsa-coordinator");
        var good = Write(Example);
        foreach (var (words, why) in new (string[], string)[]
        {
            (["--host", "0.0.0.0", "--sign-in", good], "what it answers would cross the network"),
            (["--host", "0.0.0.0", "--sign-in", good, "--proxy", "10.0.0.5"], "by which name people reach it"),
            (["--host", "0.0.0.0", "--name", "journeys.example", "--proxy", "10.0.0.5"], "Without sign-in the server is for this machine only"),
            (["--sign-in", good, "--as", "ada"], "With sign-in everybody is who they sign in as"),
            (["--sign-in", good, "--proxy", "everybody"], "neither an address nor a network"),
        })
        {
            var refused = await CliProcess.RunAsync(["serve", .. words]);
            refused.ExitCode.Should().NotBe(0);
            refused.Messages.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain(why);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Example { get; } = File.ReadAllText(Path.Combine(Browser.Root(), "docs", "examples", "sign-in.json"));

    private string Write(string text)
    {
        File.WriteAllText(Path.Combine(folder, "sign-in-secret"), "s3cret\n");
        var file = Path.Combine(folder, "sign-in.json");
        File.WriteAllText(file, text);
        return file;
    }
}
