using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Batches;

public sealed class BatchTests(LocalServer server) : BankTest(server)
{
    [Fact]
    public async Task Puts_reads_and_deletes_any_number_of_items()
    {
        var (context, faults) = Faulty(static _ => Fault.None);
        var accounts = Accounts(260);

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        Assert.Equal(11, faults.Requests.Count);

        var found = await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
            BankPatterns.GetMany, Keys(accounts), consistentRead: true).ToListAsync();
        Assert.Equal(14, faults.Requests.Count);
        Assert.Equal(accounts, found.OrderBy(account => account.Balance));

        await context.DeleteManyAsync(BankPatterns.DeleteMany, Keys(accounts[10..]), CancellationToken.None);
        Assert.Equal(24, faults.Requests.Count);
        Assert.Equal(10, await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
            BankPatterns.GetMany, Keys(accounts), consistentRead: true).CountAsync());
    }

    [Fact]
    public async Task Nothing_to_do_sends_nothing()
    {
        var (context, faults) = Faulty(static _ => Fault.None);

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, [], CancellationToken.None);
        await context.DeleteManyAsync<AccountKey>(BankPatterns.DeleteMany, [], CancellationToken.None);
        Assert.Empty(await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, [], consistentRead: false).ToListAsync());

        Assert.Empty(faults.Requests);
    }

    [Fact]
    public async Task Of_several_puts_of_one_key_each_is_written_and_the_last_one_stays()
    {
        var (context, faults) = Faulty(static _ => Fault.None);

        await context.PutManyAsync<Account, Account.Marshaller>(
            BankPatterns.PutMany, [new("a", 1), new("b", 1), new("a", 2), new("c", 1), new("a", 3)], CancellationToken.None);

        Assert.Equal([2, 2, 1], faults.Requests.Select(request => request.Body["RequestItems"]!.AsObject().Single().Value!.AsArray().Count));
        Assert.Equal(3, (await GetAsync("a"))?.Balance);
        Assert.Equal(1, (await GetAsync("c"))?.Balance);
    }

    [Fact]
    public async Task A_key_that_is_asked_for_twice_is_read_once_also_in_another_request()
    {
        var accounts = Accounts(120);
        var (context, faults) = Faulty(static _ => Fault.None);
        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        var before = faults.Requests.Count;

        var found = await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
            BankPatterns.GetMany, Keys([.. accounts, .. accounts, accounts[0]]), consistentRead: true).ToListAsync();

        Assert.Equal(accounts, found.OrderBy(account => account.Balance));
        Assert.Equal(2, faults.Requests.Count - before);
    }

    [Fact]
    public async Task Requests_stay_below_16_MB()
    {
        // A control character is one byte of an item and six of JSON.
        var large = Accounts(10).Select(account => account with { Notes = new string('\u0001', 400_000) });
        var (context, faults) = Faulty(static _ => new Fault.Answered("{}"));

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, large, CancellationToken.None);

        Assert.Equal([6, 4], faults.Requests.Select(request => request.Body["RequestItems"]!.AsObject().Single().Value!.AsArray().Count));
        Assert.All(faults.Requests, request => Assert.InRange(request.Length, 1, 16_000_500));
    }

    [Fact]
    public async Task The_sequence_is_taken_as_it_is_sent()
    {
        var taken = 0;
        var takenAtFirstRequest = -1;
        var (context, _) = Faulty(request =>
        {
            takenAtFirstRequest = request.Number == 0 ? taken : takenAtFirstRequest;
            return new Fault.Answered("{}");
        });

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, Lazily(), CancellationToken.None);

        Assert.Equal((25, 1000), (takenAtFirstRequest, taken));

        IEnumerable<Account> Lazily()
        {
            foreach (var account in Accounts(1000))
            {
                taken++;
                yield return account;
            }
        }
    }

    [Fact]
    public async Task Reads_consistently_only_where_asked_to()
    {
        var (context, faults) = Faulty(static _ => Fault.None);

        Assert.Empty(await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, [new("a")], consistentRead: true).ToListAsync());
        Assert.Empty(await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, [new("a")], consistentRead: false)
            .ToListAsync());

        var tables = faults.Requests.Select(request => request.Body["RequestItems"]!.AsObject().Single().Value!.AsObject()).ToArray();
        Assert.True((bool)tables[0]["ConsistentRead"]!);
        Assert.False(tables[1].ContainsKey("ConsistentRead"));
    }

    [Fact]
    public async Task Items_of_a_table_without_a_sort_key_are_read_too()
    {
        await Context.WriteAsync(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 1)), CancellationToken.None);

        var found = await Context.GetManyAsync<Posting, Posting.Marshaller, PostingKey>(
            BankPatterns.GetPostings, [new PostingKey("p"), new PostingKey("q")], consistentRead: true).ToListAsync();

        Assert.Equal([new Posting("p", 1)], found);
    }

    [Fact]
    public async Task A_call_is_one_span_over_its_requests()
    {
        using var puts = new Spans("IAccounts.PutMany");
        var accounts = Accounts(60);

        await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        var (requests, _, capacityUnits, span) = Assert.Single(puts.Ended);
        Assert.Equal((3, 60.0, "BatchWriteItem"), (requests, capacityUnits, span.GetTagItem("db.operation.name")));

        using var gets = new Spans("IAccounts.GetMany");
        await Context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, Keys(accounts), consistentRead: false).CountAsync();
        Assert.Equal((1, 60L), (Assert.Single(gets.Ended).Requests, gets.Ended[0].Items));
    }

    [Fact]
    public async Task Absent_arguments_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, (IEnumerable<Account>)null!, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await Context.DeleteManyAsync<AccountKey>(BankPatterns.DeleteMany, (IEnumerable<AccountKey>)null!, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await Context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
                BankPatterns.GetMany, (IEnumerable<AccountKey>)null!, consistentRead: false).ToListAsync());
    }

    private static Account[] Accounts(int count) => [.. Enumerable.Range(0, count).Select(number => new Account($"{number}", number))];

    private static IEnumerable<AccountKey> Keys(IEnumerable<Account> accounts) => accounts.Select(account => new AccountKey(account.Id));
}
