using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>Creates tables for development and tests from their declarations. In production, tables belong to infrastructure code.</summary>
/// <param name="client">The client that creates them.</param>
/// <param name="options">Names the tables.</param>
/// <param name="timeProvider">Bounds and paces the waiting.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</see>.</remarks>
public sealed class TableProvisioner(IAmazonDynamoDB client, DynamoGenOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a table may take to become active. Default five minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Creates the table unless it exists, and waits until it and its indexes are active.</summary>
    /// <typeparam name="TTable">The table's declaration.</typeparam>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="TableMismatchException">The table exists with other keys or indexes.</exception>
    /// <exception cref="TimeoutException">The table did not become active within <see cref="Timeout"/>.</exception>
    /// <exception cref="AmazonDynamoDBException">The service refused a request.</exception>
    public Task EnsureCreatedAsync<TTable>(CancellationToken cancellationToken = default)
        where TTable : class, ITable<TTable> => EnsureCreatedAsync(TTable.Schema, cancellationToken);

    /// <summary>Creates the table unless it exists, and waits until it and its indexes are active.</summary>
    /// <param name="schema">The table's declared schema.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="TableMismatchException">The table exists with other keys or indexes.</exception>
    /// <exception cref="TimeoutException">The table did not become active within <see cref="Timeout"/>.</exception>
    /// <exception cref="AmazonDynamoDBException">The service refused a request.</exception>
    public async Task EnsureCreatedAsync(TableSchema schema, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var name = options.TableName(schema);
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            var table = await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
            if (table is null)
            {
                table = await CreateAsync(schema, name, cancellationToken).ConfigureAwait(false);
            }

            // A table that is being deleted is waited for, then created again.
            if (table is not null && table.TableStatus != TableStatus.DELETING)
            {
                TableMismatchException.ThrowIfDifferent(schema, table);
                if (IsActive(table))
                {
                    await EnableTimeToLiveAsync(schema, name, cancellationToken).ConfigureAwait(false);
                    if (schema.Stream == StreamView.None || table.StreamSpecification?.StreamEnabled == true)
                    {
                        return;
                    }

                    await EnableStreamAsync(schema.Stream, name, cancellationToken).ConfigureAwait(false);
                }
            }

            if (timeProvider.GetElapsedTime(started) >= Timeout)
            {
                throw new TimeoutException($"The table '{name}' did not become active within {Timeout.TotalSeconds} s.");
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TableDescription?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.DescribeTableAsync(name, cancellationToken).ConfigureAwait(false);
            return response.Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives null if somebody else has just created the table: the next look will find it.</summary>
    private async Task<TableDescription?> CreateAsync(TableSchema schema, string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = TableDefinition.CreateTable(schema, name);
            var response = await client.CreateTableAsync(request, cancellationToken).ConfigureAwait(false);
            return response.TableDescription;
        }
        catch (ResourceInUseException)
        {
            return null;
        }
    }

    private async Task EnableTimeToLiveAsync(TableSchema schema, string name, CancellationToken cancellationToken)
    {
        if (schema.TimeToLive is not { } attribute)
        {
            return;
        }

        var found = await client.DescribeTimeToLiveAsync(name, cancellationToken).ConfigureAwait(false);
        if (found.TimeToLiveDescription?.AttributeName is { } enabled)
        {
            TableMismatchException.ThrowIfDifferent(name, attribute, enabled);
            return;
        }

        var request = new UpdateTimeToLiveRequest
        {
            TableName = name,
            TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = attribute, Enabled = true },
        };
        await client.UpdateTimeToLiveAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the stream of a table that was made without one; the table is waited for again.</summary>
    private async Task EnableStreamAsync(StreamView view, string name, CancellationToken cancellationToken)
    {
        var request = new UpdateTableRequest { TableName = name, StreamSpecification = TableDefinition.Stream(view) };
        await client.UpdateTableAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsActive(TableDescription table) =>
        table.TableStatus == TableStatus.ACTIVE
        && (table.GlobalSecondaryIndexes ?? []).All(index => index.IndexStatus == IndexStatus.ACTIVE);
}
