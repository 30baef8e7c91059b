using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>
/// A put, update, delete or condition check that <see cref="ITransactions.WriteAsync"/> sends. Repositories create it; it can be sent more than once.
/// </summary>
public abstract class WriteAction : TransactionAction
{
    private protected WriteAction(AccessPattern pattern, string tableName)
        : base(pattern, tableName)
    {
    }

    /// <summary>The system name of the region that the write belongs to; null where it belongs to none, or the client does not say.</summary>
    public string? Region { get; internal set; }

    /// <inheritdoc/>
    public override string ToJson() => Json(Parts);

    /// <summary>What is sent for it: itself, or the several actions that it stands for.</summary>
    internal virtual IReadOnlyList<WriteAction> Parts => [this];

    /// <summary>
    /// The one action in the place of this and another one, where this claims the unique value that the other gives up, so that both are for one marker; null
    /// where they are not.
    /// </summary>
    internal virtual WriteAction? TakeOver(WriteAction other) => null;

    /// <summary>Why an item of another version is not written; null where its version is not what stands in the way.</summary>
    /// <param name="item">The stored item, or null where there is none or the server does not return it.</param>
    /// <param name="cause">The SDK's exception.</param>
    internal virtual DynamoGenException? RefusalOfVersion(IReadOnlyDictionary<string, AttributeValue>? item, AmazonDynamoDBException? cause) => null;
}

/// <summary>An action with its request.</summary>
internal sealed class WriteAction<TRequest> : WriteAction
    where TRequest : struct, IWriteRequest
{
    private readonly TRequest _request;

    public WriteAction(AccessPattern pattern, string tableName, TRequest request)
        : base(pattern, tableName)
    {
        if (Beginning(pattern.Operation).IsEmpty)
        {
            throw new ArgumentException($"{pattern.Name} is a {pattern.Operation}, which cannot be an action of a transaction that writes.", nameof(pattern));
        }

        _request = request;
    }

    internal override TransactionFailureReason ReasonOfFailedCondition(IReadOnlyDictionary<string, AttributeValue>? item) =>
        RefusalOfVersion(item, cause: null) switch
        {
            OutdatedItemException => TransactionFailureReason.OutdatedItem,
            not null => TransactionFailureReason.UnknownVersion,
            null => TransactionFailureReason.ConditionFailed,
        };

    internal override ConditionFailureReason ReasonOfFailedCondition(IReadOnlyDictionary<string, AttributeValue>? item, DateTimeOffset now) =>
        FailedCondition.ReasonOf(_request, item, now);

    internal override DynamoGenException? RefusalOfVersion(IReadOnlyDictionary<string, AttributeValue>? item, AmazonDynamoDBException? cause) =>
        StoredItemVersion.Of(Pattern.Table, item, TRequest.Entity) switch
        {
            { } found when found > TRequest.Version && TRequest.Version > 0 => new UnknownVersionException(TRequest.Entity!, found, TRequest.Version),
            { } found when found != WrittenVersion.Of<TRequest>() && TRequest.VersionedAttributes.Count > 0 =>
                new OutdatedItemException(Pattern.Name, found, WrittenVersion.Of<TRequest>(), cause),
            _ => null,
        };

    internal override void WriteKey(WireWriter writer) => RequestValues.WriteKey(writer, _request);

    internal override void Write(WireWriter writer)
    {
        Begin(writer, Beginning(Pattern.Operation));
        var start = writer.Written.Length;
        RequestValues.Write(writer, _request);
        ConditionFailure.ReturnItem(writer, start);
        writer.Raw("}}"u8);
    }

    private static ReadOnlySpan<byte> Beginning(DynamoOperation operation) => operation switch
    {
        DynamoOperation.PutItem => "{\"Put\":{"u8,
        DynamoOperation.UpdateItem => "{\"Update\":{"u8,
        DynamoOperation.DeleteItem => "{\"Delete\":{"u8,
        DynamoOperation.TransactWriteItems => "{\"ConditionCheck\":{"u8,
        _ => default,
    };
}
