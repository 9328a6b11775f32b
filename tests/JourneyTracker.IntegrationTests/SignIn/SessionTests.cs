using System.Net;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Hosting;
using Npgsql;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A session belongs to one browser, begins anew with each sign-in, and other sites cannot use it.</summary>
public sealed class SessionTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    [PostgresFact]
    public async Task Signing_in_again_ends_the_session_before_so_that_nobody_can_plant_one()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        var planted = visitor.Session!;
        await visitor.SignInAsync();
        visitor.Session.Should().NotBe(planted);
        using var thief = new Visitor(house.Server.Address);
        thief.Cookies.Add(house.Server.Address, new Cookie("journey", planted));
        (await thief.CountAsync()).Should().Be(HttpStatusCode.Unauthorized);
    }

    [PostgresTheory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "said")]
    public async Task What_rests_on_a_cookie_and_changes_something_must_say_that_it_comes_from_a_page_of_ours(string header, string value)
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        foreach (var path in new[] { "/api/facts", "/sign-out" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Server.Address, path)) { Content = new StringContent("{}") };
            request.Headers.Add(header, value);
            (await visitor.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK, "nobody signed out");
    }

    [PostgresFact]
    public async Task Who_signs_out_from_a_page_of_ours_is_signed_out_and_led_to_the_provider()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Server.Address, "/sign-out"));
        request.Headers.Add("Origin", house.Server.Address.GetLeftPart(UriPartial.Authority));
        var page = await (await visitor.SendAsync(request)).Content.ReadAsStringAsync();
        page.Should().Contain($"{house.Provider.Address.GetLeftPart(UriPartial.Authority)}/end?id_token_hint=").And.Contain("http-equiv=\"refresh\"");
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.Unauthorized);
    }

    [PostgresFact]
    public async Task Neither_the_secret_nor_the_person_nor_a_token_can_be_read_in_the_database()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        await using var connection = new NpgsqlConnection(house.Journal.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select string_agg(encode(id || subject || provider_session || sealed, 'escape'), ' ') || (select string_agg(encode(sealed, 'escape'), ' ') from journeys.sign_in_key) from journeys.session", connection);
        var all = (string)(await command.ExecuteScalarAsync())!;
        all.Should().NotContain(visitor.Session).And.NotContain("ada").And.NotContain("Coordination").And.NotContain("eyJ").And.NotContain("masterKey");
    }

    [PostgresFact]
    public async Task Too_many_sign_ins_from_one_address_are_turned_away()
    {
        await using var node = await house.NodeAsync(new ServerBounds { SignInsOfAddress = 3 });
        using var visitor = new Visitor(node.Address);
        for (var i = 0; i < 3; i++) (await visitor.GetAsync("/sign-in/start")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/sign-in/start")).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task When_the_provider_cannot_be_reached_people_are_told_so()
    {
        await using var lonely = await WebServer.CreateAsync(
            house.Journal, options: new JourneyTracker.Web.WebOptions(new Listening(0)) { SignIn = SignInHouse.Settings(new Uri("http://127.0.0.1:1")) });
        using var visitor = new Visitor(lonely.Address);
        var answer = await visitor.GetAsync("/sign-in/start");
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("The sign-in service cannot be reached at the moment.");
    }
}
