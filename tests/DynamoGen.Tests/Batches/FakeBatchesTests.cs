using DynamoGen.Batches;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Batches;

public sealed class FakeBatchesTests
{
    [Fact]
    public async Task A_fake_answers_typed_reads_and_sees_what_is_written_under_any_name()
    {
        var context = new RepositoryContext(new FaultTransport(null!, static _ => Fault.None), new DynamoGenTelemetry(), new DynamoGenOptions());
        var fake = new Fake(new Account("a", 1), null);
        IBatches batches = fake;

        await batches.Named("Import").WriteAsync(
            [context.BatchDelete(BankPatterns.DeleteEntry, new AccountKey("a"))], cancellationToken: TestContext.Current.CancellationToken);
        var (account, posting) = await batches.ReadAsync(
            context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a")),
            context.ReadAction<Posting, Posting.Marshaller, PostingKey>(BankPatterns.GetPosting, new PostingKey("p")),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new Account("a", 1), account);
        Assert.Null(posting);
        Assert.Equal([("IAccounts.DeleteEntry", "bank")], fake.Written.Select(write => (write.Pattern.Name, write.TableName)));
    }

    private sealed class Fake(params object?[] items) : IBatches
    {
        public List<BatchWrite> Written { get; } = [];

        public ValueTask WriteAsync(IEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            Written.AddRange(writes);
            return ValueTask.CompletedTask;
        }

        public async ValueTask WriteAsync(
            IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default) =>
            Written.AddRange(await writes.ToListAsync(cancellationToken));

        public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
            IReadOnlyCollection<ReadAction> actions, bool consistentRead = false, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IReadOnlyList<object?>>(items);
    }
}
