using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing;

/// <summary>The real transactions over a transport that says yes to all: what they refuse, they refuse before that.</summary>
internal sealed class VerifyingTransactions
{
    public VerifyingTransactions()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(new AgreeingTransport());
        services.AddDynamoGen();
        Transactions = services.BuildServiceProvider().GetRequiredService<ITransactions>();
    }

    public ITransactions Transactions { get; }
}
