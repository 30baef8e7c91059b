using DynamoGen.Regions.Lineage;
using DynamoGen.Transactions;

namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>A delete that leaves its stamps behind.</summary>
public sealed class TombstoneTests : IAsyncLifetime
{
    private DraftRegions _regions = null!;

    private IDrafts East => _regions.Drafts(DraftRegions.East);

    public async ValueTask InitializeAsync() => _regions = await DraftRegions.StartAsync();

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task A_deleted_item_is_absent_and_keeps_what_each_write_stamps()
    {
        var created = await East.Create(new Draft(1, "text"));
        _regions.Tick();

        Assert.True(await East.Delete(1));

        Assert.Null(await East.Get(1));
        var buried = (await East.Buried(1))!;
        var now = _regions.Clock.GetUtcNow();
        Assert.Equal((now.ToUnixTimeSeconds(), 0), (buried.Until!.Value.ToUnixTimeSeconds(), buried.Until.Value.Millisecond));
        Assert.Equal(("text", now, DraftRegions.East, created.Mark), (buried.Text, buried.UpdatedAt, buried.UpdatedIn, buried.BasedOn));
        Assert.NotEqual(created.Mark, buried.Mark);
    }

    [Fact]
    public async Task Where_there_is_no_item_or_an_expired_one_nothing_is_written_and_nothing_fails()
    {
        await East.Create(new Draft(2, "text"));
        var deleted = await East.Create(new Draft(3, "text"));
        await East.Delete(3);
        var buried = await East.Buried(3);

        Assert.False(await East.Delete(1));
        Assert.False(await East.Delete(3));
        Assert.False(await East.DeleteOnce(1));
        await East.DeleteIfThere(1);
        await East.DeleteIfThere(3);
        Assert.Null(await East.DeleteReturning(1));
        Assert.Null(await East.DeleteReturning(3));
        Assert.Equal(WriteOutcome.NotFound, await East.DeleteTelling(deleted with { Id = 1 }));
        Assert.Equal(WriteOutcome.Expired, await East.DeleteTelling(deleted));
        Assert.Null(await East.Buried(1));
        Assert.Equal(buried, await East.Buried(3));
        Assert.Equal("text", (await East.DeleteReturning(2))!.Text);
    }

    [Fact]
    public async Task A_condition_of_the_method_is_one_of_the_delete()
    {
        await East.Create(new Draft(1, "text"));

        var failed = await Assert.ThrowsAsync<ConditionFailedException>(() => East.DeleteOf(1, "other").AsTask());
        var absent = await Assert.ThrowsAsync<ConditionFailedException>(() => East.DeleteOf(2, "other").AsTask());

        Assert.Equal((ConditionFailureReason.Condition, ConditionFailureReason.NotFound), (failed.Reason, absent.Reason));
        await East.DeleteOf(1, "text");
        Assert.Null(await East.Get(1));
    }

    [Fact]
    public async Task A_transaction_deletes_what_is_there()
    {
        var transactions = _regions.Service<ITransactions>(DraftRegions.East);
        await East.Create(new Draft(1, "text"));
        await East.Create(new Draft(2, "text"));

        await transactions.WriteAsync([East.DeleteAction(1)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await East.DeleteOnce(2));

        Assert.Equal((null, null), (await East.Get(1), await East.Get(2)));
        await Assert.ThrowsAsync<TransactionFailedException>(
            () => transactions.WriteAsync([East.DeleteAction(1)], cancellationToken: TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task What_was_deleted_can_be_created_again_which_loses_nothing()
    {
        await East.Create(new Draft(1, "first"));
        await East.Delete(1);

        var again = await East.Create(new Draft(1, "second"));

        Assert.Equal((again.Text, LineageMark.None), ((await East.Get(1))!.Text, again.BasedOn));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.East));
    }
}
