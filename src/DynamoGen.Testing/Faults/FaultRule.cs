using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>Which attempts of which requests meet a fault. With nothing set but the fault, all that can meet it do.</summary>
/// <param name="Fault">The fault.</param>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>
    /// The access pattern whose requests are meant, such as <c>IOrders.Put</c>, or a transaction's name, such as <c>ITransactions.Write</c>; null for all.
    /// </summary>
    public string? AccessPattern { get; init; }

    /// <summary>The operation that is meant; null for all that can meet the fault.</summary>
    public DynamoOperation? Operation { get; init; }

    /// <summary>The first of the attempts that the rule is meant for which meets the fault, from 1. Default: 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many attempts meet the fault at most. Default: no limit.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How probable it is that an attempt meets the fault, from 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The most items that a page of <see cref="Fault.PageCut"/> looks at, from 1. Default: 1.</summary>
    public int PageSize { get; init; } = 1;

    /// <summary>How long <see cref="Fault.Slow"/> waits, by the clock of the services. Default: one second.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">The rule can never be met, or a number is out of its range.</exception>
    internal void Verify()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(From, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Times, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Delay, TimeSpan.Zero);
        if (Probability is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Probability), Probability, "A probability is more than 0, and 1 at most.");
        }

        if (Operation is { } operation && !Meets(operation))
        {
            throw new ArgumentException($"A {operation} never meets the fault {Fault}.", nameof(Operation));
        }
    }

    /// <summary>Whether the rule is meant for a request, which can meet its fault.</summary>
    internal bool IsMeantFor(in TransportRequest request) =>
        Meets(request.Operation)
        && (Operation is null || Operation == request.Operation)
        && (AccessPattern is null || AccessPattern == request.AccessPattern)
        && (Fault != Fault.UnprocessedParts || BatchParts.Count(request) > 1)
        && (Fault != Fault.PageCut || PageLimit.Of(request) is not { } limit || limit > PageSize);

    private bool Meets(DynamoOperation operation) => Fault switch
    {
        Fault.UnprocessedParts => operation is DynamoOperation.BatchGetItem or DynamoOperation.BatchWriteItem,
        Fault.PageCut => operation is DynamoOperation.Query or DynamoOperation.Scan,
        Fault.TransactionConflict => operation is DynamoOperation.TransactWriteItems or DynamoOperation.TransactGetItems
            or DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem,
        _ => true,
    };
}
