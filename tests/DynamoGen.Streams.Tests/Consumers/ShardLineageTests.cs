using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Tests.Consumers;

public sealed class ShardLineageTests
{
    private static readonly LeaseCheckpoint Middle = LeaseCheckpoint.After(SequenceNumber.Parse("7"));

    [Fact]
    public void A_child_is_read_after_all_its_parents_and_from_its_oldest_record()
    {
        var shards = Shards("a", "b", "c<a", "c<b");

        Assert.Equal(["a TRIM_HORIZON", "b TRIM_HORIZON"], Missing(shards, []));
        Assert.Empty(Missing(shards, [Lease("a", LeaseCheckpoint.ShardEnd), Lease("b", Middle)]));
        Assert.Equal(["c TRIM_HORIZON"], Missing(shards, [Lease("a", LeaseCheckpoint.ShardEnd), Lease("b", LeaseCheckpoint.ShardEnd)]));
    }

    [Fact]
    public void A_consumer_that_begins_at_LATEST_begins_at_the_last_shards_and_reads_their_children_whole()
    {
        var shards = Shards("a", "b<a", "c<a", "d");

        Assert.Equal(["b LATEST", "c LATEST", "d LATEST"], Missing(shards, [], StreamStart.Latest));

        // The start was not finished by a worker that crashed.
        Assert.Equal(["d LATEST"], Missing(shards, [Lease("b", LeaseCheckpoint.Latest), Lease("c", LeaseCheckpoint.Latest)], StreamStart.Latest));

        // A sibling that shows later, and a child.
        Assert.Equal(
            ["c TRIM_HORIZON", "e TRIM_HORIZON"],
            Missing(Shards("a", "b<a", "c<a", "e<b"), [Lease("b", LeaseCheckpoint.ShardEnd)], StreamStart.Latest));
    }

    [Fact]
    public void A_parent_that_vanished_counts_as_ended() => Assert.Equal(["b TRIM_HORIZON"], Missing(Shards("b<a"), []));

    [Fact]
    public void A_parent_that_vanished_and_has_a_lease_ends_by_its_reader() => Assert.Empty(Missing(Shards("b<a"), [Lease("a", Middle)]));

    [Fact]
    public void A_shard_whose_lease_is_deleted_is_not_read_again()
    {
        var shards = Shards("a", "b<a", "c<b");

        Assert.Empty(Missing(shards, [Lease("c", LeaseCheckpoint.TrimHorizon, "b")]));
    }

    [Fact]
    public void A_lease_is_deleted_when_all_children_are_past_their_beginning()
    {
        var ended = Lease("a", LeaseCheckpoint.ShardEnd);
        var shards = Shards("a", "b<a", "c<a");

        Assert.False(Lineage(shards, ended).IsDisposable(ended));
        Assert.False(Lineage(shards, ended, Lease("b", Middle, "a"), Lease("c", LeaseCheckpoint.TrimHorizon, "a")).IsDisposable(ended));
        Assert.True(Lineage(shards, ended, Lease("b", Middle, "a"), Lease("c", LeaseCheckpoint.ShardEnd, "a")).IsDisposable(ended));
        Assert.False(Lineage(Shards("a"), ended).IsDisposable(ended));
        Assert.True(Lineage(Shards("b"), ended).MayBeGone(ended));
        Assert.False(Lineage(shards, ended).MayBeGone(ended));
    }

    [Fact]
    public void A_lease_that_was_made_too_late_is_not_read_and_is_deleted()
    {
        var late = Lease("a", LeaseCheckpoint.TrimHorizon);
        var lineage = Lineage(Shards("a", "b<a"), late, Lease("b", Middle, "a"));

        Assert.False(lineage.IsReadable(late));
        Assert.True(lineage.IsDisposable(late));
    }

    private static IEnumerable<string> Missing(IReadOnlyList<ShardDescription> shards, Lease[] leases, StreamStart start = StreamStart.TrimHorizon) =>
        Lineage(shards, leases).Missing(start).Select(lease => $"{lease.ShardId} {lease.Checkpoint}");

    private static ShardLineage Lineage(IReadOnlyList<ShardDescription> shards, params Lease[] leases) => new("stream", shards, leases);

    private static Lease Lease(string shardId, LeaseCheckpoint checkpoint, params string[] parents) =>
        new("stream", shardId) { Checkpoint = checkpoint, Parents = parents };

    private static IReadOnlyList<ShardDescription> Shards(params string[] texts) =>
        [.. texts.Select(text => text.Split('<')).Select(parts => new ShardDescription(parts[0], parts.Length > 1 ? parts[1] : null, null, null))];
}
