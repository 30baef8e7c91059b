using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Requests;
using DynamoGen.Tests.Errors;

namespace DynamoGen.Tests.Repositories;

public sealed class WriteTests(LocalServer server) : BankTest(server)
{
    private static readonly Account Ann = new("ann \"#\u00e9", 100) { Notes = "first" };

    [Fact]
    public async Task Puts_an_item_whether_or_not_there_is_one()
    {
        await WriteAsync(BankPatterns.Put, new PutAccount(Ann));
        await WriteAsync(BankPatterns.Put, new PutAccount(Ann with { Balance = 7 }));

        Assert.Equal(7, (await GetAsync(Ann.Id))?.Balance);
    }

    [Fact]
    public async Task Creates_an_item_once_and_throws_the_second_time()
    {
        await WriteAsync(BankPatterns.Create, new CreateAccount(Ann));

        var failed = await Assert.ThrowsAsync<ConditionFailedException>(async () =>
            await WriteAsync(BankPatterns.Create, new CreateAccount(Ann with { Balance = 7 })));

        Assert.Equal("IAccounts.Create", failed.AccessPattern);
        Assert.Equal("IAccounts.Create wrote nothing, because its condition does not hold for the stored item.", failed.Message);
        Assert.IsType<ConditionalCheckFailedException>(failed.InnerException);
        Assert.Equal(Ann, failed.ItemAs<Account, Account.Marshaller>());
        Assert.Equal(Ann, await GetAsync(Ann.Id));
    }

    [Fact]
    public async Task Tries_to_write_and_says_whether_it_did()
    {
        Assert.True(await TryWriteAsync(BankPatterns.Create, new CreateAccount(Ann)));
        Assert.False(await TryWriteAsync(BankPatterns.Create, new CreateAccount(Ann with { Balance = 7 })));
        Assert.True(await TryWriteAsync(BankPatterns.Add, new AddToAccount(Ann.Id, -100)));
        Assert.False(await TryWriteAsync(BankPatterns.Add, new AddToAccount(Ann.Id, -1)));
        Assert.False(await TryWriteAsync(BankPatterns.Delete, new DeleteAccount(Ann.Id, ifBalance: 5)));
        Assert.True(await TryWriteAsync(BankPatterns.Delete, new DeleteAccount(Ann.Id, ifBalance: 0)));

        Assert.Null(await GetAsync(Ann.Id));
    }

    [Fact]
    public async Task Returns_the_item_as_it_was_and_as_it_is()
    {
        await PutAsync(Ann);

        Assert.Equal(Ann, await WriteReturningAsync(BankPatterns.Add, new AddToAccount(Ann.Id, 5), ReturnedValues.Old));
        Assert.Equal(Ann with { Balance = 110 }, await WriteReturningAsync(BankPatterns.Add, new AddToAccount(Ann.Id, 5), ReturnedValues.New));
        Assert.Equal(Ann with { Balance = 110 }, await WriteReturningAsync(BankPatterns.Put, new PutAccount(Ann), ReturnedValues.Old));
        Assert.Equal(Ann, await WriteReturningAsync(BankPatterns.Delete, new DeleteAccount(Ann.Id), ReturnedValues.Old));
        Assert.Null(await WriteReturningAsync(BankPatterns.Delete, new DeleteAccount(Ann.Id), ReturnedValues.Old));
        Assert.Null(await WriteReturningAsync(BankPatterns.Put, new PutAccount(Ann), ReturnedValues.Old));
    }

    [Fact]
    public async Task Returns_nothing_and_throws_when_the_condition_fails()
    {
        await PutAsync(Ann);

        await Assert.ThrowsAsync<ConditionFailedException>(async () =>
            await WriteReturningAsync(BankPatterns.Add, new AddToAccount(Ann.Id, -101), ReturnedValues.New));

        Assert.Equal(Ann, await GetAsync(Ann.Id));
    }

    [Fact]
    public async Task Takes_an_empty_old_item_for_none()
    {
        var (context, _) = Faulty(static _ => new Fault.Answered("""{"Attributes":{},"ConsumedCapacity":{"CapacityUnits":1}}"""));

        Assert.Null(await context.WriteReturningAsync<Account, Account.Marshaller, DeleteAccount>(
            BankPatterns.Delete, new DeleteAccount("a"), ReturnedValues.Old, CancellationToken.None));
    }

