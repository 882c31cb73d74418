using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Journaling;

/// <summary>
/// A secret that all hosts of a journal share and that is not in it. What the journal keeps of personal data only to compare it, keyed
/// with the secret, can then not be computed back.
/// </summary>
public sealed class JournalSecret
{
    /// <summary>The least bytes of a secret.</summary>
    public const int MinBytes = 32;

    /// <summary>The longest id.</summary>
    public const int MaxIdLength = 16;

    private const int KeyBytes = 16;
    private const int MaxStackBytes = 512;

    // One is used by one thread at a time; to make one costs more than to use it.
    private readonly ConcurrentBag<IncrementalHash> _hashes = [];
    private readonly byte[] _value;

    /// <summary>Creates one.</summary>
    /// <param name="id">Tells it from others when it is changed: small letters and digits, at most <see cref="MaxIdLength"/>. It stands
    /// in the journal.</param>
    /// <param name="value">At least <see cref="MinBytes"/> random bytes. Keep them out of source control and out of the journal's
    /// backups.</param>
    /// <exception cref="ArgumentException">The id has other characters, or the value is too short.</exception>
    public JournalSecret(string id, ReadOnlySpan<byte> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (id.Length > MaxIdLength || id.Any(letter => letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9'))))
            throw new ArgumentException($"The id of a secret has small letters and digits, at most {MaxIdLength}.", nameof(id));
        if (value.Length < MinBytes)
            throw new ArgumentException($"A secret has at least {MinBytes} bytes, this one {value.Length}.", nameof(value));
        (Id, _value) = (id, value.ToArray());
        Fingerprint = Key("AutoResolve journal fingerprint");
    }

    /// <summary>Tells it from others. It stands in the journal.</summary>
    public string Id { get; }

    /// <summary>By which a journal knows the secret again without knowing it: 32 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>A new random secret.</summary>
    /// <param name="id">Its id.</param>
    public static JournalSecret Create(string id = "1") => new(id, RandomNumberGenerator.GetBytes(MinBytes));

    /// <summary>The secret itself, for whoever keeps it.</summary>
    public byte[] ToBytes() => [.. _value];

    /// <summary>A keyed hash of a text: the first 16 bytes of HMAC-SHA-256 (RFC 2104) of its UTF-8, as 32 hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Key(text.AsSpan());
    }

    internal string Key(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = size > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(size) : null;
        try
        {
            var bytes = rented ?? stackalloc byte[MaxStackBytes];
            return KeyOf(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private string KeyOf(ReadOnlySpan<byte> bytes)
    {
        if (!_hashes.TryTake(out var hash))
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _value);
        hash.AppendData(bytes);
        Span<byte> result = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(result);
        _hashes.Add(hash);
        return Convert.ToHexStringLower(result[..KeyBytes]);
    }

    /// <summary>Its id; never the secret.</summary>
    public override string ToString() => Id;
}
