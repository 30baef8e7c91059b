using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Tests.Consumers;

public sealed class LeaseShareTests
{
    [Theory]
    [InlineData("----", 4, 0)]
    [InlineData("aa--", 2, 0)]
    [InlineData("aaa-", 1, 0)]
    [InlineData("mm--aa", 1, 0)]
    [InlineData("mma-", 0, 0)]
    [InlineData("aaaa", 0, 1)]
    [InlineData("maaa", 0, 1)]
    [InlineData("mmaa", 0, 0)]
    [InlineData("maa", 0, 0)]
    [InlineData("aabbb", 0, 1)]
    [InlineData("xx", 2, 0)]
    public void A_worker_takes_its_share_and_asks_only_where_nothing_can_be_taken(string owners, int taken, int requested)
    {
        var leases = owners.Select((owner, index) => new Lease("stream", $"{index}") { Owner = owner == '-' ? null : $"{owner}" }).ToList();

        var share = LeaseShare.Choose("m", lease => lease.Owner == "m", leases, lease => lease.Owner == "x", int.MaxValue);

        Assert.Equal(taken, share.Taken.Count);
        Assert.Equal(requested, share.Requested is null ? 0 : 1);
    }

    [Fact]
    public void It_asks_the_worker_that_has_most_and_once()
    {
        var leases = "aabbbbb".Select((owner, index) => new Lease("stream", $"{index}") { Owner = $"{owner}" }).ToList();
        Assert.Equal("b", LeaseShare.Choose("m", _ => false, leases, _ => false, 10).Requested!.Owner);

        var limited = LeaseShare.Choose("m", _ => false, [.. leases.Select(lease => lease with { WantedBy = "m" })], _ => false, 10);
        Assert.Null(limited.Requested);
    }

    [Fact]
    public void It_has_no_more_than_it_may() => Assert.Equal(
        2, LeaseShare.Choose("m", _ => false, [.. Enumerable.Range(0, 5).Select(index => new Lease("stream", $"{index}"))], _ => false, 2).Taken.Count);
}
