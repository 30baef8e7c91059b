using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Tests.Transport;

/// <summary>Signatures, beside those of the SDK's own signer.</summary>
public sealed class RequestSignerTests
{
    private const string Letters = "abcXYZ019-_.~ /%:+=&éλ漢\u00a0";

    private static readonly string[] Regions = ["eu-west-1", "us-east-1", "cn-north-1", "us-gov-west-1", "local"];

    private static readonly string[] Services = ["dynamodb", "sns", "events"];

    /// <summary>Operations of protocols with a target and without one.</summary>
    private static readonly HttpOperation[] Operations =
    [
        new Signed("DynamoDB_20120810.GetItem", "application/x-amz-json-1.0"),
        new Signed("AWSEvents.PutEvents", "application/x-amz-json-1.1"),
        new Signed(null, "application/x-www-form-urlencoded; charset=utf-8"),
    ];

    private static readonly MethodInfo Canonicalize = typeof(AWS4Signer).GetMethod(
        "CanonicalizeRequest",
        BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public,
        [typeof(Uri), typeof(string), typeof(string), typeof(IDictionary<string, string>), typeof(string), typeof(string)])!;

    private static readonly MethodInfo CanonicalizeQuery = typeof(AWS4Signer).GetMethod(
        "CanonicalizeQueryParameters", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public, [typeof(IEnumerable<KeyValuePair<string, string>>)])!;

    [Fact]
    public void Ten_thousand_random_requests_have_the_signature_that_the_SDK_gives_them()
    {
        var random = new Random(20261128);
        var signer = new RequestSigner();
        for (var number = 0; number < 10_000; number++)
        {
            var token = random.Next(2) == 0 ? null : Convert.ToBase64String(Bytes(random, 1 + random.Next(200)));
            var credentials = new ImmutableCredentials("AKIA" + random.Next(1000), $"secret/{random.Next(20)}+", token);
            var path = random.Next(3) == 0 ? "/" + Uri.EscapeDataString(Text(random, 8)) + "/" + Uri.EscapeDataString(Text(random, 3)) : "/";
            var query = Enumerable.Range(0, random.Next(4)).Select(i => new KeyValuePair<string, string>($"{"bca"[i]}{random.Next(3)}", Text(random, 5))).ToArray();
            var address = new Uri($"http{(random.Next(2) == 0 ? "s" : string.Empty)}://host{random.Next(9)}.example{(random.Next(2) == 0 ? ":8000" : string.Empty)}{path}"
                + (query.Length == 0 ? string.Empty : "?" + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))));
            var body = Bytes(random, random.Next(300));
            var now = Time(random);
            var operation = Operations[random.Next(Operations.Length)];
            var (region, service) = (Regions[random.Next(Regions.Length)], Services[random.Next(Services.Length)]);

            var own = signer.Sign(new DirectEndpoint(address, region, service), operation, body, credentials, now);

            Assert.Equal(Expected(address, query, operation, body, credentials, (region, service), now.UtcDateTime), own.Authorization);
            Assert.Equal(now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), own.Date);
            Assert.Equal(token, own.Token);
        }
    }

    /// <summary>Around midnight too, where the key of the day changes.</summary>
    private static DateTimeOffset Time(Random random)
    {
        var midnight = new DateTimeOffset(2026, 1, 1 + random.Next(28), 0, 0, 0, TimeSpan.Zero);
        return random.Next(2) == 0 ? midnight.AddSeconds(random.Next(-2, 3)) : midnight.AddSeconds(random.Next(86_400)).ToOffset(TimeSpan.FromHours(random.Next(-5, 6)));
    }

    private static string Text(Random random, int longest) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(longest)).Select(_ => Letters[random.Next(Letters.Length)]));

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Expected(
        Uri address,
        KeyValuePair<string, string>[] query,
        HttpOperation operation,
        byte[] body,
        ImmutableCredentials credentials,
        (string Region, string Service) scope,
        DateTime now)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = operation.ContentType.ToString(),
            ["host"] = address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}",
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (operation.Target is { } target)
        {
            headers["x-amz-target"] = target;
        }

        if (credentials.UseToken)
        {
            headers["x-amz-security-token"] = credentials.Token;
        }

        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(body));
        var canonicalQuery = (string)CanonicalizeQuery.Invoke(null, [query])!;
        var endpoint = new Uri(address.GetLeftPart(UriPartial.Path));
        var canonical = (string)Canonicalize.Invoke(null, [endpoint, string.Empty, "POST", headers, canonicalQuery, bodyHash])!;
        return AWS4Signer.ComputeSignature(credentials, scope.Region, now, scope.Service, string.Join(';', headers.Keys), canonical).ForAuthorizationHeader;
    }

    private sealed record Signed(string? Name, string Content) : HttpOperation(Name, Content, "2012-08-10")
    {
        public override AmazonServiceException ReadError(ErrorResponse response, Exception innerException) => throw new NotSupportedException();
    }
}
