using System.Text;
using DynamoGen.Keys;

namespace DynamoGen.Tests.Keys;

public sealed class ShardNumberTests
{
    /// <summary>Shards are part of stored keys: these numbers must never change.</summary>
    [Theory]
    [InlineData("ORDER#0000010248", "ORDER", 4, 0)]
    [InlineData("ORDER#0000010249", "ORDER", 4, 1)]
    [InlineData("", "", 10, 3)]
    [InlineData("a", "", 100, 22)]
    [InlineData("", "a", 100, 45)]
    public void The_shard_of_a_key_never_changes(string partitionKey, string sortKey, int shards, int expected) =>
        Assert.Equal(expected, Of(partitionKey, sortKey, shards));

    [Fact]
    public void The_place_of_the_boundary_matters()
    {
        var same = Enumerable.Range(0, 1000).Count(i => Of($"a{i}", "b", 100) == Of($"a{i}b", "", 100));

        Assert.InRange(same, 0, 40);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Neighbouring_keys_spread_evenly(int shards)
    {
        const int Keys = 20_000;
        var counts = Enumerable.Range(10_248, Keys).CountBy(id => Of($"ORDER#{id:D10}", "ORDER", shards)).Select(pair => pair.Value).ToArray();
        var expected = (double)Keys / shards;
        var chiSquare = counts.Sum(count => Math.Pow(count - expected, 2) / expected);

        Assert.Equal(shards, counts.Length);
        Assert.InRange(chiSquare, 0, shards + (6 * Math.Sqrt(2.0 * shards)));
    }

    [Fact]
    public void No_shards_at_all_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Of("a", "b", 0));

    private static int Of(string partitionKey, string sortKey, int shards) =>
        ShardNumber.ShardOf(Encoding.UTF8.GetBytes(partitionKey), Encoding.UTF8.GetBytes(sortKey), shards);
}
