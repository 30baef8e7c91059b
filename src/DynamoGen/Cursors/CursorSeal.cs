using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DynamoGen.Cursors;

/// <summary>
/// Encrypts and authenticates a position under one secret, together with the query that it belongs to: a version byte, a random salt, AES-256-GCM's
/// ciphertext and tag, all as base64url. Each cursor has a key and a nonce of its own, derived from the secret and the salt by HKDF-SHA-256: with 192
/// random bits, no count of cursors under one secret brings nonces near to repeating, as 96 random bits would.
/// </summary>
/// <remarks>
/// See <see href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</see> and <see href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</see>.
/// </remarks>
internal sealed class CursorSeal
{
    /// <summary>The shortest secret: as long as the keys that are derived from it.</summary>
    public const int MinSecretBytes = 32;

    private const byte Version = 1;
    private const int SaltBytes = 24;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + SaltBytes;

    private readonly byte[] _secret;

    public CursorSeal(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinSecretBytes)
        {
            throw new ArgumentException($"A key of cursors has {secret.Length} bytes; at least {MinSecretBytes} are required.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    private static ReadOnlySpan<byte> Purpose => "DynamoGen cursor 1"u8;

    /// <summary>Makes the cursor of a position.</summary>
    /// <param name="position">Where to go on from.</param>
    /// <param name="query">What identifies the query: the cursor opens only with the same.</param>
    public string Close(ReadOnlySpan<byte> position, ReadOnlySpan<byte> query)
    {
        var cursor = new byte[HeaderBytes + position.Length + TagBytes];
        cursor[0] = Version;
        var salt = cursor.AsSpan(1, SaltBytes);
        RandomNumberGenerator.Fill(salt);
        Span<byte> derived = stackalloc byte[KeyBytes + NonceBytes];
        using var cipher = Derive(salt, derived);
        cipher.Encrypt(derived[KeyBytes..], position, cursor.AsSpan(HeaderBytes, position.Length), cursor.AsSpan(HeaderBytes + position.Length), query);
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>Opens the bytes of a cursor, if this secret closed them for the same query.</summary>
    public bool TryOpen(ReadOnlySpan<byte> cursor, ReadOnlySpan<byte> query, [NotNullWhen(true)] out byte[]? position)
    {
        position = null;
        if (cursor.Length < HeaderBytes + TagBytes || cursor[0] != Version)
        {
            return false;
        }

        var opened = new byte[cursor.Length - HeaderBytes - TagBytes];
        Span<byte> derived = stackalloc byte[KeyBytes + NonceBytes];
        using var cipher = Derive(cursor.Slice(1, SaltBytes), derived);
        try
        {
            cipher.Decrypt(derived[KeyBytes..], cursor[HeaderBytes..^TagBytes], cursor[^TagBytes..], opened, query);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        position = opened;
        return true;
    }

    /// <summary>The bytes of a cursor. Only the one text that those bytes are written as is taken: no padding, white space or stray bits.</summary>
    public static bool TryDecode(string cursor, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        var decoded = Base64Url.DecodeFromChars(cursor);
        if (Base64Url.EncodeToString(decoded) != cursor)
        {
            return false;
        }

        bytes = decoded;
        return true;
    }

    private AesGcm Derive(ReadOnlySpan<byte> salt, Span<byte> derived)
    {
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, derived, salt, Purpose);
        return new AesGcm(derived[..KeyBytes], TagBytes);
    }
}