    [Fact]
    public async Task Refuses_to_return_the_new_item_of_anything_but_an_update()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await WriteReturningAsync(BankPatterns.Put, new PutAccount(Ann), ReturnedValues.New));
        Assert.Null(await GetAsync(Ann.Id));
    }

    [Fact]
    public async Task Leaves_other_refusals_the_SDKs_own()
    {
        await WriteAsync(BankPatterns.Put, new PutAccount(Ann));
        var (context, _) = Faulty(static _ => new Fault.Refused(new AmazonDynamoDBException("Something else.")));

        var exception = await Assert.ThrowsAsync<AmazonDynamoDBException>(async () =>
            await context.WriteAsync(BankPatterns.Put, new PutAccount(Ann), CancellationToken.None));
        Assert.Equal("Something else.", exception.Message);
    }

    [Fact]
    public async Task Refuses_a_too_large_item_before_sending_it_alone_or_in_a_transaction()
    {
        var (context, faults) = Faulty(static _ => Fault.None);
        var (transactions, transactionFaults) = FaultyTransactions(static _ => Fault.None);
        var large = Ann with { Notes = new string('x', 409_600) };

        var tooLarge = await Assert.ThrowsAsync<ItemTooLargeException>(async () =>
            await context.WriteAsync(BankPatterns.Put, new PutAccount(large), CancellationToken.None));
        await Assert.ThrowsAsync<ItemTooLargeException>(async () =>
            await transactions.WriteAsync([context.Action(BankPatterns.Put, new PutAccount(large))]));

        Assert.Equal("Account", tooLarge.Entity);
        Assert.Empty(faults.Requests);
        Assert.Empty(transactionFaults.Requests);
    }

    [Fact]
    public async Task A_cancelled_write_ends()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Context.WriteAsync(BankPatterns.Put, new PutAccount(Ann), new CancellationToken(canceled: true)));
        Assert.Null(await GetAsync(Ann.Id));
    }

    [Fact]
    public async Task Asks_for_the_stored_item_only_where_it_can_be_handed_on()
    {
        var (context, faults) = Faulty(static _ => Fault.None);

        await context.WriteAsync(BankPatterns.Create, new CreateAccount(Ann), CancellationToken.None);
        await context.TryWriteAsync(BankPatterns.Create, new CreateAccount(Ann), CancellationToken.None);

        Assert.Equal("ALL_OLD", (string?)faults.Requests[0].Body["ReturnValuesOnConditionCheckFailure"]);
        Assert.False(faults.Requests[1].Body.ContainsKey("ReturnValuesOnConditionCheckFailure"));
    }

    [Fact]
    public async Task A_write_without_a_condition_asks_for_nothing_whatever_its_data_looks_like()
    {
        var (context, faults) = Faulty(static _ => Fault.None);
        var (transactions, transactionFaults) = FaultyTransactions(static _ => Fault.None);
        var request = new PutAccount(Ann with { Notes = ",\"ConditionExpression\":\"", Tags = [",\"ConditionExpression\":\""] });

        await context.WriteAsync(BankPatterns.Put, request, CancellationToken.None);
        await transactions.WriteAsync([context.Action(BankPatterns.Put, request), context.Action(BankPatterns.Create, new CreateAccount(new Account("b", 1)))]);

        Assert.False(faults.Requests[0].Body.ContainsKey("ReturnValuesOnConditionCheckFailure"));
        var puts = transactionFaults.Requests[0].Body["TransactItems"]!.AsArray().Select(item => item!["Put"]!.AsObject()).ToArray();
        Assert.Equal([false, true], puts.Select(put => put.ContainsKey("ReturnValuesOnConditionCheckFailure")));
    }

    [Fact]
    public async Task Of_sixteen_writers_that_create_one_item_one_does()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer =>
            TryWriteAsync(BankPatterns.Create, new CreateAccount(new Account("a", writer))).AsTask()));

        Assert.Equal(Array.IndexOf(created, true), (await GetAsync("a"))?.Balance);
        Assert.Equal(1, created.Count(one => one));
    }

    [Fact]
    public async Task A_write_is_one_span_with_its_capacity_and_a_failed_condition_is_named_in_it()
    {
        using var spans = new Spans("IAccounts.Create");

        await TryWriteAsync(BankPatterns.Create, new CreateAccount(Ann));
        await TryWriteAsync(BankPatterns.Create, new CreateAccount(Ann));
        await Assert.ThrowsAsync<ConditionFailedException>(async () => await WriteAsync(BankPatterns.Create, new CreateAccount(Ann)));

        Assert.Equal((1, 1.0), (spans.Ended[0].Requests, spans.Ended[0].CapacityUnits));
        Assert.Null(spans.Ended[0].Span.GetTagItem("error.type"));
        Assert.All(
            spans.Ended.Skip(1),
            ended => Assert.Equal(
                ("condition_failed", System.Diagnostics.ActivityStatusCode.Unset), (ended.Span.GetTagItem("dynamogen.outcome"), ended.Span.Status)));
        Assert.Equal(3, spans.Ended.Count);
    }

    private ValueTask WriteAsync<TRequest>(Schema.AccessPattern pattern, TRequest request)
        where TRequest : struct, IWriteRequest => Context.WriteAsync(pattern, request, CancellationToken.None);

    private ValueTask<bool> TryWriteAsync<TRequest>(Schema.AccessPattern pattern, TRequest request)
        where TRequest : struct, IWriteRequest => Context.TryWriteAsync(pattern, request, CancellationToken.None);

    private ValueTask<Account?> WriteReturningAsync<TRequest>(Schema.AccessPattern pattern, TRequest request, ReturnedValues returned)
        where TRequest : struct, IWriteRequest =>
        Context.WriteReturningAsync<Account, Account.Marshaller, TRequest>(pattern, request, returned, CancellationToken.None);
}
