using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Transactions;

public sealed class FakeTransactionsTests
{
    [Fact]
    public async Task A_fake_of_two_methods_answers_typed_reads_and_sees_what_is_written()
    {
        var context = new RepositoryContext(new FaultTransport(null!, static _ => Fault.None), new DynamoGenTelemetry(), new DynamoGenOptions());
        var fake = new Fake(new Account("a", 1), null);

        await fake.WriteAsync([context.Action(BankPatterns.Delete, new DeleteAccount("a"))]);
        var (account, posting) = await fake.ReadAsync(
            context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a")),
            context.ReadAction<Posting, Posting.Marshaller, PostingKey>(BankPatterns.GetPosting, new PostingKey("p")));

        Assert.Equal(new Account("a", 1), account);
        Assert.Null(posting);
        Assert.Equal([("IAccounts.Delete", "bank")], fake.Written.Select(action => (action.Pattern.Name, action.TableName)));
    }

    private sealed class Fake(params object?[] items) : ITransactions
    {
        public List<WriteAction> Written { get; } = [];

        public ValueTask WriteAsync(IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default)
        {
            Written.AddRange(actions);
            return ValueTask.CompletedTask;
        }

        public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IReadOnlyList<object?>>(items);
    }
}
