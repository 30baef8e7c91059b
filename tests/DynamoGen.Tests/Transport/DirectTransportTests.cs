using Amazon.DynamoDBv2;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

public sealed class DirectTransportTests : TransportContractTests
{
    private protected override ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure) =>
        CannedTransport.ConnectDirectly(server, configure);
}

public sealed class DirectErrorTests : StalledErrorTests
{
    private protected override ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure) =>
        CannedTransport.ConnectDirectly(server, configure);
}

public sealed class SdkErrorTests : StalledErrorTests
{
    private protected override ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure) => CannedTransport.Connect(server, configure);
}
