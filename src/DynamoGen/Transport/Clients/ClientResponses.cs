using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Transport.Clients;

/// <summary>The members of each response.</summary>
internal static class ClientResponses
{
    public static void Write(WireWriter writer, GetItemResponse response)
    {
        writer.Attributes("Item", response.Item);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, QueryResponse response)
    {
        Page(writer, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, ScanResponse response)
    {
        Page(writer, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, PutItemResponse response)
    {
        writer.Attributes("Attributes", response.Attributes);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, UpdateItemResponse response)
    {
        writer.Attributes("Attributes", response.Attributes);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, DeleteItemResponse response)
    {
        writer.Attributes("Attributes", response.Attributes);
        writer.Object("ConsumedCapacity", response.ConsumedCapacity, Capacity);
    }

    public static void Write(WireWriter writer, BatchGetItemResponse response)
    {
        writer.Map("Responses", response.Responses, static (writer, items) => writer.List(items, static (writer, item) => writer.Attributes(item, "response")));
        writer.Map("UnprocessedKeys", response.UnprocessedKeys, static (writer, keys) => writer.Object(keys, Unprocessed));
        writer.List("ConsumedCapacity", response.ConsumedCapacity, static (writer, capacity) => writer.Object(capacity, Capacity));
    }

    public static void Write(WireWriter writer, BatchWriteItemResponse response)
    {
        writer.Map(
            "UnprocessedItems",
            response.UnprocessedItems,
            static (writer, writes) => writer.List(writes, static (writer, write) => writer.Object(write, Unprocessed)));
        writer.List("ConsumedCapacity", response.ConsumedCapacity, static (writer, capacity) => writer.Object(capacity, Capacity));
    }

    public static void Write(WireWriter writer, TransactGetItemsResponse response)
    {
        writer.List(
            "Responses",
            response.Responses,
            static (writer, item) => writer.Object(item, static (writer, item) => writer.Attributes("Item", item.Item)));
        writer.List("ConsumedCapacity", response.ConsumedCapacity, static (writer, capacity) => writer.Object(capacity, Capacity));
    }

    public static void Write(WireWriter writer, TransactWriteItemsResponse response) =>
        writer.List("ConsumedCapacity", response.ConsumedCapacity, static (writer, capacity) => writer.Object(capacity, Capacity));

    private static void Page(
        WireWriter writer,
        List<Dictionary<string, AttributeValue>>? items,
        int? count,
        int? scannedCount,
        Dictionary<string, AttributeValue>? lastEvaluatedKey)
    {
        writer.AttributesList("Items", items);
        writer.Number("Count", count);
        writer.Number("ScannedCount", scannedCount);

        // A key is never empty: a client that initializes its collections says by an empty one that there are no more pages.
        writer.Attributes("LastEvaluatedKey", lastEvaluatedKey is { Count: > 0 } ? lastEvaluatedKey : null);
    }

    private static void Unprocessed(WireWriter writer, KeysAndAttributes keys)
    {
        writer.AttributesList("Keys", keys.Keys);
        writer.Flag("ConsistentRead", keys.ConsistentRead);
        writer.Text("ProjectionExpression", keys.ProjectionExpression);
        writer.Texts("ExpressionAttributeNames", keys.ExpressionAttributeNames);
    }

    private static void Unprocessed(WireWriter writer, WriteRequest write)
    {
        writer.Object("PutRequest", write.PutRequest, static (writer, put) => writer.Attributes("Item", put.Item));
        writer.Object("DeleteRequest", write.DeleteRequest, static (writer, delete) => writer.Attributes("Key", delete.Key));
    }

    private static void Capacity(WireWriter writer, ConsumedCapacity capacity)
    {
        writer.Text("TableName", capacity.TableName);
        writer.Number("CapacityUnits", capacity.CapacityUnits);
        writer.Number("ReadCapacityUnits", capacity.ReadCapacityUnits);
        writer.Number("WriteCapacityUnits", capacity.WriteCapacityUnits);
        writer.Object("Table", capacity.Table, Units);
        writer.Map("LocalSecondaryIndexes", capacity.LocalSecondaryIndexes, static (writer, units) => writer.Object(units, Units));
        writer.Map("GlobalSecondaryIndexes", capacity.GlobalSecondaryIndexes, static (writer, units) => writer.Object(units, Units));
    }

    private static void Units(WireWriter writer, Capacity capacity)
    {
        writer.Number("CapacityUnits", capacity.CapacityUnits);
        writer.Number("ReadCapacityUnits", capacity.ReadCapacityUnits);
        writer.Number("WriteCapacityUnits", capacity.WriteCapacityUnits);
    }
}
