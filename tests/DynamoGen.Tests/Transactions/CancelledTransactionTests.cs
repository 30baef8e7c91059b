using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Transport;
using DynamoGen.Transactions;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transactions;

/// <summary>The SDK's real pipeline reads canned error responses, for DynamoDB Local sends few of them.</summary>
public sealed class CancelledTransactionTests
{
    [Fact]
    public async Task Each_reason_is_mapped_to_its_slot()
    {
        var failed = await CancelAsync<TransactionFailedException>(
            "ConditionalCheckFailed", "None", "TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError", "ItemCollectionSizeLimitExceeded",
            "ValidationError", "SomethingNew");

        Assert.Equal(
            [
                (0, TransactionFailureReason.ConditionFailed),
                (2, TransactionFailureReason.Conflict),
                (3, TransactionFailureReason.Throttled),
                (4, TransactionFailureReason.Throttled),
                (5, TransactionFailureReason.ItemCollectionTooLarge),
                (6, TransactionFailureReason.Invalid),
                (7, TransactionFailureReason.Unknown),
            ],
            failed.Failures.Select(failure => (failure.Slot, failure.Reason)));
        Assert.IsType<TransactionCanceledException>(failed.InnerException);
        Assert.Equal("ITransactions.Write", failed.AccessPattern);
    }

    [Fact]
    public async Task Nothing_but_conflicts_is_a_conflict()
    {
        var conflict = await CancelAsync<ConflictException>("None", "TransactionConflict", "TransactionConflict");

        Assert.Equal("ITransactions.Write", conflict.AccessPattern);
    }

    [Fact]
    public async Task Nothing_but_throttling_and_conflicts_is_throttling()
    {
        await CancelAsync<ThrottledException>("ThrottlingError", "None");
        await CancelAsync<ThrottledException>("TransactionConflict", "ProvisionedThroughputExceeded");
    }

    [Fact]
    public async Task A_cancellation_without_reasons_says_so()
    {
        var failed = await CancelAsync<TransactionFailedException>();

        Assert.Empty(failed.Failures);
        Assert.Equal("ITransactions.Write failed as a whole: DynamoDB gave no reasons.", failed.Message);
    }

    [Fact]
    public async Task Reads_are_cancelled_with_the_same_exceptions()
    {
        await using var server = Server("TransactionCanceledException", """{"Code":"TransactionConflict"}""");
        using var transport = CannedTransport.Connect(server);
        var context = Context(transport);

        var conflict = await Assert.ThrowsAsync<ConflictException>(async () => await Sender(transport).ReadAsync(
            context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a"))));

        Assert.Equal("ITransactions.Read", conflict.AccessPattern);
    }

    [Fact]
    public async Task A_transaction_that_is_still_running_under_its_token_is_a_conflict()
    {
        await using var server = Server("TransactionInProgressException");
        using var transport = CannedTransport.Connect(server);

        await Assert.ThrowsAsync<ConflictException>(async () => await Sender(transport).WriteAsync(Actions(transport, 1), "token"));
    }

    [Theory]
    [InlineData("""{"Responses":[]}""")]
    [InlineData("""{"Responses":[{},{}]}""")]
    [InlineData("{}")]
    [InlineData("""{"Responses":[{"Item":{}}]}""")]
    [InlineData("""{"Responses":{}}""")]
    [InlineData("")]
    public async Task A_malformed_response_is_a_typed_error(string response)
    {
        await using var server = new CannedServer(CannedResponse.Ok(response));
        using var transport = CannedTransport.Connect(server);

        await Assert.ThrowsAsync<ItemFormatException>(async () => await Sender(transport).ReadAsync(
            Context(transport).ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a"))));
    }

    private static async Task<TException> CancelAsync<TException>(params string[] codes)
        where TException : RequestRefusedException
    {
        await using var server = Server("TransactionCanceledException", string.Join(',', codes.Select(code => $$"""{"Code":"{{code}}"}""")));
        using var transport = CannedTransport.Connect(server);
        return await Assert.ThrowsAsync<TException>(async () => await Sender(transport).WriteAsync(Actions(transport, Math.Max(1, codes.Length))));
    }

    private static CannedServer Server(string code, string? reasons = null)
    {
        var error = CannedResponse.Error(400, code, reasons is null ? string.Empty : $",\"CancellationReasons\":[{reasons}]");
        return new CannedServer([.. Enumerable.Repeat(error, 12)]);
    }

    private static WriteAction[] Actions(ITransport transport, int count) =>
        [.. Enumerable.Range(0, count).Select(number => Context(transport).Action(BankPatterns.Delete, new DeleteAccount($"{number}")))];

    private static TransactionSender Sender(ITransport transport) => new(transport, new DynamoGenTelemetry(), TimeProvider.System);

    private static RepositoryContext Context(ITransport transport) => new(transport, new DynamoGenTelemetry(), new DynamoGenOptions());
}
