using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Ledger;

/// <summary>A ledger in the account and region of both items: the one follows in the transaction that takes the entry away.</summary>
/// <param name="name">The migration's name.</param>
/// <param name="lead">The items that it names.</param>
/// <param name="follower">The items that follow them.</param>
/// <param name="timeProvider">Paces what is tried again.</param>
internal sealed class TransactedLedger(string name, MigratedItems lead, MigratedItems follower, TimeProvider timeProvider)
    : DynamoLedger(name, lead, timeProvider)
{
    public override ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken) => default;

    public override async ValueTask<bool> SettleAsync(
        LedgerEntry entry,
        NamedItems source,
        IReadOnlyList<Dictionary<string, AttributeValue>> targets,
        Action throwIfExpired,
        CancellationToken cancellationToken)
    {
        List<TransactWriteItem> parts =
        [
            new()
            {
                Delete = new Delete
                {
                    TableName = Lead.LedgerTable,
                    Key = KeyOf(entry.Id),
                    ConditionExpression = "mark = :mark",
                    ExpressionAttributeValues = new() { [":mark"] = Number(entry.Mark) },
                },
            },
            .. await WritesOfAsync(follower, entry, targets, cancellationToken).ConfigureAwait(false),
        ];
        throwIfExpired();
        return await WriteAsync(Lead.Client, parts, cancellationToken).ConfigureAwait(false);
    }
}
