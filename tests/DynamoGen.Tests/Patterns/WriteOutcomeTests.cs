using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Why nothing was written is told: by the exception, by an outcome, and for each action of a transaction.</summary>
public sealed class WriteOutcomeTests(LocalServer server) : PatternTest(server)
{
    private IPasses Passes => Get<IPasses>();

    [Fact]
    public async Task An_item_that_is_there_keeps_another_from_being_created()
    {
        await Passes.Create(new Pass("a", 0, null));

        await Refused(ConditionFailureReason.AlreadyExists, async () => await Passes.Create(new Pass("a", 0, null)));
        Assert.Equal(WriteOutcome.AlreadyExists, await Passes.CreateNew(new Pass("a", 0, null)));
        Assert.Equal(WriteOutcome.Written, await Passes.CreateNew(new Pass("b", 0, null)));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await Refused(ConditionFailureReason.NotFound, async () => await Passes.Replace(new Pass("a", 0, null)));
        await Refused(ConditionFailureReason.NotFound, async () => await Passes.UpdateUses("a", 3));
        Assert.Equal(WriteOutcome.NotFound, await Passes.ReplaceOld(new Pass("a", 0, null)));
        Assert.Equal(WriteOutcome.NotFound, await Passes.UpdateUsesOf("a", 3));
        Assert.Equal(WriteOutcome.NotFound, await Passes.UpdateUsesOnce("a", 1));
        Assert.Equal(WriteOutcome.NotFound, await Passes.Delete(new Pass("a", 0, null) { Version = 1 }));
    }

    [Fact]
    public async Task An_expired_item_is_told_from_one_that_is_not_there()
    {
        await Passes.Create(new Pass("a", 0, Now.AddMinutes(1)));
        Time.Now = Now.AddMinutes(2);

        await Refused(ConditionFailureReason.Expired, async () => await Passes.UpdateUses("a", 3));
        Assert.Equal(WriteOutcome.Expired, await Passes.UpdateUsesOf("a", 3));
        Assert.Equal(WriteOutcome.Written, await Passes.CreateNew(new Pass("a", 0, null)));
    }

    [Fact]
    public async Task A_stale_lock_is_told_from_a_condition()
    {
        var first = await Passes.Create(new Pass("a", 2, null));
        var second = await Passes.Replace(first with { Note = "x" });

        await Refused(ConditionFailureReason.StaleLock, async () => await Passes.Replace(first with { Note = "y" }));
        Assert.Equal(WriteOutcome.StaleLock, await Passes.Delete(first));
        Assert.Equal(WriteOutcome.StaleLock, await Passes.UpdateUsesOnce("a", first.Version));
        await Refused(ConditionFailureReason.Condition, async () => await Passes.UpdateUses("a", 2));
        Assert.Equal(WriteOutcome.ConditionFailed, await Passes.UpdateUsesOf("a", 2));
        Assert.Equal(WriteOutcome.Written, await Passes.UpdateUsesOf("a", 3));
        Assert.Equal(WriteOutcome.StaleLock, await Passes.Delete(second));
        Assert.Equal(WriteOutcome.Written, await Passes.Delete(second with { Version = 3 }));
    }

    [Fact]
    public async Task Each_action_of_a_transaction_says_why()
    {
        var pass = await Passes.Create(new Pass("a", 0, null));
        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await Transactions.WriteAsync(
            [Passes.UpdateAction("a", pass.Version + 1), Passes.UpdateAction("b", 1)]));

        Assert.Equal([ConditionFailureReason.StaleLock, ConditionFailureReason.NotFound], failed.Failures.Select(failure => failure.Condition!.Value));
        Assert.Contains("slot 1 (IPasses.UpdateAction): ConditionFailed, NotFound", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_another_item_is_not_unique()
    {
        var badges = Get<IBadges>();

        Assert.Equal(WriteOutcome.Written, await badges.Create(new Badge("a", "1")));
        Assert.Equal(WriteOutcome.Written, await badges.Create(new Badge("b", "2")));
        Assert.Equal(WriteOutcome.AlreadyExists, await badges.Create(new Badge("a", "3")));
        Assert.Equal(WriteOutcome.NotUnique, await badges.Create(new Badge("c", "2")));
        Assert.Equal(WriteOutcome.NotUnique, await badges.Replace(new Badge("a", "2"), new Badge("a", "1")));
        Assert.Equal(WriteOutcome.NotFound, await badges.Replace(new Badge("d", "5"), new Badge("d", "4")));
    }

    private static async Task Refused(ConditionFailureReason reason, Func<Task> write)
    {
        var failed = await Assert.ThrowsAsync<ConditionFailedException>(write);
        Assert.Equal(reason, failed.Reason);
    }
}
