using System.Net;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Tests.Transport;

/// <summary>The direct transport sends and signs its requests where the SDK's own pipeline does, by any configuration.</summary>
public sealed class DirectEndpointTests
{
    private const string OwnAccount = "111111111111";

    private static readonly Dictionary<string, Action<AmazonDynamoDBConfig>> Configurations = new()
    {
        ["region"] = static config => config.RegionEndpoint = RegionEndpoint.EUWest1,
        ["region of China"] = static config => config.RegionEndpoint = RegionEndpoint.CNNorth1,
        ["region of the government"] = static config => config.RegionEndpoint = RegionEndpoint.USGovCloudWest1,
        ["isolated region"] = static config => config.RegionEndpoint = RegionEndpoint.GetBySystemName("us-iso-east-1"),
        ["region that is new"] = static config => config.RegionEndpoint = RegionEndpoint.GetBySystemName("eu-moon-1"),
        ["http"] = static config => config.UseHttp = true,
        ["FIPS"] = static config => config.UseFIPSEndpoint = true,
        ["FIPS of the government"] = static config => (config.RegionEndpoint, config.UseFIPSEndpoint) = (RegionEndpoint.USGovCloudWest1, true),
        ["dual stack"] = static config => config.UseDualstackEndpoint = true,
        ["FIPS and dual stack"] = static config => (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (true, true),
        ["dual stack where there is none"] = static config =>
            (config.RegionEndpoint, config.UseDualstackEndpoint) = (RegionEndpoint.GetBySystemName("us-iso-east-1"), true),
        ["account preferred"] = static config => config.AccountIdEndpointMode = AccountIdEndpointMode.PREFERRED,
        ["account required"] = static config => config.AccountIdEndpointMode = AccountIdEndpointMode.REQUIRED,
        ["account disabled"] = static config => config.AccountIdEndpointMode = AccountIdEndpointMode.DISABLED,
        ["account required and FIPS"] = static config => (config.AccountIdEndpointMode, config.UseFIPSEndpoint) = (AccountIdEndpointMode.REQUIRED, true),
        ["account required and dual stack"] = static config =>
            (config.AccountIdEndpointMode, config.UseDualstackEndpoint) = (AccountIdEndpointMode.REQUIRED, true),
        ["account required in China"] = static config =>
            (config.AccountIdEndpointMode, config.RegionEndpoint) = (AccountIdEndpointMode.REQUIRED, RegionEndpoint.CNNorth1),
        ["URL"] = static config => config.ServiceURL = "http://127.0.0.1:8000",
        ["URL and region"] = static config => (config.ServiceURL, config.AuthenticationRegion) = ("http://127.0.0.1:8000", "ap-southeast-2"),
        ["URL with a path"] = static config => config.ServiceURL = "http://127.0.0.1:8000/base/dynamo db",
        ["URL with a path that ends"] = static config => config.ServiceURL = "https://gateway.example/base/",
        ["URL with an escaped path"] = static config => config.ServiceURL = "https://gateway.example/a%20b/ü",
        ["URL with the port of its scheme"] = static config => config.ServiceURL = "https://gateway.example:443/",
        ["URL of AWS"] = static config => config.ServiceURL = "https://dynamodb.eu-central-1.amazonaws.com",
        ["URL and account required"] = static config =>
            (config.ServiceURL, config.AccountIdEndpointMode) = ("http://127.0.0.1:8000", AccountIdEndpointMode.REQUIRED),
        ["URL and FIPS"] = static config => (config.ServiceURL, config.UseFIPSEndpoint) = ("http://127.0.0.1:8000", true),
        ["URL and dual stack"] = static config => (config.ServiceURL, config.UseDualstackEndpoint) = ("http://127.0.0.1:8000", true),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in Configurations.Keys)
            {
                cases.Add(name, OwnAccount);
                cases.Add(name, string.Empty);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_request_goes_where_the_SDK_sends_it(string configuration, string account)
    {
        var credentials = account.Length == 0 ? new BasicAWSCredentials("access", "secret") : new BasicAWSCredentials("access", "secret", account);
        var (theirs, ours) = (new RecordedRequests(), new RecordedRequests());
        using var sdk = new SdkTransport(Config(configuration, theirs), credentials);
        var config = Config(configuration, ours);
        config.HttpClientFactory = null;
        using var direct = new DirectTransport(config, credentials, null, null, ours, Random.Shared);
        foreach (var table in new[] { "orders", "orders", "arn:aws:dynamodb:us-east-1:222222222222:table/orders" })
        {
            foreach (var operation in Enum.GetValues<DynamoOperation>())
            {
                var expected = await Record.ExceptionAsync(() => SendAsync(sdk, operation, table));
                var actual = await Record.ExceptionAsync(() => SendAsync(direct, operation, table));

                Assert.Equal((expected?.GetType(), expected?.Message), (actual?.GetType(), actual?.Message));
            }
        }

        Assert.Equal(theirs.All.Select(Place), ours.All.Select(Place));
    }

    [Fact]
    public async Task A_request_goes_through_the_proxy_that_the_configuration_names()
    {
        Assert.Equal(await ThroughProxyAsync(isDirect: false), await ThroughProxyAsync(isDirect: true));
        Assert.Equal(["POST http://dynamodb.example/base/ HTTP/1.1 dynamodb.example"], await ThroughProxyAsync(isDirect: true));
    }

    [Fact]
    public async Task A_proxy_learns_who_asks_from_the_configuration()
    {
        var credentials = new NetworkCredential("user", "word");

        var expected = await ThroughProxyAsync(isDirect: false, credentials, CannedResponse.AsksForProxyCredentials());
        var actual = await ThroughProxyAsync(isDirect: true, credentials, CannedResponse.AsksForProxyCredentials());

        Assert.Equal(expected, actual);
        Assert.EndsWith("Basic dXNlcjp3b3Jk", actual[^1]);
    }

    [Fact]
    public async Task A_request_by_TLS_asks_the_proxy_for_a_tunnel_and_surely_was_not_applied_without()
    {
        await using var proxy = new CannedServer(CannedResponse.Error(502, "NoTunnel"));
        using var transport = new DirectTransport(ProxyConfig(proxy, "https://dynamodb.example"), CannedTransport.Credentials);

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(transport, DynamoOperation.PutItem, "orders"));

        Assert.Equal("CONNECT dynamodb.example:443 HTTP/1.1", Assert.Single(proxy.Requests).RequestLine);
        Assert.False(AppliedAttempt.IsIn(failed));
    }

    private static async Task<string[]> ThroughProxyAsync(bool isDirect, ICredentials? credentials = null, params CannedResponse[] first)
    {
        await using var proxy = new CannedServer([.. first, CannedResponse.Ok("{}")]);
        var config = ProxyConfig(proxy, "http://dynamodb.example/base/");
        config.ProxyCredentials = credentials;
        ITransport transport = isDirect ? new DirectTransport(config, CannedTransport.Credentials) : new SdkTransport(config, CannedTransport.Credentials);
        using var ended = (IDisposable)transport;

        await SendAsync(transport, DynamoOperation.GetItem, "orders");

        return [.. proxy.Requests.Select(request =>
            $"{request.RequestLine} {request.Headers["Host"]} {request.Headers.GetValueOrDefault("Proxy-Authorization")}".TrimEnd())];
    }

    private static AmazonDynamoDBConfig ProxyConfig(CannedServer proxy, string url)
    {
        var address = new Uri(proxy.Url);
        return new AmazonDynamoDBConfig
        {
            ServiceURL = url,
            AuthenticationRegion = "eu-west-1",
            ProxyHost = address.Host,
            ProxyPort = address.Port,
            MaxErrorRetry = 0,
        };
    }

    /// <summary>What the machine's own variables say of endpoints is not what these tests ask.</summary>
    private static AmazonDynamoDBConfig Config(string configuration, RecordedRequests recorded)
    {
        var config = new AmazonDynamoDBConfig
        {
            RegionEndpoint = RegionEndpoint.USEast1,
            HttpClientFactory = recorded.ForTheSdk,
            IgnoreConfiguredEndpointUrls = true,
            MaxErrorRetry = 0,
        };
        Configurations[configuration](config);
        return config;
    }

    private static string Place(RecordedRequest request) => $"{request.Uri} {request.Host} {request.Scope}";

    private static async Task SendAsync(ITransport transport, DynamoOperation operation, string table) =>
        (await transport.SendAsync(new(operation, table, "{}"u8.ToArray()), CancellationToken.None)).Dispose();
}
