using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class OneShardTests
{
    [Theory]
    [InlineData("Order.Keys.Gsi1.PartitionKey(status, 0)", 0)]
    [InlineData("Order.Keys.Gsi1.PartitionKey(shardNumber: First, status: status)", 0)]
    [InlineData("Order.Keys.Gsi1.PartitionKey(status, 3 - 1)", 2)]
    public async Task A_written_shard_is_reported(string key, int shard)
    {
        var found = Assert.Single(await Diagnosis.Of<OneShardAnalyzer>(Source(key)));

        Assert.Equal("DG2008", found.Id);
        Assert.Equal(
            $"'STATUS#{{Status}}' is spread over 4 shards, and this is the key of shard {shard} alone; declare the read as an access pattern, which asks all of them, or take ShardOf for one item's own",
            found.GetMessage());
    }

    [Fact]
    public async Task A_written_shard_of_a_table_is_reported()
    {
        var found = Assert.Single(await Diagnosis.Of<OneShardAnalyzer>(Source("Receipt.Keys.Primary.PartitionKey(status, 1)")));

        Assert.StartsWith("'DAY#{Day}' is spread over 5 shards, and this is the key of shard 1 alone;", found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Receipt.Keys.Primary.PartitionKey(status, Receipt.Keys.Primary.ShardOf(7))")]
    [InlineData("string.Concat(Enumerable.Range(0, 4).Select(shard => Order.Keys.Gsi1.PartitionKey(status, shard)))")]
    [InlineData("Order.Keys.Gsi1.PartitionKey(status, Order.Keys.Gsi1.ShardOf(7))")]
    [InlineData("Order.Keys.Gsi2.PartitionKey(7)")]
    [InlineData("ByHand.Keys.Gsi1.PartitionKey(status, 0)")]
    public async Task Every_shard_the_own_one_and_other_keys_are_left_alone(string key) =>
        Assert.Empty(await Diagnosis.Of<OneShardAnalyzer>(Source(key)));

    private static string Source(string key) => $$"""
        using System.Linq;
        using DynamoGen;

        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        sealed partial class Shop;

        [Entity<Shop>]
        [Key("ORDER#{Number}", "ORDER")]
        [Key("gsi1", "STATUS#{Status}", "{Number}", Shards = 4)]
        [Key("gsi2", "{Number}", "{Status}")]
        sealed partial record Order(int Number, string Status);

        [Entity<Shop>]
        [Key("DAY#{Day}", "{Number}", Shards = 5)]
        sealed partial record Receipt(int Number, string Day);

        static class ByHand
        {
            public static class Keys
            {
                public static class Gsi1
                {
                    public static string PartitionKey(string status, int shardNumber) => status + shardNumber;
                }
            }
        }

        static class Code
        {
            private const int First = 0;

            public static string Key(string status) => {{key}};
        }
        """;
}
