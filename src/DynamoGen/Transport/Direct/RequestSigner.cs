using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// Signs requests by Signature Version 4. The canonical request is written as UTF-8 into pooled memory, and the key is kept for the
/// day. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version 4</see>.
/// </summary>
internal sealed class RequestSigner
{
    /// <summary>What a canonical request has beside the endpoint, the operation's texts and the token, in bytes; rather more than it is.</summary>
    private const int Overhead = 512;

    private static readonly KeptHash Hash = new(static () => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    private SigningKey? _key;
    private SignedSecond? _second;

    /// <summary>Signs one request.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="operation">What it is a request of.</param>
    /// <param name="body">Its body.</param>
    /// <param name="credentials">Whose request it is.</param>
    /// <param name="now">The time, which AWS compares with its own.</param>
    public RequestSignature Sign(
        DirectEndpoint endpoint, HttpOperation operation, ReadOnlySpan<byte> body, ImmutableCredentials credentials, DateTimeOffset now)
    {
        var time = At(now);
        var key = _key;
        if (key is null || !key.IsFor(credentials.SecretKey, time.Date, endpoint.Region, endpoint.Service))
        {
            _key = key = new SigningKey(credentials.SecretKey, time.Date, endpoint.Region, endpoint.Service);
        }

        var token = credentials.UseToken ? credentials.Token : null;
        var signedHeaders = token is null ? operation.SignedHeaders : operation.SignedHeadersWithToken;
        var rented = ArrayPool<byte>.Shared.Rent(
            Overhead + endpoint.CanonicalHead.Length + endpoint.CanonicalHost.Length + operation.CanonicalContentType.Length
            + (operation.Target?.Length ?? 0) + (3 * (token?.Length ?? 0)));
        try
        {
            Span<byte> hash = stackalloc byte[SigningKey.HashSize];
            Hash.Compute(body, hash);
            Hash.Compute(rented.AsSpan(0, WriteRequest(rented, endpoint, operation, token, time.Text, hash)), hash);
            Span<byte> signature = stackalloc byte[SigningKey.HashSize];
            key.Sign(rented.AsSpan(0, WriteTextToSign(rented, time.Text, key.Scope, hash)), signature);
            return new RequestSignature(time.Text, token, Authorization(credentials.AccessKey, key.Scope, signedHeaders, signature));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int WriteRequest(
        Span<byte> to, DirectEndpoint endpoint, HttpOperation operation, string? token, string time, ReadOnlySpan<byte> bodyHash)
    {
        var text = new TextBuffer(to);
        text.Add(endpoint.CanonicalHead);
        text.Add(operation.CanonicalContentType);
        text.Add(endpoint.CanonicalHost);
        text.Add("\nx-amz-date:"u8);
        text.Add(time);
        if (token is not null)
        {
            text.Add("\nx-amz-security-token:"u8);
            text.Add(token);
        }

        if (operation.Target is { } target)
        {
            text.Add("\nx-amz-target:"u8);
            text.Add(target);
        }

        text.Add("\n\n"u8);
        text.Add(token is null ? operation.SignedHeaders : operation.SignedHeadersWithToken);
        text.Add("\n"u8);
        text.AddHex(bodyHash);
        return text.Length;
    }

    private static int WriteTextToSign(Span<byte> to, string time, string scope, ReadOnlySpan<byte> requestHash)
    {
        var text = new TextBuffer(to);
        text.Add("AWS4-HMAC-SHA256\n"u8);
        text.Add(time);
        text.Add("\n"u8);
        text.Add(scope);
        text.Add("\n"u8);
        text.AddHex(requestHash);
        return text.Length;
    }

    private static string Authorization(string accessKey, string scope, string signedHeaders, ReadOnlySpan<byte> signature)
    {
        Span<char> hex = stackalloc char[2 * SigningKey.HashSize];
        Convert.TryToHexStringLower(signature, hex, out _);
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={signedHeaders}, Signature={hex}";
    }

    /// <summary>The texts of a second, which many requests share.</summary>
    private SignedSecond At(DateTimeOffset now)
    {
        var ticks = now.UtcTicks / TimeSpan.TicksPerSecond;
        var second = _second;
        return second?.Ticks == ticks ? second : _second = new SignedSecond(ticks, now.UtcDateTime);
    }

    private sealed class SignedSecond(long ticks, DateTime time)
    {
        public long Ticks => ticks;

        public string Text { get; } = time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

        public string Date { get; } = time.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    }

    /// <summary>UTF-8 text that is written into memory.</summary>
    private ref struct TextBuffer(Span<byte> to)
    {
        private readonly Span<byte> _to = to;

        public int Length { get; private set; }

        public void Add(ReadOnlySpan<byte> text)
        {
            text.CopyTo(_to[Length..]);
            Length += text.Length;
        }

        public void Add(string text) => Length += Encoding.UTF8.GetBytes(text, _to[Length..]);

        public void AddHex(ReadOnlySpan<byte> bytes)
        {
            Convert.TryToHexStringLower(bytes, _to[Length..], out var written);
            Length += written;
        }
    }
}

/// <summary>The headers that a signature adds to a request.</summary>
/// <param name="Date">The value of <c>X-Amz-Date</c>.</param>
/// <param name="Token">The value of <c>X-Amz-Security-Token</c>, or null.</param>
/// <param name="Authorization">The value of <c>Authorization</c>.</param>
internal readonly record struct RequestSignature(string Date, string? Token, string Authorization);
