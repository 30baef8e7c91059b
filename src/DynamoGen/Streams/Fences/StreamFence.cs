using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Repositories;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Streams.Fences;

/// <summary>
/// A fence in a table of DynamoDB, which all workers share: an item for each handler and item whose changes it handled, which expires 25 hours after the last
/// of them, since a stream keeps a change for 24.
/// </summary>
/// <remarks>
/// A change costs a read of half a unit and a write of one; in a transaction with the effect, two writes of one unit and no read. The table is made from
/// <see cref="Table"/>. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">condition expressions</see>.
/// </remarks>
public sealed class StreamFence : IStreamFence
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);

    private readonly RepositoryContext _context;
    private readonly ITransactions _transactions;
    private readonly AccessPattern _read;
    private readonly AccessPattern _write;

    /// <summary>Creates the fence.</summary>
    /// <param name="context">Sends the requests.</param>
    /// <param name="transactions">Sends the transactions of <see cref="ApplyAsync"/>.</param>
    /// <param name="tableName">The name of the fence's table before any prefix; null for that of <see cref="Table"/>.</param>
    public StreamFence(RepositoryContext context, ITransactions transactions, string? tableName = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(transactions);
        _context = context;
        _transactions = transactions;
        var table = tableName is null ? Table : Table with { Name = tableName };
        _read = new AccessPattern("StreamFence.HasPassed", DynamoOperation.GetItem, table);
        _write = new AccessPattern("StreamFence.Pass", DynamoOperation.UpdateItem, table);
    }

    /// <summary>The fence's table: a partition key <c>pk</c> of text, and time to live in <c>expires</c>.</summary>
    public static TableSchema Table { get; } = new() { Name = "stream-fences", PartitionKey = "pk", TimeToLive = "expires" };

    /// <inheritdoc/>
    public async ValueTask<bool> HasPassedAsync(string handler, StreamChange change, CancellationToken cancellationToken = default)
    {
        var request = Request(handler, change);
        var passed = await _context.GetItemAsync<FencePlace, FencePlaceReader, FenceRequest>(_read, request, consistentRead: true, cancellationToken)
            .ConfigureAwait(false);
        return passed is not null && string.CompareOrdinal(passed.At, request.At) >= 0;
    }

    /// <inheritdoc/>
    public async ValueTask PassAsync(string handler, StreamChange change, CancellationToken cancellationToken = default) =>
        await _context.TryWriteAsync(_write, Request(handler, change), cancellationToken).ConfigureAwait(false);

    /// <summary>The step of the fence as an action of a transaction: it fails where the change, or a later one of its item, has been handled.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="change">The change.</param>
    public WriteAction Step(string handler, StreamChange change) => _context.Action(_write, Request(handler, change));

    /// <summary>Applies an effect and the fence in one transaction, so that the effect happens once, whatever crashes when.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="change">The change.</param>
    /// <param name="effect">Up to 99 actions on other items than the fence's.</param>
    /// <param name="cancellationToken">Ends the call; the effect may then have happened or not, and comes to the same when it is applied again.</param>
    /// <returns>False where the change, or a later one of its item, had its effect before; nothing was written then.</returns>
    /// <exception cref="TransactionFailedException">An action of the effect failed; nothing was written.</exception>
    public async ValueTask<bool> ApplyAsync(
        string handler, StreamChange change, IReadOnlyCollection<WriteAction> effect, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(effect);
        try
        {
            await _transactions.WriteAsync([.. effect, Step(handler, change)], null, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransactionFailedException failed)
            when (failed.Failures.Any(failure => failure.Slot == effect.Count && failure.Reason == TransactionFailureReason.ConditionFailed))
        {
            return false;
        }
    }

    private FenceRequest Request(string handler, StreamChange change)
    {
        ArgumentException.ThrowIfNullOrEmpty(handler);
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(KeyText.Read(change.Keys.Span)));
        var expires = _context.UtcNow + Kept;
        return new FenceRequest($"{handler}#{Base64Url.EncodeToString(key)}", change.SequenceNumber.ToSortableString(), expires.ToUnixTimeSeconds());
    }

    /// <summary>Where an item's fence stands.</summary>
    private sealed record FencePlace(string At);

    private readonly struct FencePlaceReader : IItemReader<FencePlace>
    {
        public static string EntityName => "Fence";

        public static FencePlace Read(ref WireReader reader)
        {
            string? at = null;
            reader.BeginItem(EntityName);
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("at"u8))
                {
                    at = reader.ReadString();
                }
                else
                {
                    reader.SkipValue();
                }
            }

            reader.EndItem();
            return new FencePlace(at ?? throw reader.Missing("at", "S"));
        }
    }

    private readonly record struct FenceRequest(string Key, string At, long Expires) : IWriteRequest
    {
        /// <summary>Sent again after a lost answer, it fails, which says no more than that it was applied.</summary>
        public static bool IsRepeatable => true;

        public void WriteKey(WireWriter writer)
        {
            writer.Raw("{\"pk\":{\"S\":\""u8);
            writer.Text(Key);
            writer.Raw("\"}}"u8);
        }

        public void Write(WireWriter writer)
        {
            writer.Raw(",\"Key\":"u8);
            WriteKey(writer);
            writer.Raw(",\"UpdateExpression\":\"SET #at = :at, #expires = :expires\""u8);
            writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#at) OR #at < :at\""u8);
            writer.Raw(",\"ExpressionAttributeNames\":{\"#at\":\"at\",\"#expires\":\"expires\"},\"ExpressionAttributeValues\":{\":at\":{\"S\":\""u8);
            writer.Text(At);
            writer.Raw("\"},\":expires\":{\"N\":\""u8);
            writer.Number(Expires);
            writer.Raw("\"}}"u8);
        }
    }
}
