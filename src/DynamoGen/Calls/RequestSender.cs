using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Refusals;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>What every call sends its requests through.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="telemetry">Records each call.</param>
/// <param name="options">Gives the tables their names.</param>
internal sealed class RequestSender(ITransport transport, DynamoGenTelemetry telemetry, DynamoGenOptions options)
{
    /// <summary>The name of a table in this environment.</summary>
    public string TableName(TableSchema table) => options.TableName(table);

    /// <summary>Begins the record of a call: its span and metrics.</summary>
    public AccessPatternCall Start(AccessPattern pattern, string tableName) => telemetry.Start(pattern, tableName);

    /// <summary>Sends one request. What DynamoDB refuses for a reason that a program can act on becomes a typed exception here, for every call.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync(
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
