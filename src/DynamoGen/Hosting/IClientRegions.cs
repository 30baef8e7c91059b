using DynamoGen.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;

namespace DynamoGen.Hosting;

/// <summary>The regions that a client reads and writes in.</summary>
internal interface IClientRegions
{
    /// <summary>The contexts of the other regions.</summary>
    RegionContexts Contexts { get; }

    /// <summary>What the requests of the client go by.</summary>
    ITransport Transport { get; }

    /// <summary>Makes transactions that go to the region of their actions.</summary>
    ITransactions CreateTransactions();
}
