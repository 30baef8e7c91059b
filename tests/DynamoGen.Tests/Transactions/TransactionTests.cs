using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Transactions;

public sealed class TransactionTests(LocalServer server) : BankTest(server)
{
    private ITransactions Transactions => Services.GetRequiredService<ITransactions>();

    [Fact]
    public async Task Writes_across_entities_and_tables()
    {
        await PutAsync(new Account("ann", 100), new Account("bob", 0), new Account("old", 1), new Account("eve", 7));

        await Transactions.WriteAsync(
        [
            Context.Action(BankPatterns.Add, new AddToAccount("ann", -30)),
            Context.Action(BankPatterns.Add, new AddToAccount("bob", 30)),
            Context.Action(BankPatterns.Create, new CreateAccount(new Account("new", 5))),
            Context.Action(BankPatterns.Delete, new DeleteAccount("old")),
            Context.Action(BankPatterns.Check, new CheckAccount("eve", 7)),
            Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 30))),
        ]);

        Assert.Equal((70, 30, 5), ((await GetAsync("ann"))?.Balance, (await GetAsync("bob"))?.Balance, (await GetAsync("new"))?.Balance));
        Assert.Null(await GetAsync("old"));
        Assert.Equal(new Posting("p", 30), await GetPostingAsync("p"));
    }

    [Fact]
    public async Task Writes_nothing_when_one_condition_fails_and_names_the_slots_at_fault_with_their_items()
    {
        await PutAsync(new Account("ann", 10), new Account("bob", 0));

        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await Transactions.WriteAsync(
        [
            Context.Action(BankPatterns.Add, new AddToAccount("bob", 30)),
            Context.Action(BankPatterns.Add, new AddToAccount("ann", -30)),
            Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 30))),
            Context.Action(BankPatterns.Check, new CheckAccount("nobody", 7)),
        ]));

        Assert.Equal(
            "ITransactions.Write failed as a whole: slot 1 (IAccounts.Add): ConditionFailed; slot 3 (IAccounts.Check): ConditionFailed.",
            failed.Message);
        Assert.Equal([(1, "IAccounts.Add"), (3, "IAccounts.Check")], failed.Failures.Select(failure => (failure.Slot, failure.AccessPattern)));
        Assert.Equal(new Account("ann", 10), failed.Failures[0].ItemAs<Account, Account.Marshaller>());
        Assert.Null(failed.Failures[1].ItemAs<Account, Account.Marshaller>());
        Assert.Equal(0, (await GetAsync("bob"))?.Balance);
        Assert.Null(await GetPostingAsync("p"));
    }

    [Fact]
    public async Task Reads_across_entities_and_tables_in_the_order_of_the_actions()
    {
        await PutAsync(new Account("a", 1), new Account("b", 2), new Account("c", 3));
        await Transactions.WriteAsync([Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 9)))]);
        var (a, b, c, missing, p) = (Read("a"), Read("b"), Read("c"), Read("missing"), ReadPosting("p"));

        Assert.Equal(1, (await Transactions.ReadAsync(a))?.Balance);
        Assert.Null(await Transactions.ReadAsync(missing));
        Assert.Equal((new Account("a", 1), new Posting("p", 9)), await Transactions.ReadAsync(a, p));
        Assert.Equal((null, new Posting("p", 9), new Account("b", 2)), await Transactions.ReadAsync(missing, p, b));
        Assert.Equal([3, 2, 1], (await Transactions.ReadAsync([c, b, a])).Select(account => account?.Balance));
    }

    [Fact]
    public async Task Reads_up_to_eight_items_typed()
    {
        await PutAsync(Enumerable.Range(1, 8).Select(number => new Account($"{number}", number)));
        var (a, b, c, d, e, f, g, h) = (Read("1"), Read("2"), Read("3"), Read("4"), Read("5"), Read("6"), Read("7"), Read("8"));

        var four = await Transactions.ReadAsync(a, b, c, d);
        var five = await Transactions.ReadAsync(a, b, c, d, e);
        var six = await Transactions.ReadAsync(a, b, c, d, e, f);
        var seven = await Transactions.ReadAsync(a, b, c, d, e, f, g);
        var eight = await Transactions.ReadAsync(a, b, c, d, e, f, g, h);

        Assert.Equal((1, 4), (four.Item1?.Balance, four.Item4?.Balance));
        Assert.Equal((1, 5), (five.Item1?.Balance, five.Item5?.Balance));
        Assert.Equal((1, 6), (six.Item1?.Balance, six.Item6?.Balance));
        Assert.Equal((1, 7), (seven.Item1?.Balance, seven.Item7?.Balance));
        Assert.Equal((1, 8), (eight.Item1?.Balance, eight.Item8?.Balance));
    }

    [Fact]
    public async Task Takes_a_hundred_actions()
    {
        var numbers = Enumerable.Range(0, 100).ToList();

        await Transactions.WriteAsync([.. numbers.Select(number => Context.Action(BankPatterns.Put, new PutAccount(new Account($"{number}", number))))]);

        var accounts = await Transactions.ReadAsync([.. numbers.Select(number => Read($"{number}"))]);
        Assert.Equal(numbers.Select(number => (long)number), accounts.Select(account => account!.Balance));
    }

    [Fact]
    public async Task Refuses_none_too_many_and_two_for_one_item_before_sending()
    {
        var (transactions, faults) = FaultyTransactions(static _ => Fault.None);
        var add = Context.Action(BankPatterns.Add, new AddToAccount("ann", 1));
        var delete = Context.Action(BankPatterns.Delete, new DeleteAccount("ann"));
        var other = Context.Action(BankPatterns.Delete, new DeleteAccount("bob"));

        Assert.Empty((await InvalidAsync()).Slots);
        Assert.Equal([100, 101], (await InvalidAsync([.. Enumerable.Repeat(add, 102)])).Slots);
        Assert.Equal([1], (await InvalidAsync(add, null!)).Slots);
        var twice = await InvalidAsync(add, other, delete);
        Assert.Equal([0, 2], twice.Slots);
        Assert.Contains("Slots 0 (IAccounts.Add) and 2 (IAccounts.Delete)", twice.Message);
        Assert.DoesNotContain("ann", twice.Message);
        await Assert.ThrowsAsync<InvalidTransactionException>(async () => await transactions.ReadAsync(Read("ann"), Read("ann")));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await transactions.WriteAsync(null!));
        Assert.Empty(faults.Requests);

        async Task<InvalidTransactionException> InvalidAsync(params WriteAction[] actions) =>
            await Assert.ThrowsAsync<InvalidTransactionException>(async () => await transactions.WriteAsync(actions));
    }

    [Fact]
    public async Task The_same_key_in_two_tables_is_two_items()
    {
        var (transactions, faults) = FaultyTransactions(static _ => new Fault.Answered("{}"));
        var elsewhere = BankPatterns.Delete with { Table = BankPatterns.Delete.Table with { Name = "branch" } };

        await transactions.WriteAsync(
        [
            Context.Action(BankPatterns.Delete, new DeleteAccount("ann")),
            Context.Action(elsewhere, new DeleteAccount("ann")),
        ]);

        Assert.Single(faults.Requests);
    }

    [Fact]
    public async Task An_idempotency_token_is_always_sent_and_never_the_same_unless_given()
    {
        var (transactions, faults) = FaultyTransactions(static _ => Fault.None);
        var action = Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 1)));

        await transactions.WriteAsync([action]);
        await transactions.WriteAsync([action]);
        await transactions.WriteAsync([action], new string('x', 36));

        var tokens = faults.Requests.Select(request => (string)request.Body["ClientRequestToken"]!).ToArray();
        Assert.Equal(3, tokens.Distinct().Count());
        Assert.All(tokens[..2], token => Assert.Equal(7, Guid.Parse(token).Version));
        Assert.Equal(new string('x', 36), tokens[2]);
    }

    [Fact]
    public async Task Another_transaction_under_the_same_token_is_the_SDKs_own_exception()
    {
        await Transactions.WriteAsync([Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 1)))], "token");

        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(async () =>
            await Transactions.WriteAsync([Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 2)))], "token"));
        Assert.Equal(1, (await GetAsync("a"))?.Balance);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456")]
    public async Task An_empty_or_too_long_token_is_refused(string token)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Transactions.WriteAsync([Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 1)))], token));

        Assert.Equal("idempotencyToken", refused.ParamName);
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem)]
    [InlineData(DynamoOperation.Query)]
    [InlineData(DynamoOperation.BatchWriteItem)]
    public void An_access_pattern_that_no_transaction_can_write_is_refused(DynamoOperation operation)
    {
        Assert.Throws<ArgumentException>(() => Context.Action(BankPatterns.Put with { Operation = operation }, new DeleteAccount("a")));
    }

    [Fact]
    public async Task A_transaction_is_one_span_with_all_its_tables()
    {
        using var writes = new Spans("ITransactions.Write");
        await Transactions.WriteAsync(
        [
            Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 1))),
            Context.Action(BankPatterns.Put, new PutAccount(new Account("b", 1))),
            Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 1))),
        ]);

        var (requests, _, capacityUnits, span) = Assert.Single(writes.Ended);
        Assert.Equal((1, true), (requests, capacityUnits > 0));
        var prefix = Options.TableNamePrefix;
        Assert.Equal([prefix + "bank", prefix + "ledger"], Assert.IsType<string[]>(span.GetTagItem("aws.dynamodb.table_names")));
        Assert.Null(span.GetTagItem("db.collection.name"));
        Assert.Equal("TransactWriteItems", span.GetTagItem("db.operation.name"));

        using var reads = new Spans("ITransactions.Read");
        await Transactions.ReadAsync(Read("a"), Read("missing"));
        Assert.Equal((1, 1L), (Assert.Single(reads.Ended).Requests, reads.Ended[0].Items));
        Assert.Equal(prefix + "bank", reads.Ended[0].Span.GetTagItem("db.collection.name"));
    }

    [Fact]
    public async Task The_capacity_of_all_tables_is_added_up()
    {
        using var spans = new Spans("ITransactions.Write");
        var (transactions, _) = FaultyTransactions(static _ => new Fault.Answered(
            """{"ConsumedCapacity":[{"TableName":"bank","CapacityUnits":4.0,"WriteCapacityUnits":4.0},{"TableName":"ledger","CapacityUnits":2.5}]}"""));

        await transactions.WriteAsync([Context.Action(BankPatterns.Put, new PutAccount(new Account("a", 1)))]);

        Assert.Equal(6.5, Assert.Single(spans.Ended).CapacityUnits);
    }

    private ReadAction<Account> Read(string id) =>
        Context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey(id));

    private ReadAction<Posting> ReadPosting(string id) =>
        Context.ReadAction<Posting, Posting.Marshaller, PostingKey>(BankPatterns.GetPosting, new PostingKey(id));
}
