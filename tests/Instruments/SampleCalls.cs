using DynamoGen.Repositories;
using DynamoGen.Schema;

namespace DynamoGen.Tests.Instruments;

/// <summary>The access patterns of a sample, each called in an order in which each finds what it reads, without reflection.</summary>
/// <param name="Repositories">The repositories.</param>
/// <param name="Patterns">All of their access patterns.</param>
/// <param name="Calls">At least one call of each.</param>
internal sealed record SampleCalls(IReadOnlyList<Type> Repositories, IReadOnlyList<AccessPattern> Patterns, IReadOnlyList<PatternCall> Calls)
{
    /// <summary>The actions that transactions have sent so far; null where the sample has none.</summary>
    public RecordedTransactions? Transactions { get; init; }

    public static IReadOnlyList<AccessPattern> PatternsOf<TRepository>()
        where TRepository : class, IRepository<TRepository> => TRepository.Patterns;

    /// <summary>The operation that answers a call.</summary>
    public DynamoOperation OperationOf(PatternCall call) =>
        Patterns.SingleOrDefault(pattern => pattern.Name == call.Pattern)?.Operation ?? DynamoOperation.TransactWriteItems;
}
