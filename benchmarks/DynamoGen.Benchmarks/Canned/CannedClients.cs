using System.IO.Hashing;
using System.Net;
using System.Net.Http.Headers;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.Runtime;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>The three ways to call DynamoDB, all over one HTTP handler that answers from memory.</summary>
public sealed class CannedClients : IDisposable
{
    private readonly SdkTransport _transport;
    private readonly DirectTransport _direct;

    public CannedClients(byte[] response)
    {
        Client = new AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), Config(response));
        Context = new DynamoDBContextBuilder()
            .WithDynamoDBClient(() => Client)
            .ConfigureContext(config => config.DisableFetchingTableMetadata = true)
            .Build();
        _transport = new SdkTransport(Config(response), new BasicAWSCredentials("id", "secret"));
        Orders = Create<IOrders>(new RepositoryContext(_transport, new DynamoGenTelemetry(), new DynamoGenOptions()));
        _direct = new DirectTransport(Config(), new BasicAWSCredentials("id", "secret"), null, null, new Handler(response), Random.Shared);
        DirectOrders = Create<IOrders>(new RepositoryContext(_direct, new DynamoGenTelemetry(), new DynamoGenOptions()));
        StampedOrders = Create<IStampedOrders>(new RepositoryContext(_direct, new DynamoGenTelemetry(), new DynamoGenOptions { Region = "eu-west-1" }));
    }

    public AmazonDynamoDBClient Client { get; }

    public DynamoDBContext Context { get; }

    public IOrders Orders { get; }

    /// <summary>The same repository over the direct transport.</summary>
    public IOrders DirectOrders { get; }

    /// <summary>A repository whose writes are stamped, over the direct transport.</summary>
    public IStampedOrders StampedOrders { get; }

    public void Dispose()
    {
        Context.Dispose();
        Client.Dispose();
        _transport.Dispose();
        _direct.Dispose();
    }

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);

    internal static AmazonDynamoDBConfig Config(byte[] response)
    {
        var config = Config();
        config.HttpClientFactory = new Factory(response);
        return config;
    }

    private static AmazonDynamoDBConfig Config() => new() { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1" };

    private sealed class Factory(byte[] response) : HttpClientFactory
    {
        private readonly HttpClient _client = new(new Handler(response));

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }

    private sealed class Handler(byte[] response) : HttpMessageHandler
    {
        private readonly string _checksum = Crc32.HashToUInt32(response).ToString(System.Globalization.CultureInfo.InvariantCulture);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var message = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(response), RequestMessage = request };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
            message.Content.Headers.ContentLength = response.Length;
            message.Headers.Add("x-amz-crc32", _checksum);
            message.Headers.Add("x-amzn-RequestId", "REQUEST");
            return message;
        }
    }
}
