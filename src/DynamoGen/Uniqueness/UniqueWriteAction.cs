using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>The write of an item with the claims and releases of its unique values: one slot of the caller's, several of the transaction's.</summary>
internal sealed class UniqueWriteAction : WriteAction
{
    private readonly WriteAction _write;
    private readonly List<WriteAction> _parts;

    private UniqueWriteAction(WriteAction write, List<WriteAction> markers)
        : base(write.Pattern, write.TableName)
    {
        _write = write;
        _parts = [write, .. markers];
        _parts.ForEach(part => part.Whole = this);
    }

    internal override IReadOnlyList<WriteAction> Parts => _parts;

    /// <summary>The write with what its changes ask for; the write alone where they ask for nothing.</summary>
    public static WriteAction Of<TRequest>(AccessPattern pattern, string tableName, TRequest request, string entity, UniqueChange[] changes, DateTimeOffset now)
        where TRequest : struct, IWriteRequest
    {
        var write = new WriteAction<TRequest>(pattern, tableName, request);
        if (changes.Length == 0)
        {
            return write;
        }

        var owner = RequestValues.KeyOf(request);
        var markers = new List<WriteAction>();
        foreach (var change in changes)
        {
            if (change.Before is { } before && before != change.After)
            {
                markers.Add(new MarkerRelease(pattern, tableName, before, owner));
            }

            if (change.After is not null)
            {
                markers.Add(new MarkerClaim(pattern, tableName, entity, change, owner, now));
            }
        }

        return new UniqueWriteAction(write, markers);
    }

    internal override void WriteKey(WireWriter writer) => _write.WriteKey(writer);

    internal override void Write(WireWriter writer) => throw new InvalidOperationException("Its parts are written.");
}
