using DynamoGen.Requests;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cursors;

/// <summary>The orders with a status, over the five shards of gsi1.</summary>
internal readonly struct WithStatus(Status status, int shards = 5) : IShardedQueryRequest
{
    public int Shards => shards;

    public void WriteKeyCondition(WireWriter writer, int shard)
    {
        writer.Raw(",\"KeyConditionExpression\":\"gsi1pk = :pk\",\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"STATUS#"u8);
        writer.Text(status.ToString());
        writer.Raw("#"u8);
        writer.Number(shard);
        writer.Raw("\"}}"u8);
    }
}
