using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Writes;

public sealed class TransactionPatternTests(LocalServer server) : TicketTest(server)
{
    [Fact]
    public async Task Actions_of_all_kinds_are_written_together()
    {
        var first = await Repository.Put(new Ticket("p", 1));
        var second = await Repository.Put(new Ticket("p", 2) { Priority = 3 });
        var third = await Repository.Put(new Ticket("p", 3));

        await Transactions.WriteAsync(
            [Repository.UpdateTitle("p", 1, "new", first.Revision), Repository.CheckPriority("p", 2, most: 4), Repository.DeleteAction(third),
                Repository.PutAction(new Ticket("p", 4))]);

        var (updated, deleted, put) = await Transactions.ReadAsync(Repository.GetAction("p", 1), Repository.GetAction("p", 3), Repository.GetAction("p", 4));
        Assert.Equal(("new", 2), (updated!.Title, updated.Revision));
        Assert.Null(deleted);
        Assert.Equal(1, put!.Revision);
        Assert.Equal(1, second.Revision);
    }

    [Fact]
    public async Task A_condition_that_fails_keeps_all_from_being_written_and_names_its_slot()
    {
        var first = await Repository.Put(new Ticket("p", 1));
        await Repository.Put(new Ticket("p", 2) { Priority = 5 });

        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () =>
            await Transactions.WriteAsync([Repository.UpdateTitle("p", 1, "new", first.Revision), Repository.CheckPriority("p", 2, most: 4)]));

        var failure = Assert.Single(failed.Failures);
        Assert.Equal(1, failure.Slot);
        Assert.Equal(string.Empty, (await Repository.Get("p", 1))!.Title);
    }
}
