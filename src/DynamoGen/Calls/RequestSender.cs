using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Batches;
using DynamoGen.Interception;
using DynamoGen.Refusals;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>What every call sends its requests through.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="telemetry">Records each call.</param>
/// <param name="options">Gives the tables their names.</param>
/// <param name="interceptors">Are told of each request; null where nothing is.</param>
/// <param name="details">Gathers what the requests say; null where nobody asked for it.</param>
internal sealed class RequestSender(
    ITransport transport, DynamoGenTelemetry telemetry, DynamoGenOptions options, RequestInterceptors? interceptors, ResponseDetails? details = null)
{
    /// <summary>The name of a table in this environment.</summary>
    public string TableName(TableSchema table) => options.TableName(table);

    /// <summary>Begins the record of a call: its span and metrics.</summary>
    public AccessPatternCall Start(AccessPattern pattern, string tableName) => telemetry.Start(pattern, tableName, interceptors, details);

    /// <summary>Begins the record of a call that goes to several tables.</summary>
    public AccessPatternCall Start(AccessPattern pattern, NamedTable[] tables) => telemetry.Start(pattern, tables, interceptors, details);

    /// <summary>Counts what a response left of a batch, for each of its tables.</summary>
    public void Unprocessed(AccessPattern pattern, Batch batch)
    {
        foreach (var table in batch.Tables)
        {
            telemetry.Requests.Unprocessed(pattern, table.Name, batch.CountOf(table));
        }
    }

    /// <summary>Whether responses tell the capacity of a table and of each index apart.</summary>
    public bool IsCapacityByIndex => telemetry.ReadsCapacityOfIndexes;

    /// <summary>Begins a request to one table; its further members follow, each with a comma before it.</summary>
    /// <param name="tableName">The table's name.</param>
    /// <param name="mark">The mark of a write; 0 for none.</param>
    public WireWriter Begin(string tableName, long mark = 0) => RequestEnvelope.Begin(tableName, mark, IsCapacityByIndex);

    /// <summary>Sends one request. What DynamoDB refuses for a reason that a program can act on becomes a typed exception here, for every call.</summary>
    /// <param name="call">The call that the request is part of.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="items">How many items the response can hold at most; <see cref="int.MaxValue"/> where the request does not say.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="mapsConditionFailure">Whether the failure of a condition becomes an exception of ours too.</param>
    /// <param name="isRepeatable">Whether the request may be sent again after an attempt that may have been applied.</param>
    /// <param name="tableNames">The names of all its tables, as an exception tells them; null where it is the one.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync(
        AccessPatternCall call,
        AccessPattern pattern,
        string tableName,
        WireWriter request,
        int items,
        CancellationToken cancellationToken,
        bool mapsConditionFailure = true,
        bool isRepeatable = true,
        string? tableNames = null)
    {
        try
        {
            var limit = ResponseLimit.Of(pattern.Operation, items, request.Written.Length);
            var sent = new TransportRequest(pattern.Operation, tableName, request.Written)
            {
                ResponseLimit = limit,
                IsRepeatable = isRepeatable,
                AccessPattern = pattern.Name,
            };
            return await transport.SendAsync(call, sent, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException exception)
            when ((mapsConditionFailure || exception is not ConditionalCheckFailedException) && !LostAnswer.IsBehind(pattern, exception))
        {
            if (RefusedRequest.Describe(pattern.Name, tableNames ?? tableName, exception) is { } refused)
            {
                throw refused;
            }

            throw;
        }
    }
}
