using System.Text;
using Amazon.Util;

namespace DynamoGen.Transport.Direct;

/// <summary>Where requests go, and what of it they are signed with.</summary>
internal sealed class DirectEndpoint
{
    /// <summary>The name of DynamoDB, and of its streams, in signatures.</summary>
    public const string DynamoDb = "dynamodb";

    /// <param name="address">The URL.</param>
    /// <param name="region">The region that requests are signed for.</param>
    /// <param name="service">The name of the service that requests are signed for.</param>
    public DirectEndpoint(Uri address, string region, string service = DynamoDb)
    {
        Address = address;
        Region = region;
        Service = service;
        Authority = address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
        CanonicalHead = Encoding.UTF8.GetBytes($"POST\n{Path(address)}\n{Query(address)}\n");
        CanonicalHost = Encoding.UTF8.GetBytes(Authority);
    }

    public Uri Address { get; }

    public string Region { get; }

    public string Service { get; }

    /// <summary>The value of the <c>Host</c> header.</summary>
    public string Authority { get; }

    /// <summary>What a canonical request begins with: the method, the path and the query.</summary>
    public byte[] CanonicalHead { get; }

    /// <summary>The host as it is signed.</summary>
    public byte[] CanonicalHost { get; }

    /// <summary>The path as it is signed, which the SDK knows how to escape.</summary>
    private static string Path(Uri address) => AWSSDKUtils.CanonicalizeResourcePathV2(address, "/", encode: true, pathResources: null);

    /// <summary>The query as it is signed: each name and value escaped, sorted by both.</summary>
    private static string Query(Uri address)
    {
        if (address.Query.Length < 2)
        {
            return string.Empty;
        }

        var pairs = address.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = at < 0 ? (pair, string.Empty) : (pair[..at], pair[(at + 1)..]);
            return (Name: Escaped(Uri.UnescapeDataString(name)), Value: Escaped(Uri.UnescapeDataString(value)));
        });
        return string.Join('&', pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
