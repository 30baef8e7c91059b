using DynamoGen.Transactions;

namespace DynamoGen.Tests.Instruments;

/// <summary>Transactions that remember the access patterns of the actions that they applied.</summary>
internal sealed class RecordedTransactions(ITransactions transactions) : ITransactions
{
    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);

    /// <summary>The names of the access patterns.</summary>
    public IReadOnlyCollection<string> Applied => _applied;

    public async ValueTask WriteAsync(
        IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default)
    {
        await transactions.WriteAsync(actions, idempotencyToken, cancellationToken);
        _applied.UnionWith(actions.Select(action => action.Pattern.Name));
    }

    public async ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default)
    {
        var items = await transactions.ReadItemsAsync(actions, cancellationToken);
        _applied.UnionWith(actions.Select(action => action.Pattern.Name));
        return items;
    }
}
