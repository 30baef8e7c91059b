using DynamoGen.Streams;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;

internal static class Use
{
    public static async Task Read(IStreamClient client)
    {
        // 1
    }
}
