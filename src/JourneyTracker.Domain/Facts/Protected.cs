using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>Seals and opens the protected values of one journey with that journey's own key.</summary>
public interface ISealer
{
    /// <summary>Encrypts; the answer begins with <see cref="Protected.SealedPrefix"/>.</summary>
    string Seal(ReadOnlySpan<byte> plain);

    /// <summary>Decrypts; null when the journey's key has been destroyed and the value is erased.</summary>
    byte[]? Open(string sealedValue);
}

/// <summary>
/// Free text or a sensitive code (safeguards S11). It never stands readable in the journal: it is sealed with the journey's own key when
/// recorded, opened for those who may see it, and erased for ever when that key is destroyed.
/// </summary>
public sealed record Protected<T>
    where T : notnull
{
    private readonly T? value;

    internal Protected(T? value, string? sealedValue, bool erased) => (this.value, SealedValue, IsErased) = (value, sealedValue, erased);

    /// <summary>The encrypted form; null while it has not been sealed.</summary>
    public string? SealedValue { get; }

    /// <summary>Whether the journey's key was gone when it should have been opened.</summary>
    public bool IsErased { get; }

    /// <summary>Whether it is kept from whoever reads: it stays sealed, and is not erased.</summary>
    public bool IsWithheld { get; private init; }

    public bool IsOpen => value is not null && SealedValue is null;

    /// <exception cref="InvalidOperationException">It is sealed or erased.</exception>
    public T Value => IsOpen ? value! : throw new InvalidOperationException("A protected value must be opened with the journey's key before it can be read.");

    public Protected<T> Seal(ISealer sealer) => IsOpen
        ? new(default, sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(value, FactJson.Plain)), erased: false)
        : this;

    public Protected<T> Open(ISealer sealer)
    {
        if (sealer is Protected.Withholder) return new(default, SealedValue ?? Protected.SealedPrefix, erased: false) { IsWithheld = true };
        if (SealedValue is null) return this;
        return sealer.Open(SealedValue) is { } plain
            ? new(JsonSerializer.Deserialize<T>(plain, FactJson.Plain), null, erased: false)
            : new(default, SealedValue, erased: true);
    }

    /// <summary>Never the content: a record's own ToString would put it into logs.</summary>
    public override string ToString() => IsOpen ? "(protected)" : IsErased ? "(erased)" : IsWithheld ? "(not shared)" : "(sealed)";
}

/// <summary>Makes <see cref="Protected{T}"/> values.</summary>
public static class Protected
{
    /// <summary>How every sealed value begins; the number is the version of the sealing.</summary>
    public const string SealedPrefix = "p1.";

    /// <summary>Opens nothing: what is read with it says that it is not shared with the reader.</summary>
    public static ISealer Withheld { get; } = new Withholder();

    public static Protected<T> Of<T>(T value)
        where T : notnull => new(value, null, erased: false);

    internal sealed class Withholder : ISealer
    {
        public string Seal(ReadOnlySpan<byte> plain) => throw new InvalidOperationException("It is for reading only.");

        public byte[]? Open(string sealedValue) => null;
    }
}
