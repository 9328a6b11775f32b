using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using JourneyTracker.Journal.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace JourneyTracker.Journal.SignIn;

/// <summary>
/// The keys that seal sessions, in the database, so that every web node has them and a restart ends nobody's session. They are sealed with a key of the
/// secret that outlasts a rotation of the master key: a copy of the database opens no session, and nobody is signed out by a rotation.
/// </summary>
public sealed class KeyRing : IXmlRepository
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly NpgsqlDataSource source;
    private readonly byte[] key;

    internal KeyRing(NpgsqlDataSource source, HashingSecret secret) => (this.source, key) = (source, secret.For("sign-in-keys"));

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("select name, sealed from journeys.sign_in_key order by name");
        using var rows = command.ExecuteReader();
        var all = new List<XElement>();
        while (rows.Read())
        {
            if (Open(rows.GetString(0), rows.GetFieldValue<byte[]>(1)) is { } text) all.Add(XElement.Parse(text));
        }

        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("insert into journeys.sign_in_key (name, sealed) values ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = Close(friendlyName, element.ToString(SaveOptions.DisableFormatting)) });
        command.ExecuteNonQuery();
    }

    private byte[] Close(string name, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(name));
        return box;
    }

    private string? Open(string name, byte[] box)
    {
        if (box.Length < Nonce + Tag) return null;
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        try
        {
            aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
