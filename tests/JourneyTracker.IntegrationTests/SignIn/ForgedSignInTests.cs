using System.Net;
using System.Text;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>What is not the provider's own answer, to us, of now, to this browser, signs nobody in.</summary>
public sealed class ForgedSignInTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    private static readonly ForgedToken.Key Other = new("k1");

    [PostgresFact]
    public async Task What_is_not_forged_signs_in()
    {
        using var visitor = new Visitor(house.Server.Address);
        var answer = await visitor.SignInAsync("/sign-in/start?return=/board?area=E23000007");
        (answer.StatusCode, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Redirect, "/board?area=E23000007"));
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public Task An_expired_token() => house.RefusedAsync(t => t.With("exp", Now - 120).Signed(), "not-of-now");

    [PostgresFact]
    public Task A_token_without_an_end() => house.RefusedAsync(t => t.With("exp", null).Signed(), "not-of-now");

    [PostgresFact]
    public Task A_token_of_later() => house.RefusedAsync(t => t.With("nbf", Now + 120).Signed(), "not-of-now");

    [PostgresFact]
    public Task A_token_that_was_issued_later_than_now() => house.RefusedAsync(t => t.With("iat", Now + 120).Signed(), "issued-later-than-now");

    [PostgresFact]
    public Task A_token_for_another_audience() => house.RefusedAsync(t => t.With("aud", "somebody-else").Signed(), "for-somebody-else");

    [PostgresFact]
    public Task A_token_that_another_party_was_given() => house.RefusedAsync(t => t.With("azp", "somebody-else").Signed(), "wrong-authorised-party");

    [PostgresFact]
    public Task A_token_of_another_issuer() => house.RefusedAsync(t => t.With("iss", "https://evil.example").Signed(), "from-somebody-else");

    [PostgresFact]
    public Task A_token_with_another_nonce() => house.RefusedAsync(t => t.With("nonce", "of another sign-in").Signed(), "wrong-nonce");

    [PostgresFact]
    public Task A_token_without_a_nonce() => house.RefusedAsync(t => t.With("nonce", null).Signed(), "wrong-nonce");

    [PostgresFact]
    public Task A_tampered_token() => house.RefusedAsync(t => t.Tampered("preferred_username", "the commissioner"), "wrong-signature");

    [PostgresFact]
    public Task A_token_that_is_not_signed() => house.RefusedAsync(t => t.Unsigned(), "wrong-signature");

    [PostgresFact]
    public Task A_token_signed_with_a_key_that_is_not_the_providers() => house.RefusedAsync(t => t.Signed(Other), "wrong-signature");

    [PostgresFact]
    public Task A_token_signed_with_a_key_that_nobody_knows()
    {
        return house.RefusedAsync(
            t =>
            {
                t.Header["kid"] = "k9";
                return t.Signed(Other);
            }, "unknown-key");
    }

    [PostgresFact]
    public Task A_token_signed_with_our_own_secret() => house.RefusedAsync(t => t.SignedWithSecret(Encoding.UTF8.GetBytes("a secret of the tests")), "wrong-signature");

    [PostgresFact]
    public Task A_token_signed_with_the_public_key_taken_for_a_secret() => house.RefusedAsync(t => t.SignedWithSecret(house.Provider.Published.Rsa.ExportSubjectPublicKeyInfo()), "wrong-signature");

    [PostgresFact]
    public Task A_token_that_belongs_to_another_access_token() => house.RefusedAsync(t => t.With("at_hash", "b3RoZXI").Signed(), "wrong-access-token-hash");

    [PostgresFact]
    public Task A_logout_token_taken_for_an_id_token()
    {
        return house.RefusedAsync(
            t =>
            {
                t.Header["typ"] = "logout+jwt";
                return t.Signed();
            }, "wrong-type");
    }

    [PostgresFact]
    public Task No_token_at_all() => house.RefusedAsync(_ => "nonsense", "no-token");

    [PostgresFact]
    public Task A_token_that_does_not_say_the_role() => house.RefusedAsync(t => t.With("groups", null).Signed(), "unknown-person");

    [PostgresFact]
    public Task A_token_with_a_role_that_is_not_known() => house.RefusedAsync(t => t.With("groups", "administrators of everything").Signed(), "unknown-person");

    [PostgresFact]
    public Task A_token_with_a_woman_who_is_no_journey() => house.RefusedAsync(t => t.With("women", "Mary").Signed(), "unknown-person");

    [PostgresFact]
    public Task An_old_proof_where_a_fresh_one_was_asked() =>
        house.RefusedAsync(t => t.With("auth_time", Now - 3_600).Signed(), "not-proved-anew", "/sign-in/start?within=300");

    [PostgresFact]
    public Task No_proof_where_a_fresh_one_was_asked() => house.RefusedAsync(t => t.With("auth_time", null).Signed(), "not-proved-anew", "/sign-in/start?within=300");

    [PostgresFact]
    public async Task An_answer_that_was_used_already()
    {
        using var visitor = new Visitor(house.Server.Address);
        var callback = await visitor.ToCallbackAsync();
        (await visitor.GetAsync(callback.PathAndQuery)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await house.RefusedAsync(await visitor.GetAsync(callback.PathAndQuery), "spent");
    }

    [PostgresFact]
    public async Task An_answer_to_another_browser()
    {
        using var thief = new Visitor(house.Server.Address);
        var callback = await thief.ToCallbackAsync();
        using var victim = new Visitor(house.Server.Address);
        await victim.ToCallbackAsync();
        await house.RefusedAsync(await victim.GetAsync(callback.PathAndQuery), "spent");
        victim.Session.Should().BeNull();
    }

    [PostgresFact]
    public async Task A_code_of_another_sign_in_put_into_ones_own()
    {
        using var thief = new Visitor(house.Server.Address);
        using var victim = new Visitor(house.Server.Address);
        var own = (await thief.ToCallbackAsync()).PathAndQuery;
        var stolen = (await victim.ToCallbackAsync()).PathAndQuery;
        var mixed = $"/sign-in/callback?code={Of(stolen, "code")}&state={Of(own, "state")}";
        await house.RefusedAsync(await thief.GetAsync(mixed), "code-refused");
    }

    [PostgresFact]
    public async Task A_state_that_is_not_ours()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.ToCallbackAsync();
        await house.RefusedAsync(await visitor.GetAsync("/sign-in/callback?code=x&state=forged"), "spent");
    }

    [PostgresFact]
    public async Task An_answer_in_the_name_of_another_provider()
    {
        house.Provider.SaysIssuer = "https://evil.example";
        using var visitor = new Visitor(house.Server.Address);
        var answer = await visitor.SignInAsync();
        house.Provider.SaysIssuer = null;
        await house.RefusedAsync(answer, "answer-of-another-provider");
    }

    [PostgresFact]
    public async Task A_person_who_declined_at_the_provider()
    {
        using var visitor = new Visitor(house.Server.Address);
        var callback = await visitor.ToCallbackAsync();
        await house.RefusedAsync(await visitor.GetAsync($"/sign-in/callback?error=access_denied&state={Of(callback.PathAndQuery, "state")}"), "declined");
    }

    [PostgresTheory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string address)
    {
        using var visitor = new Visitor(house.Server.Address);
        (await visitor.SignInAsync($"/sign-in/start?return={Uri.EscapeDataString(address)}")).Headers.Location!.ToString().Should().Be("/board");
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static string Of(string callback, string name) => callback.Split('?', '&').Single(p => p.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}
