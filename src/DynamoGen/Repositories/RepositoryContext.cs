using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Transport;

namespace DynamoGen.Repositories;

/// <summary>What the access patterns of a repository run on.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="telemetry">Observes them.</param>
/// <param name="options">Names the tables.</param>
public sealed class RepositoryContext(ITransport transport, DynamoGenTelemetry telemetry, DynamoGenOptions options)
{
    internal ITransport Transport { get; } = transport;

    internal DynamoGenTelemetry Telemetry { get; } = telemetry;

    internal string TableName(TableSchema table) => options.TableName(table);
}
