using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>Looks at the tables of a client and says what differs from their declarations. It changes nothing.</summary>
/// <param name="client">The client.</param>
/// <param name="options">Names the tables.</param>
internal sealed class TableInspector(IAmazonDynamoDB client, DynamoGenOptions options)
{
    /// <summary>Looks at one table.</summary>
    public async Task<InspectedTable> InspectAsync(TableSchema declared, CancellationToken cancellationToken)
    {
        var name = options.TableName(declared);
        try
        {
            var table = (await client.DescribeTableAsync(name, cancellationToken).ConfigureAwait(false)).Table;
            var timeToLive = await FindTimeToLiveAsync(name, cancellationToken).ConfigureAwait(false);
            return new InspectedTable(
                name,
                [
                    .. Statuses(table),
                    .. TableComparison.Differences(declared, table),
                    .. TableComparison.SettingDifferences(declared, table, timeToLive),
                ]);
        }
        catch (ResourceNotFoundException)
        {
            return new InspectedTable(name, ["it does not exist"]);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var code = (failure as AmazonServiceException)?.ErrorCode;
            return new InspectedTable(name, [$"it cannot be described ({(string.IsNullOrEmpty(code) ? failure.GetType().Name : code)})"]) { Failure = failure };
        }
    }

    private async Task<string?> FindTimeToLiveAsync(string name, CancellationToken cancellationToken)
    {
        var found = (await client.DescribeTimeToLiveAsync(name, cancellationToken).ConfigureAwait(false)).TimeToLiveDescription;
        return found?.TimeToLiveStatus == TimeToLiveStatus.ENABLED || found?.TimeToLiveStatus == TimeToLiveStatus.ENABLING ? found.AttributeName : null;
    }

    /// <summary>What cannot be read and written yet, or any more. A table serves all requests while it is updated.</summary>
    private static IEnumerable<string> Statuses(TableDescription table)
    {
        if (table.TableStatus != TableStatus.ACTIVE && table.TableStatus != TableStatus.UPDATING)
        {
            yield return $"it is {table.TableStatus}";
        }

        foreach (var index in table.GlobalSecondaryIndexes ?? [])
        {
            if (index.IndexStatus != IndexStatus.ACTIVE && index.IndexStatus != IndexStatus.UPDATING)
            {
                yield return $"its index '{index.IndexName}' is {index.IndexStatus}";
            }
        }
    }
}
