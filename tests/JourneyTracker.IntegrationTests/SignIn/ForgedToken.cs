using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A token made by hand, so that anything can be wrong with it.</summary>
public sealed class ForgedToken(ForgedToken.Key key, JsonObject header, JsonObject body)
{
    public JsonObject Header => header;

    public JsonObject Body => body;

    public ForgedToken With(string claim, JsonNode? value)
    {
        if (value is null) body.Remove(claim);
        else body[claim] = value;
        return this;
    }

    public string Signed() => Signed(key);

    public string Signed(Key by)
    {
        var covered = Covered();
        return $"{covered}.{Base64UrlEncoder.Encode(by.Rsa.SignData(Encoding.ASCII.GetBytes(covered), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signed with a secret that both sides know: the client's, or the public key taken for one.</summary>
    public string SignedWithSecret(byte[] secret)
    {
        header["alg"] = "HS256";
        var covered = Covered();
        return $"{covered}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(covered)))}";
    }

    public string Unsigned()
    {
        header["alg"] = "none";
        header.Remove("kid");
        return Covered() + ".";
    }

    /// <summary>Another body under the signature of this one.</summary>
    public string Tampered(string claim, JsonNode value)
    {
        var signature = Signed().Split('.')[2];
        body[claim] = value;
        return $"{Covered()}.{signature}";
    }

    private string Covered() => $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(body.ToJsonString())}";

    /// <summary>A signing key.</summary>
    public sealed class Key(string id)
    {
        public string Id => id;

        public RSA Rsa { get; } = RSA.Create(2048);

        public object Public
        {
            get
            {
                var numbers = Rsa.ExportParameters(false);
                return new { kty = "RSA", use = "sig", alg = "RS256", kid = id, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
            }
        }
    }
}
