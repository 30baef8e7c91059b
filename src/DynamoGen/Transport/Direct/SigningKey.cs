using System.Security.Cryptography;
using System.Text;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// The key that requests of one day to one service in one region are signed with, derived from a secret by four hashes. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version 4</see>.
/// </summary>
internal sealed class SigningKey
{
    /// <summary>The size of a hash of SHA-256, in bytes.</summary>
    public const int HashSize = SHA256.HashSizeInBytes;

    private readonly string _secret;
    private readonly string _service;
    private readonly KeptHash _hash;

    /// <param name="secret">The secret access key.</param>
    /// <param name="date">The day in UTC, as <c>yyyyMMdd</c>.</param>
    /// <param name="region">The region.</param>
    /// <param name="service">The name of the service, as signatures have it.</param>
    public SigningKey(string secret, string date, string region, string service)
    {
        (_secret, _service, Date, Region) = (secret, service, date, region);
        Scope = $"{date}/{region}/{service}/aws4_request";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var text in new[] { date, region, service, "aws4_request" })
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            key = hash.GetHashAndReset();
        }

        _hash = new KeptHash(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));
    }

    public string Date { get; }

    public string Region { get; }

    /// <summary>What the signature is good for.</summary>
    public string Scope { get; }

    public bool IsFor(string secret, string date, string region, string service) =>
        Date == date && Region == region && _service == service && _secret == secret;

    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature) => _hash.Compute(text, signature);
}
