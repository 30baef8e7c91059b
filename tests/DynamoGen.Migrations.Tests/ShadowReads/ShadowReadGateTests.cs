using DynamoGen.Migrations.ShadowReads;

namespace DynamoGen.Migrations.Tests.ShadowReads;

public sealed class ShadowReadGateTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, null)]
    [InlineData(1000, 0, 0, 0, null)]
    [InlineData(1000, 1, 0, 0, "1 of 1000 shadow reads differ: 1 of IOrders.Get, such as 0a")]
    [InlineData(1000, 1, 0.001, 0, null)]
    [InlineData(1000, 2, 0.001, 0, "2 of 1000 shadow reads differ: 2 of IOrders.Get, such as 0a")]
    [InlineData(999, 0, 0, 1000, "999 shadow reads were compared, and 1000 are to be")]
    public void Too_many_differences_and_too_few_reads_stand_in_the_way(long compared, long mismatched, double rate, long min, string? obstacle)
    {
        var counts = new[]
        {
            new ShadowReadCount("IOrders.Get", compared, mismatched) { Examples = ["0a"] },
            new ShadowReadCount("IOrders.List", 0, 0),
        };
        Assert.Equal(obstacle, ShadowReadGate.Obstacle(counts, new ShadowReadOptions { MaxMismatchRate = rate, MinCompared = min }));
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(1.1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, -1)]
    public void Options_mean_something(double rate, long min) =>
        Assert.Throws<ArgumentException>(() => new ShadowReadOptions { MaxMismatchRate = rate, MinCompared = min }.Validate());
}
