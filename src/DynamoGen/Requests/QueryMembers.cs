using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Writes how a Query reads: all of its members but the key condition.</summary>
internal static class QueryMembers
{
    public static void Write(WireWriter writer, AccessPattern pattern, QueryOptions options, int limit, byte[]? startKey)
    {
        if (pattern.Index is not null)
        {
            writer.Raw(",\"IndexName\":\""u8);
            writer.Text(pattern.Index);
            writer.Raw("\""u8);
        }

        if (options.CountsOnly)
        {
            writer.Raw(",\"Select\":\"COUNT\""u8);
        }

        if (options.ConsistentRead)
        {
            writer.Raw(",\"ConsistentRead\":true"u8);
        }

        if (options.Descending)
        {
            writer.Raw(",\"ScanIndexForward\":false"u8);
        }

        if (limit != int.MaxValue)
        {
            writer.Raw(",\"Limit\":"u8);
            writer.Number(limit);
        }

        if (startKey is not null)
        {
            writer.Raw(",\"ExclusiveStartKey\":"u8);
            writer.Raw(startKey);
        }
    }
}
