using DynamoGen.Local;

[assembly: AssemblyFixture(typeof(DynamoGen.CommandLine.Tests.VerbServer))]

namespace DynamoGen.CommandLine.Tests;

/// <summary>One DynamoDB Local for all tests of the assembly; each test has tables of its own.</summary>
public sealed class VerbServer : IAsyncLifetime
{
    private DynamoDbLocal? _server;

    public string Endpoint => _server!.Endpoint.ToString();

    public async ValueTask InitializeAsync() => _server = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
