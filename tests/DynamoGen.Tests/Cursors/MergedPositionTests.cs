using System.Text;
using DynamoGen.Cursors;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Cursors;

public sealed class MergedPositionTests
{
    private static readonly Gen<byte[]> SortKeys =
        Gen.Elements("", "a", "\0", "\"\\", "é\U0001F600", "2012-07-04#0000000001").Select(Encoding.UTF8.GetBytes);

    private static readonly Gen<ShardPosition> Shards = Gen.OneOf(
        Gen.Constant(new ShardPosition(HasEnded: true, StartKey: null)),
        Gen.Constant(new ShardPosition(HasEnded: false, StartKey: null)),
        Gen.Elements("""{"pk":{"S":"x"}}""", """{"pk":{"S":"{}"},"sk":{"S":"null \u0001\\"}}""")
            .Select(key => new ShardPosition(HasEnded: false, Encoding.UTF8.GetBytes(key))));

    [Fact]
    public void A_position_is_read_back_as_it_was_written()
    {
        var positions =
            from sortKey in SortKeys
            from shard in Gen.Choose(0, 200)
            from shards in Shards.ListOf()
            select new MergedPosition(new MergePlace(sortKey, shard), [.. shards]);

        Prop.ForAll(positions.ToArbitrary(), position =>
        {
            var read = MergedPosition.FromJson(position.ToJson());
            return read.Last.SortKey.SequenceEqual(position.Last.SortKey)
                && read.Last.Shard == position.Last.Shard
                && read.Shards.Select(Describe).SequenceEqual(position.Shards.Select(Describe));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Places_are_ordered_by_sort_key_and_then_by_shard_and_descending_is_the_reverse()
    {
        MergePlace[] places = [new([], 1), new("a"u8.ToArray(), 0), new("a"u8.ToArray(), 3), new("a!"u8.ToArray(), 0), new([0x7F], 0), new([0xC3, 0xA9], 0)];

        Assert.Equal(places, places.Reverse().Order(new MergeOrder(descending: false)));
        Assert.Equal(places.Reverse(), places.Order(new MergeOrder(descending: true)));
    }

    private static (bool HasEnded, string? StartKey) Describe(ShardPosition shard) =>
        (shard.HasEnded, shard.StartKey is null ? null : Encoding.UTF8.GetString(shard.StartKey));
}
