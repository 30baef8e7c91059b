using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Interception;
using DynamoGen.Refusals;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Transactions;

/// <summary>Sends transactions, each with one span and its metrics.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="telemetry">Records each transaction.</param>
/// <param name="timeProvider">Gives the time that is part of idempotency tokens.</param>
/// <param name="interceptors">Are told of each request; null where nothing is.</param>
/// <param name="details">Gathers what the requests say; null where nobody asked for it.</param>
internal sealed class TransactionSender(
    ITransport transport,
    DynamoGenTelemetry telemetry,
    TimeProvider timeProvider,
    RequestInterceptors? interceptors = null,
    ResponseDetails? details = null) : ITransactions
{
    private const int LongestToken = 36;

    /// <summary>Records each transaction, and what comes of it.</summary>
    public DynamoGenTelemetry Telemetry => telemetry;

    public ITransactions Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new NamedTransactions(this, name);
    }

    public ValueTask WriteAsync(
        IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default) =>
        WriteAsync($"{nameof(ITransactions)}.Write", actions, idempotencyToken, cancellationToken);

    /// <summary>Makes one write of an item, which is called by its own name and has its own budget.</summary>
    public async ValueTask WriteAsync(WriteAction action, CancellationToken cancellationToken)
    {
        var pattern = action.Pattern with { Operation = DynamoOperation.TransactWriteItems, Index = null };
        await WriteAsync(pattern, TransactionSlots.Verify([action]), token: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes items, all or none of them.</summary>
    /// <param name="name">What the transaction is called in telemetry and errors.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="idempotencyToken">The token, or null for one of its own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask WriteAsync(string name, IReadOnlyCollection<WriteAction> actions, string? idempotencyToken, CancellationToken cancellationToken)
    {
        var slots = TransactionSlots.Verify(actions);
        var pattern = new AccessPattern(name, DynamoOperation.TransactWriteItems, slots[0].Pattern.Table);
        await WriteAsync(pattern, slots, Verify(idempotencyToken), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(AccessPattern pattern, TransactionAction[] slots, string? token, CancellationToken cancellationToken)
    {
        token ??= Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString("D");
        using var call = telemetry.Start(pattern, Tables(slots), interceptors, details);
        try
        {
            using var writer = new WireWriter();
            BeginRequest(writer);
            writer.Raw(",\"ClientRequestToken\":\""u8);
            writer.Text(token);
            writer.Raw("\""u8);
            WriteItems(writer, slots);
            using var response = await SendAsync(call, pattern, slots, writer, cancellationToken).ConfigureAwait(false);
            call.Received(response, slots.Length, TransactionResponse.ReadCapacity(response.Body.Span));
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
        ReadItemsAsync($"{nameof(ITransactions)}.Read", actions, cancellationToken);

    /// <summary>Reads items as they were at one moment.</summary>
    /// <param name="name">What the transaction is called in telemetry and errors.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        string name, IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken)
    {
        var slots = TransactionSlots.Verify(actions);
        var pattern = new AccessPattern(name, DynamoOperation.TransactGetItems, slots[0].Pattern.Table);
        using var call = telemetry.Start(pattern, Tables(slots), interceptors, details);
        try
        {
            using var writer = new WireWriter();
            BeginRequest(writer);
            WriteItems(writer, slots);
            using var response = await SendAsync(call, pattern, slots, writer, cancellationToken).ConfigureAwait(false);
            var (items, capacity) = TransactionResponse.Read(response.Body.Span, slots);
            call.Received(response, items.Count(item => item is not null), capacity);
            return items;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    private static string? Verify(string? token) => token is null or { Length: >= 1 and <= LongestToken }
        ? token
        : throw new ArgumentException($"An idempotency token has 1 to {LongestToken} characters, not {token.Length}.", "idempotencyToken");

    private static NamedTable[] Tables(TransactionAction[] slots)
    {
        var tables = new List<NamedTable>();
        foreach (var slot in slots)
        {
            if (!tables.Exists(table => table.Name == slot.TableName))
            {
                tables.Add(new NamedTable(slot.TableName, slot.Pattern.Table));
            }
        }

        return [.. tables];
    }

    private static string[] TableNames(TransactionAction[] slots) => [.. slots.Select(slot => slot.TableName).Distinct()];

    private void BeginRequest(WireWriter writer)
    {
        writer.Raw("{\"ReturnConsumedCapacity\":"u8);
        writer.Raw(RequestEnvelope.CapacityDetail(telemetry.ReadsCapacityOfIndexes));
    }

    private static void WriteItems(WireWriter writer, TransactionAction[] slots)
    {
        writer.Raw(",\"TransactItems\":["u8);
        foreach (var slot in slots)
        {
            writer.Separator();
            slot.Write(writer);
        }

        writer.Raw("]}"u8);
    }

    private async ValueTask<TransportResponse> SendAsync(
        AccessPatternCall call,
        AccessPattern pattern,
        TransactionAction[] slots,
        WireWriter request,
        CancellationToken cancellationToken)
    {
        try
        {
            var limit = ResponseLimit.Of(pattern.Operation, slots.Length, request.Written.Length);
            var sent = new TransportRequest(pattern.Operation, slots[0].TableName, request.Written) { ResponseLimit = limit, AccessPattern = pattern.Name };
            return await transport.SendAsync(call, sent, cancellationToken).ConfigureAwait(false);
        }
        catch (TransactionCanceledException cancelled)
        {
            RecordReasons(pattern.Name, slots, cancelled);
            throw CancelledTransaction.Describe(pattern.Name, slots, cancelled, timeProvider.GetUtcNow());
        }
        catch (Exception exception) when (IsUnknown(pattern, exception))
        {
            throw new OutcomeUnknownException(pattern.Name, wasApplied: false, exception);
        }
        catch (AmazonDynamoDBException exception)
        {
            if (RefusedRequest.Describe(pattern.Name, string.Join(", ", TableNames(slots)), exception) is { } refused)
            {
                throw refused;
            }

            throw;
        }
    }

    private void RecordReasons(string transaction, TransactionAction[] slots, TransactionCanceledException cancelled)
    {
        var reasons = cancelled.CancellationReasons ?? [];
        for (var slot = 0; slot < Math.Min(slots.Length, reasons.Count); slot++)
        {
            if (reasons[slot].Code is not (null or "None"))
            {
                telemetry.Requests.Cancelled(transaction, slots[slot].Pattern, reasons[slot]);
            }
        }
    }

    /// <summary>Whether a transaction that writes may have been applied. By its token, an answer that refuses it is true of each of its attempts.</summary>
    private static bool IsUnknown(AccessPattern pattern, Exception exception) =>
        pattern.Operation == DynamoOperation.TransactWriteItems && exception is not OperationCanceledException && AppliedAttempt.IsIn(exception);
}
