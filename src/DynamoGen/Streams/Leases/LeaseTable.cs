using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Streams.Leases;

/// <summary>The table of the leases: the stream's ARN and the shard are its key.</summary>
internal static class LeaseTable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Creates the table, billed by request, unless it exists, and waits until it is active.</summary>
    public static async Task EnsureCreatedAsync(
        IAmazonDynamoDB client, string tableName, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        while (await StatusAsync(client, tableName, cancellationToken).ConfigureAwait(false) is var status && status != TableStatus.ACTIVE)
        {
            if (status is null)
            {
                await CreateAsync(client, tableName, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<TableStatus?> StatusAsync(IAmazonDynamoDB client, string tableName, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.DescribeTableAsync(tableName, cancellationToken).ConfigureAwait(false);

            // Indexes and the like are changed beside reads and writes.
            return answer.Table.TableStatus == TableStatus.UPDATING ? TableStatus.ACTIVE : answer.Table.TableStatus;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static async Task CreateAsync(IAmazonDynamoDB client, string tableName, CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest
        {
            TableName = tableName,
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [Text(LeaseItem.StreamArn), Text(LeaseItem.ShardId)],
            KeySchema =
            [
                new KeySchemaElement { AttributeName = LeaseItem.StreamArn, KeyType = KeyType.HASH },
                new KeySchemaElement { AttributeName = LeaseItem.ShardId, KeyType = KeyType.RANGE },
            ],
        };
        try
        {
            await client.CreateTableAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceInUseException)
        {
            // Another worker creates it.
        }
    }

    private static AttributeDefinition Text(string name) => new() { AttributeName = name, AttributeType = ScalarAttributeType.S };
}
