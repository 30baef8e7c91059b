using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using DynamoGen.Schema;
using DynamoGen.Transport;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace DynamoGen.Tests.Transport;

/// <summary>Remembered or worked out, an endpoint is the one that the SDK's own client takes.</summary>
public sealed class EndpointMemoryTests
{
    private static readonly BasicAWSCredentials Credentials = new("access", "secret", "111111111111");

    [Fact]
    public async Task Each_table_and_operation_goes_where_the_SDKs_client_sends_it_the_first_time_and_later()
    {
        var ours = new Recorder();
        var theirs = new Recorder();
        using var transport = new SdkTransport(ours.Config(), Credentials);
        using var client = new AmazonDynamoDBClient(Credentials, theirs.Config());
        for (var round = 0; round < 3; round++)
        {
            foreach (var table in new[] { "orders", "customers", "arn:aws:dynamodb:us-east-1:222222222222:table/orders" })
            {
                (await transport.SendAsync(new(DynamoOperation.GetItem, table, "{}"u8.ToArray()), CancellationToken.None)).Dispose();
                (await transport.SendAsync(new(DynamoOperation.Query, table, "{}"u8.ToArray()), CancellationToken.None)).Dispose();
                await client.GetItemAsync(table, [], CancellationToken.None);
                await client.QueryAsync(new QueryRequest { TableName = table }, CancellationToken.None);
            }
        }

        Assert.Equal(theirs.Uris, ours.Uris);
        Assert.Contains(ours.Uris, uri => uri.Host.StartsWith("111111111111.", StringComparison.Ordinal));
        Assert.Contains(ours.Uris, uri => uri.Host.StartsWith("222222222222.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_URL_and_a_region_that_change_are_followed()
    {
        var recorder = new Recorder();
        var config = recorder.Config();
        using var transport = new SdkTransport(config, Credentials);

        await GetItemAsync(transport);
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        await GetItemAsync(transport);
        config.ServiceURL = "http://127.0.0.1:8000";
        await GetItemAsync(transport);

        Assert.Equal(["111111111111.ddb.us-east-1.amazonaws.com", "111111111111.ddb.eu-west-1.amazonaws.com", "127.0.0.1"],
            recorder.Uris.Select(uri => uri.Host));
    }

    [Fact]
    public async Task A_provider_of_the_users_own_is_asked_for_every_request()
    {
        var recorder = new Recorder();
        var config = recorder.Config();
        config.EndpointProvider = new Alternating();
        using var transport = new SdkTransport(config, Credentials);

        await GetItemAsync(transport);
        await GetItemAsync(transport);

        Assert.Equal(["one.example", "two.example"], recorder.Uris.Select(uri => uri.Host));
    }

    [Fact]
    public async Task Two_transports_can_share_a_configuration()
    {
        var recorder = new Recorder();
        var config = recorder.Config();
        using var one = new SdkTransport(config, Credentials);
        using var other = new SdkTransport(config, new BasicAWSCredentials("access", "secret", "333333333333"));

        await GetItemAsync(one);
        await GetItemAsync(other);
        await GetItemAsync(one);

        Assert.Equal(["111111111111", "333333333333", "111111111111"], recorder.Uris.Select(uri => uri.Host.Split('.')[0]));
    }

    [Fact]
    public async Task Calls_at_the_same_time_share_what_is_remembered()
    {
        var recorder = new Recorder();
        using var transport = new SdkTransport(recorder.Config(), Credentials);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => GetItemAsync(transport))));

        Assert.Equal(64, recorder.Uris.Count);
        Assert.Equal("https://111111111111.ddb.us-east-1.amazonaws.com/", Assert.Single(recorder.Uris.Select(uri => uri.AbsoluteUri).Distinct()));
    }

    private static async Task GetItemAsync(SdkTransport transport) =>
        (await transport.SendAsync(new(DynamoOperation.GetItem, "orders", "{}"u8.ToArray()), CancellationToken.None)).Dispose();

    private sealed class Alternating : IEndpointProvider
    {
        private int _asked;

        public Endpoint ResolveEndpoint(EndpointParameters parameters) => new(++_asked == 1 ? "https://one.example" : "https://two.example");
    }

    /// <summary>Answers every request and remembers where it was sent.</summary>
    private sealed class Recorder : HttpClientFactory
    {
        private readonly ConcurrentQueue<Uri> _uris = [];

        public IReadOnlyList<Uri> Uris => [.. _uris];

        /// <summary>What the machine's own variables say of endpoints is not what these tests ask.</summary>
        public AmazonDynamoDBConfig Config() =>
            new() { RegionEndpoint = RegionEndpoint.USEast1, HttpClientFactory = this, IgnoreConfiguredEndpointUrls = true };

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(_uris));

        private sealed class Handler(ConcurrentQueue<Uri> uris) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                uris.Enqueue(request.RequestUri!);
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0"),
                    RequestMessage = request,
                });
            }
        }
    }
}
