using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Repositories;

/// <summary>What generated repositories send their access patterns through: one request or a run of pages each, with its span and metrics.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="telemetry">Records each call.</param>
/// <param name="options">Gives the tables their names.</param>
/// <param name="timeProvider">Tells the time of a call; the system's by default.</param>
public sealed partial class RepositoryContext(ITransport transport, DynamoGenTelemetry telemetry, DynamoGenOptions options, TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>The time of a call, by which items expire and are stamped.</summary>
    public DateTimeOffset UtcNow => _timeProvider.GetUtcNow();

    /// <summary>The name of a table in this environment.</summary>
    /// <param name="table">The table as declared.</param>
    public string TableName(TableSchema table) => options.TableName(table);

    private WireWriter BeginRequest(string tableName)
    {
        var writer = new WireWriter();
        writer.Raw("{\"TableName\":\""u8);
        writer.Text(tableName);
        writer.Raw("\",\"ReturnConsumedCapacity\":\"TOTAL\""u8);
        return writer;
    }

    /// <summary>Sends one request. What DynamoDB refuses for a reason that a program can act on becomes a typed exception here, for every call.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransportResponse> SendAsync(
        AccessPatternCall call,
        AccessPattern pattern,
        string tableName,
        WireWriter request,
        CancellationToken cancellationToken,
        bool mapsConditionFailure = true)
    {
        try
        {
            using (call.Activate())
            {
                call.RequestSent();
                return await transport.SendAsync(pattern.Operation, tableName, request.Written, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (AmazonDynamoDBException exception) when (mapsConditionFailure || exception is not ConditionalCheckFailedException)
        {
            if (RefusedRequest.Describe(pattern.Name, exception) is { } refused)
            {
                throw refused;
            }

            throw;
        }
    }
}
