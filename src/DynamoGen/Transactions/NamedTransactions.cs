namespace DynamoGen.Transactions;

/// <summary>Transactions that their caller has given a name.</summary>
/// <param name="sender">Sends them.</param>
/// <param name="name">The name.</param>
internal sealed class NamedTransactions(TransactionSender sender, string name) : ITransactions
{
    public ITransactions Named(string name) => sender.Named(name);

    public ValueTask WriteAsync(
        IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default) =>
        sender.WriteAsync(name, actions, idempotencyToken, cancellationToken);

    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
        sender.ReadItemsAsync(name, actions, cancellationToken);
}
