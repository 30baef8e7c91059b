using DynamoGen.Refusals;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Errors;

/// <summary>The SDK's real pipeline reads canned error responses, for DynamoDB Local sends few of them.</summary>
public sealed class RefusedRequestTests
{
    private static readonly Account Ann = new("ann", 100);

    [Fact]
    public async Task A_failed_condition_carries_the_stored_item_also_as_an_entity()
    {
        const string Item = """
            {"pk":{"S":"ACCOUNT#ann"},"sk":{"S":"BALANCE"},"_t":{"S":"Account"},"_v":{"N":"1"},"Id":{"S":"ann"},"Balance":{"N":"5"},
             "Tags":{"L":[{"S":"a\"b"}]},"Other":{"M":{"b":{"B":"AQI="},"t":{"BOOL":true},"n":{"NULL":true},"ss":{"SS":["x","y"]},"ns":{"NS":["1"]},"bs":{"BS":["AQ=="]},"e":{"M":{}},"l":{"L":[]}}}}
            """;

        var failed = await RefuseAsync<ConditionFailedException>("ConditionalCheckFailedException", ",\"Item\":" + Item);

        Assert.Equal("5", failed.Item!["Balance"].N);
        var stored = failed.ItemAs<Account, Account.Marshaller>();
        Assert.Equal(("ann", 5), (stored!.Id, stored.Balance));
        Assert.Equal(["a\"b"], stored.Tags!);
    }

    [Fact]
    public async Task A_failed_condition_without_an_item_has_none()
    {
        var failed = await RefuseAsync<ConditionFailedException>("ConditionalCheckFailedException", string.Empty);

        Assert.Null(failed.Item);
        Assert.Null(failed.ItemAs<Account, Account.Marshaller>());
    }

    [Fact]
    public async Task A_stored_item_of_another_entity_is_a_typed_error()
    {
        var failed = await RefuseAsync<ConditionFailedException>("ConditionalCheckFailedException", ",\"Item\":{\"_t\":{\"S\":\"Other\"}}");

        Assert.Throws<ItemFormatException>(() => failed.ItemAs<Account, Account.Marshaller>());
    }

    [Fact]
    public async Task Another_transaction_on_the_item_is_a_conflict()
    {
        var conflict = await RefuseAsync<ConflictException>("TransactionConflictException", string.Empty);

        Assert.Equal("IAccounts.Put", conflict.AccessPattern);
        Assert.NotNull(conflict.InnerException);
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", "ThrottlingReasons")]
    [InlineData("ThrottlingException", "throttlingReasons")]
    [InlineData("RequestLimitExceeded", "ThrottlingReasons")]
    public async Task Throttling_says_why_and_of_what(string code, string member)
    {
        var reasons = $$"""
            ,"{{member}}":[{"reason":"TableWriteKeyRangeThroughputExceeded","resource":"arn:aws:dynamodb:eu-west-1:1:table/bank"}]
            """;

        var throttled = await RefuseAsync<ThrottledException>(code, reasons);

        Assert.Equal("TableWriteKeyRangeThroughputExceeded", throttled.Reason);
        Assert.Equal("arn:aws:dynamodb:eu-west-1:1:table/bank", throttled.Resource);
        Assert.Equal(
            "IAccounts.Put was throttled: TableWriteKeyRangeThroughputExceeded of arn:aws:dynamodb:eu-west-1:1:table/bank.",
            throttled.Message);
    }

    [Fact]
    public async Task Throttling_without_a_reason_is_typed_too()
    {
        var throttled = await RefuseAsync<ThrottledException>("ThrottlingException", string.Empty);

        Assert.Equal((null, null, "IAccounts.Put was throttled."), (throttled.Reason, throttled.Resource, throttled.Message));
    }

    [Fact]
    public async Task Reads_are_throttled_with_the_same_exception()
    {
        await using var server = new CannedServer(CannedResponse.Error(400, "ThrottlingException"), CannedResponse.Error(400, "ThrottlingException"));
        using var transport = CannedTransport.Connect(server);

        var throttled = await Assert.ThrowsAsync<ThrottledException>(async () =>
            await Context(transport)
                .GetItemAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey("a"), false, CancellationToken.None));

        Assert.Equal("IAccounts.Get", throttled.AccessPattern);
    }

    [Theory]
    [InlineData(DynamoOperation.PutItem)]
    [InlineData(DynamoOperation.UpdateItem)]
    [InlineData(DynamoOperation.DeleteItem)]
    [InlineData(DynamoOperation.GetItem)]
    [InlineData(DynamoOperation.Query)]
    [InlineData(DynamoOperation.BatchGetItem)]
    [InlineData(DynamoOperation.BatchWriteItem)]
    [InlineData(DynamoOperation.TransactGetItems)]
    [InlineData(DynamoOperation.TransactWriteItems)]
    public async Task Every_operation_is_throttled_with_a_typed_exception_and_addressed_by_its_name(DynamoOperation operation)
    {
        foreach (var code in (string[])["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"])
        {
            await using var server = new CannedServer(CannedResponse.Error(400, code), CannedResponse.Error(400, code));
            using var transport = CannedTransport.Connect(server);

            var refused = await Assert.ThrowsAnyAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(() => CannedTransport.SendAsync(transport, operation));

            Assert.IsType<ThrottledException>(RefusedRequest.Describe("p", "t", refused));
            Assert.All(server.Requests, request => Assert.Equal($"DynamoDB_20120810.{operation}", request.Headers["X-Amz-Target"]));
        }
    }

    private static async Task<TException> RefuseAsync<TException>(string code, string members)
        where TException : RequestRefusedException
    {
        var error = CannedResponse.Error(400, code, members);
        await using var server = new CannedServer(error, error);
        using var transport = CannedTransport.Connect(server);
        return await Assert.ThrowsAsync<TException>(async () =>
            await Context(transport).WriteAsync(BankPatterns.Put, new PutAccount(Ann), CancellationToken.None));
    }

    private static RepositoryContext Context(ITransport transport) => new(transport, new DynamoGenTelemetry(), new DynamoGenOptions());
}
