using Amazon.DynamoDBv2;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

/// <summary>Tests of one transport, whose connections end with each test.</summary>
public abstract class ConnectedTests : IDisposable
{
    private readonly List<IDisposable> _transports = [];

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _transports.ForEach(transport => transport.Dispose());
    }

    private protected abstract ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure);

    /// <summary>A transport to a server that is tried twice at most.</summary>
    private protected ITransport Connect(CannedServer server, Action<AmazonDynamoDBConfig>? configure = null)
    {
        var transport = NewTransport(server, configure);
        if (transport is IDisposable disposable)
        {
            EndWithTest(disposable);
        }

        return transport;
    }

    private protected void EndWithTest(IDisposable disposable) => _transports.Add(disposable);
}
