using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;
using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

public sealed class SdkTransportTests : TransportContractTests
{
    private protected override ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure) => CannedTransport.Connect(server, configure);

    [Fact]
    public async Task Takes_a_response_that_a_handler_of_the_client_has_decompressed()
    {
        var payload = Compress("{}"u8.ToArray());
        await using var server = new CannedServer(CannedResponse.Encoded(payload, "gzip"));
        using var transport = CannedTransport.Connect(server, config => config.HttpClientFactory = new Decompressing());

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));
    }

    private sealed class Decompressing : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });
    }

    [Fact]
    public async Task Serves_the_operations_of_the_SDK_with_the_same_client()
    {
        await using var server = new CannedServer(CannedResponse.Ok("""{"Item":{"pk":{"S":"A"}}}"""));
        using var transport = CannedTransport.Connect(server);

        var response = await transport.Client.GetItemAsync("orders", new() { ["pk"] = new AttributeValue("A") });

        Assert.Equal("A", response.Item["pk"].S);
    }

    [Fact]
    public async Task Shows_handlers_of_the_client_the_request_type_and_the_table()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        using var transport = CannedTransport.Connect(server);
        AmazonWebServiceRequest? seen = null;
        ((AmazonDynamoDBClient)transport.Client).BeforeRequestEvent += (_, e) => seen = ((WebServiceRequestEventArgs)e).Request;

        await SendAsync(transport, DynamoOperation.Query);

        Assert.Equal("orders", Assert.IsType<QueryRequest>(seen).TableName);
    }
}
